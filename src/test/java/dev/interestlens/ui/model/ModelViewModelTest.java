package dev.interestlens.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.data.DatasetInfo;
import dev.interestlens.data.PreparedDataset;
import dev.interestlens.metric.Lead;
import dev.interestlens.model.config.Preset;
import dev.interestlens.model.din.DinConfig;
import dev.interestlens.store.Components;
import dev.interestlens.testing.TinyShop;
import dev.interestlens.testing.ValidFigures;
import dev.interestlens.testing.WrittenRun;
import dev.interestlens.train.config.ConfigJson;
import dev.interestlens.train.config.ExperimentConfig;
import dev.interestlens.train.run.JournalEntry;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.ui.common.Background;
import dev.interestlens.ui.common.ErrorPresenter;
import dev.interestlens.ui.common.Language;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.OpenDataset;
import dev.interestlens.ui.common.Session;
import dev.interestlens.workspace.RunSummary;
import dev.interestlens.workspace.data.DatasetLabel;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("thorough")
class ModelViewModelTest {
    @TempDir
    static Path shared;

    private static OpenDataset shop;

    private final Session session = new Session();
    private final ModelViewModel model =
            new ModelViewModel(session, Background.inline(new ErrorPresenter()), new Messages(Language.ENGLISH));

    @BeforeEach
    void open() {
        if (shop == null) {
            Path folder = TinyShop.prepare(shared);
            try (PreparedDataset data = PreparedDataset.open(folder)) {
                shop = new OpenDataset(folder, data.info(), DatasetLabel.NONE);
            }
        }
    }

    @Test
    void sizesAreShownOnceThereIsData() {
        assertThat(model.madeProperty().get()).isNull();
        session.dataProperty().set(shop);
        assertThat(model.madeProperty().get().parameters()).isPositive();
        ModelViewModel.Made made = model.madeProperty().get();
        assertThat(made.diagram().parts().stream().mapToLong(made::learned).sum())
                .isEqualTo(made.parameters());
    }

    @Test
    void theAdviceHasWhatARunOnTheSameDataMeasuredWithoutAModel(@TempDir Path folder) {
        DatasetInfo info = Components.of(shop.info()).with("fingerprint", "f00");
        session.dataProperty().set(new OpenDataset(shop.folder(), info, DatasetLabel.NONE));
        assertThat(model.adviceProperty().get().table()).isNull();
        RunFolder run = WrittenRun.of(
                folder.resolve("run"),
                "din",
                List.of(
                        new JournalEntry.Neighboured("rules", .25, .8, .095),
                        new JournalEntry.EpochDone(1, 2, .6, ValidFigures.of(.7, .7, .6, null, null), true, 1)));
        session.runs().add(RunSummary.of(run));
        ModelViewModel.Advised advised = model.adviceProperty().get();
        assertThat(advised.table()).isEqualTo(.095);
        session.runs().set(0, RunSummary.of(run)); // as after each further epoch
        assertThat(model.adviceProperty().get()).isSameAs(advised);
        session.dataProperty().set(shop);
        assertThat(model.adviceProperty().get().table()).isNull();
    }

    /** Of each family the newest run that was compared; another epoch is another measurement. */
    @Test
    void theAdviceHasHowRunsOnTheSameDataStoodToWhatIsSimpler(@TempDir Path folder) {
        DatasetInfo info = Components.of(shop.info()).with("fingerprint", "f00");
        session.dataProperty().set(new OpenDataset(shop.folder(), info, DatasetLabel.NONE));
        session.runs()
                .setAll(
                        compared(folder, "newest", "din", .03),
                        compared(folder, "older", "din", .01),
                        compared(folder, "other", "bst", .02));
        List<ModelViewModel.Ran> measured = model.adviceProperty().get().measured();
        assertThat(measured).extracting(ModelViewModel.Ran::family).containsExactly("din", "bst");
        assertThat(measured.get(0).compared().ndcg10()).isEqualTo(.03);
        session.runs().set(0, compared(folder, "again", "din", .04));
        assertThat(model.adviceProperty().get().measured().get(0).compared().ndcg10())
                .isEqualTo(.04);
    }

    private static RunSummary compared(Path folder, String name, String family, double ndcg) {
        JournalEntry.Rival rival = new JournalEntry.Rival("table", .02, ndcg - .02, 0, 1, Lead.UNKNOWN);
        return RunSummary.of(WrittenRun.of(
                folder.resolve(name),
                family,
                List.of(
                        new JournalEntry.Compared(1, 2, 100, ndcg, List.of(rival)),
                        new JournalEntry.EpochDone(1, 2, .6, ValidFigures.of(.7, .7, .6, null, null), true, 1))));
    }

    @Test
    void everyFamilyAndPresetMakesAModelOfItsOwnSize() {
        session.dataProperty().set(shop);
        for (String family : model.families()) {
            model.choose(family);
            for (Preset preset : model.presets()) {
                model.choose(preset);
                assertThat(model.refusedProperty().get())
                        .as(family + " " + preset)
                        .isEmpty();
                assertThat(model.madeProperty().get().parameters())
                        .as(family + " " + preset)
                        .isPositive();
                assertThat(model.differences()).isEmpty();
            }
        }
    }

    @Test
    void aSwitchThatIsNotInUseIsNoDifference() {
        ExperimentConfig unused =
                ConfigJson.set(ExperimentConfig.of(DinConfig.preset(Preset.BALANCED)), "model.reading.recent=7");
        model.set((Record) unused.model());
        assertThat(model.differences()).isEmpty();
        model.set((Record) ConfigJson.set(unused, "model.reading.kind=recent").model());
        assertThat(model.differences()).containsOnlyKeys("reading.recent", "reading.kind");
    }

    @Test
    void aDraftThatComesBackIsShownAsItsPreset() {
        model.choose("bst");
        model.choose(Preset.QUICK);
        Session later = new Session();
        later.draftProperty().set(session.draftProperty().get());
        ModelViewModel again =
                new ModelViewModel(later, Background.inline(new ErrorPresenter()), new Messages(Language.ENGLISH));
        assertThat(again.presetProperty().get()).isEqualTo(Preset.QUICK);
        assertThat(again.differences()).isEmpty();
    }

    @Test
    void aChangedSwitchIsADifferenceUntilThePresetIsBack() {
        DinConfig usual = DinConfig.preset(Preset.BALANCED);
        model.set((Record) ConfigJson.set(ExperimentConfig.of(usual), "model.embeddingSize=24")
                .model());
        assertThat(model.differences()).containsExactly(java.util.Map.entry("embeddingSize", "24"));
        model.reset();
        assertThat(model.differences()).isEmpty();
        assertThat(model.config()).isEqualTo(usual);
    }

    @Test
    void aPresetBringsTheTrainingThatGoesWithIt() {
        for (String family : model.families()) {
            model.choose(family);
            for (Preset preset : model.presets()) {
                model.choose(preset);
                assertThat(session.draftProperty().get()).isEqualTo(ExperimentConfig.preset(family, preset));
            }
        }
    }

    @Test
    void aFamilyWithoutThePresetHasTheDefaultOne() {
        model.choose("din");
        model.choose(Preset.TWIN);
        model.choose("bst");
        assertThat(model.presetProperty().get()).isEqualTo(Preset.TWIN);
        model.choose("dien");
        assertThat(model.presets()).doesNotContain(Preset.TWIN);
        assertThat(session.draftProperty().get()).isEqualTo(ExperimentConfig.preset("dien", Preset.BALANCED));
    }
}
