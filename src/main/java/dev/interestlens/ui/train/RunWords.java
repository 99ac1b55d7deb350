package dev.interestlens.ui.train;

import dev.interestlens.train.run.StopReason;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.TimeWords;
import dev.interestlens.ui.common.run.Headline;
import dev.interestlens.ui.control.Pill;
import dev.interestlens.workspace.RunSummary;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Texts on the state of a run. */
final class RunWords {
    private RunWords() {}

    static String state(RunSummary run, Messages messages) {
        return messages.text((run.stopReason() == null ? "train.state." : "train.reason.") + stateKey(run));
    }

    /** The state as used in filters. */
    static String stateKey(RunSummary run) {
        return run.stopReason() == null ? run.status().name() : run.stopReason().name();
    }

    static Pill.Tone tone(RunSummary run) {
        return switch (run.status()) {
            case RUNNING -> Pill.Tone.ACTIVE;
            case PAUSED -> Pill.Tone.WARNING;
            case ENDED ->
                Alerts.learntNothing(run)
                        ? Pill.Tone.WARNING
                        : run.stopReason() == StopReason.USER ? Pill.Tone.NEUTRAL : Pill.Tone.GOOD;
            case FAILED, KILLED, UNREADABLE -> Pill.Tone.BAD;
            case NEW -> Pill.Tone.NEUTRAL;
        };
    }

    static String tags(RunSummary run) {
        return String.join(", ", run.labels().tags());
    }

    /**
     * All texts on it, one line each.
     *
     * @param data display name of its data set
     */
    static String whole(RunSummary run, String data, Messages messages) {
        return Stream.of(
                        run.name(),
                        run.folder().folderName(),
                        line(run, data, messages),
                        tags(run),
                        run.labels().note())
                .filter(line -> !line.isEmpty())
                .distinct()
                .collect(Collectors.joining("\n"));
    }

    /** Main metric of the best epoch, data set, model and time in one line. */
    private static String line(RunSummary run, String data, Messages messages) {
        if (run.description() == null) {
            return "";
        }
        return messages.text(
                "train.run.whole",
                messages.family(run.description().config().model().id()),
                Headline.of(run.best(), messages),
                data,
                TimeWords.minute(run.created()));
    }
}
