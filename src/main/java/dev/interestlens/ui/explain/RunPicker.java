package dev.interestlens.ui.explain;

import dev.interestlens.train.RunFolder;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.Session;
import dev.interestlens.ui.common.TimeWords;
import dev.interestlens.ui.control.SearchPicker;
import dev.interestlens.workspace.RunSummary;
import java.util.List;
import javafx.collections.ListChangeListener;

/** Makes the button that tells which run is explained and offers the others. */
final class RunPicker {
    private final Session session;
    private final RunChoice choice;
    private final Messages messages;

    RunPicker(Session session, RunChoice choice, Messages messages) {
        this.session = session;
        this.choice = choice;
        this.messages = messages;
    }

    SearchPicker<RunSummary> button() {
        SearchPicker<RunSummary> button =
                new SearchPicker<>(messages, "explain.run.hint", "explain.run.none", this::entries, choice::choose);
        Runnable show = () -> {
            RunFolder run = choice.runProperty().get();
            button.setText(run == null ? messages.text("explain.run.choose") : title(run));
            button.setDisable(session.runs().isEmpty());
        };
        choice.runProperty().addListener(change -> show.run());
        messages.language().addListener(change -> show.run());
        session.runs().addListener((ListChangeListener<RunSummary>) change -> show.run());
        show.run();
        return button;
    }

    private String title(RunFolder run) {
        return session.summary(run)
                .filter(each -> each.description() != null)
                .map(each -> messages.text("explain.run.now", each.name(), family(each), data(each)))
                .orElse(session.nameOf(run));
    }

    List<SearchPicker.Entry<RunSummary>> entries() {
        return choice.all().stream()
                .map(run -> new SearchPicker.Entry<>(run, run.name(), note(run), run.hasModel()))
                .toList();
    }

    private String note(RunSummary run) {
        if (run.description() == null) {
            return messages.text("train.state." + run.status());
        }
        String known = messages.text("explain.run.line", family(run), data(run), TimeWords.minuteOfYear(run.created()));
        return run.hasModel()
                ? known
                : messages.text(run.isAlive() ? "explain.run.firstEpoch" : "explain.run.noCheckpoint", known);
    }

    private String family(RunSummary run) {
        return messages.family(run.description().config().model().id());
    }

    private static String data(RunSummary run) {
        return String.valueOf(run.description().dataset().getFileName());
    }
}
