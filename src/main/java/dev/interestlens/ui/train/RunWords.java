package dev.interestlens.ui.train;

import dev.interestlens.train.StopReason;
import dev.interestlens.ui.common.Headline;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.TimeWords;
import dev.interestlens.ui.control.Pill;
import dev.interestlens.workspace.RunSummary;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A run's state in words. */
final class RunWords {
    private RunWords() {}

    static String state(RunSummary run, Messages messages) {
        return run.stopReason() == null
                ? messages.text("train.state." + run.status())
                : messages.text("train.reason." + run.stopReason());
    }

    /** @param alert whether its curves are not as they should be */
    static Pill.Tone tone(RunSummary run, boolean alert) {
        return switch (run.status()) {
            case RUNNING -> Pill.Tone.ACTIVE;
            case PAUSED -> Pill.Tone.WARNING;
            case ENDED ->
                alert ? Pill.Tone.WARNING : run.stopReason() == StopReason.USER ? Pill.Tone.NEUTRAL : Pill.Tone.GOOD;
            case FAILED, KILLED, UNREADABLE -> Pill.Tone.BAD;
            case NEW -> Pill.Tone.NEUTRAL;
        };
    }

    /** Headline of the best epoch, time, model and data set in one line. */
    static String line(RunSummary run, Messages messages) {
        return line(run, messages, "train.run.line", TimeWords.minuteOfYear(run.created()));
    }

    private static String line(RunSummary run, Messages messages, String key, String when) {
        if (run.description() == null) {
            return "";
        }
        return messages.text(
                key,
                messages.family(run.description().config().model().id()),
                Headline.of(run.best(), messages),
                run.description().dataset().getFileName(),
                when);
    }

    static String tags(RunSummary run) {
        return String.join(", ", run.labels().tags());
    }

    /** All that is known of it by words, a line each. */
    static String whole(RunSummary run, Messages messages) {
        return Stream.of(
                        run.name(),
                        run.folder().path().getFileName().toString(),
                        line(run, messages, "train.run.whole", TimeWords.minute(run.created())),
                        tags(run),
                        run.labels().note())
                .filter(line -> !line.isEmpty())
                .distinct()
                .collect(Collectors.joining("\n"));
    }
}
