package dev.interestlens.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.model.ModelCatalog;
import dev.interestlens.model.config.Preset;
import dev.interestlens.testing.ValidFigures;
import dev.interestlens.train.config.ExperimentConfig;
import dev.interestlens.train.run.JournalEntry;
import dev.interestlens.train.run.RunDescription;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.ui.common.ErrorPresenter;
import dev.interestlens.ui.common.Language;
import dev.interestlens.ui.common.ListedData;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.Session;
import dev.interestlens.ui.common.Theme;
import dev.interestlens.ui.control.form.SearchPicker;
import dev.interestlens.workspace.RunSummary;
import dev.interestlens.workspace.data.DatasetLabel;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Button;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class PickersTest {
    private static final JournalEntry EPOCH =
            new JournalEntry.EpochDone(1, 10, 0.6, ValidFigures.of(0.7, 0.7, 0.6), true, 1);

    private final Session session = new Session();
    private final Messages messages = new Messages(Language.ENGLISH);
    private final ShellViewModel model =
            new ShellViewModel(messages, new Theme(() -> false), new ErrorPresenter(), session);

    @Test
    void aRunWithoutCheckpointIsListedWithTheReason() {
        session.runs()
                .setAll(
                        run("training", "shop", true),
                        run("stopped", "shop", false),
                        run("done", "films", false, EPOCH));
        List<SearchPicker.Entry<RunSummary>> entries = new RunPicker(model, messages).entries();
        assertThat(entries).extracting(SearchPicker.Entry::enabled).containsExactly(true, true, true);
        assertThat(entries.get(0).note()).contains("DIN", "shop", "no checkpoint yet");
        assertThat(entries.get(1).note()).endsWith("no checkpoint");
        assertThat(entries.get(2).note()).contains("DIN", "films").doesNotContain("checkpoint");
    }

    @Test
    void whatWasLookedAtLastStandsFirst() {
        session.datasets().setAll(data("a"), data("b"), data("c"));
        model.recentData().restore(List.of("c"));
        model.recentData().visit(Path.of("/data/b"));
        assertThat(new DataPicker(model, messages).entries())
                .extracting(SearchPicker.Entry::title)
                .containsExactly("b", "c", "a", "Import data ...");
    }

    private static RunSummary run(String name, String data, boolean alive, JournalEntry... entries) {
        return RunSummary.of(
                new RunFolder(Path.of("/runs/" + name)),
                new RunDescription(
                        name,
                        1,
                        Path.of("/data/" + data),
                        data,
                        "test",
                        ExperimentConfig.of(ModelCatalog.family("din").preset(Preset.QUICK))),
                List.of(entries),
                alive);
    }

    private static ListedData data(String name) {
        return new ListedData(Path.of("/data/" + name), DatasetLabel.NONE);
    }

    @Test
    void theWayGoesOnlyWhereItsNeedsAreMet() {
        NextStep way = new NextStep(model);
        Button button = new Button();
        way.show(button, messages);
        assertThat(button.isVisible()).isFalse();
        model.screenProperty().set(Screen.TRAIN);
        assertThat(button.getText()).isEqualTo("Explain");
        assertThat(button.isDisabled()).isTrue();
        session.runs().setAll(run("done", "films", false, EPOCH));
        assertThat(button.isDisabled()).isFalse();
        assertThat(way.next()).contains(Screen.EXPLAIN);
        model.screenProperty().set(Screen.RECOMMEND);
        assertThat(button.isVisible()).isFalse();
    }
}
