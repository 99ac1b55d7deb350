package dev.interestlens.ui.shell;

import dev.interestlens.train.run.RunFolder;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.Session;
import dev.interestlens.ui.common.TimeWords;
import dev.interestlens.ui.control.form.SearchPicker;
import dev.interestlens.workspace.RunSummary;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Tooltip;

/** The runs in the header: the selected one, and the others, recent ones first. */
final class RunPicker {
    private final ShellViewModel model;
    private final Session session;
    private final Messages messages;

    RunPicker(ShellViewModel model, Messages messages) {
        this.model = model;
        this.session = model.session();
        this.messages = messages;
    }

    SearchPicker<RunSummary> button() {
        SearchPicker<RunSummary> button = new SearchPicker<>(
                messages, "shell.run.hint", "shell.run.none", this::entries, run -> model.choose(run.folder()));
        button.setId("pick-run");
        button.textProperty()
                .bind(messages.bind(
                        () -> {
                            RunFolder run = session.runProperty().get();
                            return run == null
                                    ? messages.text("shell.run.choose")
                                    : model.ofOtherData()
                                            .map(other -> messages.text("shell.run.other", session.nameOf(run), other))
                                            .orElse(session.nameOf(run));
                        },
                        session.runProperty(),
                        session.dataProperty(),
                        session.runs()));
        Tooltip tip = new Tooltip();
        tip.textProperty()
                .bind(messages.bind(() -> title(session.runProperty().get()), session.runProperty(), session.runs()));
        button.setTooltip(tip);
        button.disableProperty().bind(Bindings.isEmpty(session.runs()));
        return button;
    }

    private String title(RunFolder run) {
        return run == null
                ? messages.text("shell.run.hint")
                : session.summary(run)
                        .filter(each -> each.description() != null)
                        .map(each -> messages.text("shell.run.now", each.name(), family(each), data(each)))
                        .orElse(session.nameOf(run));
    }

    List<SearchPicker.Entry<RunSummary>> entries() {
        return model
                .recentRuns()
                .first(List.copyOf(session.runs()), run -> run.folder().path())
                .stream()
                .map(run -> new SearchPicker.Entry<>(
                        run, run.name(), note(run), run.status() != RunSummary.Status.UNREADABLE))
                .toList();
    }

    private String note(RunSummary run) {
        if (run.description() == null) {
            return messages.text("train.state." + run.status());
        }
        String known = messages.text("shell.run.line", family(run), data(run), TimeWords.minuteOfYear(run.created()));
        return run.hasModel()
                ? known
                : messages.text(run.isAlive() ? "shell.run.firstEpoch" : "shell.run.noCheckpoint", known);
    }

    private String family(RunSummary run) {
        return messages.family(run.description().config().model().id());
    }

    private String data(RunSummary run) {
        return session.nameOfData(run.description().dataset());
    }
}
