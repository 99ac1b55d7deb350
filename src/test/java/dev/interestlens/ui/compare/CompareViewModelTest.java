package dev.interestlens.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.model.ModelCatalog;
import dev.interestlens.model.config.Preset;
import dev.interestlens.testing.ValidFigures;
import dev.interestlens.train.config.ExperimentConfig;
import dev.interestlens.train.run.JournalEntry;
import dev.interestlens.train.run.RunDescription;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.ui.common.Background;
import dev.interestlens.ui.common.ErrorPresenter;
import dev.interestlens.ui.common.Session;
import dev.interestlens.workspace.RunSummary;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareViewModelTest {
    private static final JournalEntry EPOCH =
            new JournalEntry.EpochDone(1, 10, 0.6, ValidFigures.of(0.7, 0.7, 0.6), true, 1);

    @TempDir
    Path folder;

    private final Session session = new Session();
    private final CompareViewModel model = new CompareViewModel(session, null, Background.inline(new ErrorPresenter()));

    private RunSummary run(String name, String data) {
        return RunSummary.of(
                new RunFolder(folder.resolve(name)),
                new RunDescription(
                        name,
                        1,
                        Path.of("/data/" + data),
                        data,
                        "test",
                        ExperimentConfig.of(ModelCatalog.family("din").preset(Preset.QUICK))),
                List.of(EPOCH),
                false);
    }

    @Test
    void theNewestRunsAreComparedAlsoWhereTheListComesLater() {
        model.enter();
        assertThat(model.chosen()).isEmpty();
        session.runs().setAll(run("c", "shop"), run("b", "films"), run("a", "shop"));
        assertThat(model.chosen())
                .extracting(each -> each.path().getFileName().toString())
                .containsExactly("c", "a"); // of one data set: others have no rows in common
    }

    @Test
    void whatWasComparedBeforeIsComparedAgain() {
        session.compared().setAll("a", "c", "gone");
        model.enter();
        session.runs().setAll(run("c", "shop"), run("b", "shop"), run("a", "shop"));
        assertThat(model.chosen()).extracting(RunFolder::folderName).containsExactly("a", "c");
        assertThat(session.compared()).containsExactly("a", "c");
    }

    @Test
    void aRunThatStillTrainsAndDifferentPresetsAreNamed() {
        RunSummary quick = run("quick", "shop");
        RunSummary alive = RunSummary.of(
                new RunFolder(folder.resolve("balanced")),
                new RunDescription(
                        "balanced",
                        1,
                        Path.of("/data/shop"),
                        "shop",
                        "test",
                        ExperimentConfig.of(ModelCatalog.family("din").preset(Preset.BALANCED))),
                List.of(EPOCH),
                true);
        session.runs().setAll(quick);
        model.enter();
        assertThat(model.compared().training()).isEmpty();
        assertThat(model.compared().presets()).isEmpty();
        session.runs().setAll(quick, alive);
        model.toggle(alive);
        assertThat(model.compared().training()).isEqualTo("balanced");
        assertThat(model.compared().presets())
                .containsOnly(Map.entry(Preset.QUICK, "quick"), Map.entry(Preset.BALANCED, "balanced"));
    }

    @Test
    void whoTakesAllOutIsNotContradicted() {
        session.runs().setAll(run("c", "shop"));
        model.enter();
        model.toggle(session.runs().get(0));
        session.runs().add(run("d", "shop"));
        assertThat(model.chosen()).isEmpty();
    }

    @Test
    void runsOnOtherDataAreNamedApart() {
        session.runs().setAll(run("c", "shop"), run("b", "films"), run("a", "shop"));
        model.choose(List.copyOf(session.runs()));
        assertThat(model.compared().comparable()).isFalse();
        assertThat(model.compared().rowGroups()).isEqualTo("c, a | b");
        assertThat(model.dataOf(session.runs().get(1))).contains("films");
        model.choose(List.of(session.runs().get(0), session.runs().get(2)));
        assertThat(model.compared().comparable()).isTrue();
        session.runs().remove(1);
        assertThat(model.dataOf(session.runs().get(0))).isEmpty();
    }
}
