package dev.interestlens.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.RawBatch;
import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.protocol.ProtocolConfig;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.explain.Explainer;
import dev.interestlens.explain.look.Impression;
import dev.interestlens.explain.look.Impressions;
import dev.interestlens.export.onnx.OnnxExport;
import dev.interestlens.foreign.mapping.Mapping;
import dev.interestlens.foreign.mapping.Mapping.Rule;
import dev.interestlens.model.ModelCatalog;
import dev.interestlens.model.PartScorer;
import dev.interestlens.model.TrainedModel;
import dev.interestlens.model.config.ModelConfig;
import dev.interestlens.model.config.ModelInput;
import dev.interestlens.model.config.Preset;
import dev.interestlens.store.Disk;
import dev.interestlens.testing.TinyShop;
import dev.interestlens.train.config.ConfigJson;
import dev.interestlens.train.config.ExperimentConfig;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What this program exports is a model from elsewhere like any other, and then explained as it was before. */
@Tag("thorough")
class OwnExportsTest {
    @TempDir
    static Path folder;

    private static PreparedDataset data;
    private static SampleSet samples;

    @BeforeAll
    static void prepare() {
        data = PreparedDataset.open(TinyShop.prepare(folder));
        samples = SampleSet.build(data, ProtocolConfig.defaults(), 1);
    }

    @AfterAll
    static void close() {
        data.close();
    }

    /** What stays as it is, such as the position, is always the behaviour's own; what the softmax divides by is the same for all sets. */
    @Test
    void scoresByPartsAreThoseOfTheModelItself() {
        ModelConfig config = ModelCatalog.family("din").preset(Preset.QUICK);
        ModelInput input =
                new ModelInput(data.schema(), samples.config().history().maxLength());
        Path file = folder.resolve("parts.onnx");
        RawBatch others = samples.batch(Part.TRAIN, new int[] {150, 300, 450});
        double[] places = {0.2, 0.6, 0.9};
        RawBatch single = samples.batch(Part.TEST, new int[] {21});
        int[] behaviours = {0, single.length() - 1};
        try (TrainedModel own = TrainedModel.untrained(config, input, 3)) {
            new OnnxExport(Disk.real()).write(own, Map.of(), false, single, file);
            try (Opening opening = Opening.of(file, samples, Optional.empty(), 60)) {
                opening.number();
                opening.examine();
                PartScorer.Scores there = opening.model()
                        .parts(others, places)
                        .orElseThrow()
                        .of(single, behaviours)
                        .get(0);
                PartScorer.Scores here = own.parts(others, places)
                        .orElseThrow()
                        .of(single, behaviours)
                        .get(0);
                int sets = 1 << there.parts().size();
                for (int j = 0; j < behaviours.length; j++) {
                    for (int set = 0; set < sets; set++) {
                        double[] ours = here.values()[j];
                        double[] theirs = there.values()[j];
                        assertThat(theirs[set] - theirs[sets - 1])
                                .isCloseTo(ours[same(set, there, here)] - ours[ours.length - 1], within(1e-4));
                    }
                }
            }
        }
    }

    @Test
    void aModelThatSearchesItsHistoryIsOpenedAndScoresTheSame() {
        ExperimentConfig searching = ConfigJson.set(
                ConfigJson.set(ExperimentConfig.preset("din", Preset.QUICK), "model.reading.kind=dot"),
                "model.reading.recent=4");
        ModelInput input =
                new ModelInput(data.schema(), samples.config().history().maxLength());
        Path file = folder.resolve("searching.onnx");
        RawBatch rows = samples.batch(Part.TEST, new int[] {0, 21, 42});
        try (TrainedModel own = TrainedModel.untrained(
                ConfigJson.set(searching, "model.reading.retrieved=3").model(), input, 3)) {
            new OnnxExport(Disk.real()).write(own, Map.of(), false, rows, file);
            try (Opening opening = Opening.of(file, samples, Optional.empty(), 60)) {
                opening.number();
                assertThat(opening.mapping().vocabularies().values())
                        .extracting(Mapping.Vocabulary::rule)
                        .containsOnly(Rule.OWN);
                assertThat(opening.model().logits(rows)).containsExactly(own.logits(rows), within(1e-5f));
            }
        }
    }

    /** The same set of parts, with those that are not replaced there. */
    private static int same(int set, PartScorer.Scores there, PartScorer.Scores here) {
        int same = 0;
        for (int p = 0; p < here.parts().size(); p++) {
            int other = there.parts().indexOf(here.parts().get(p));
            same |= other < 0 || (set >> other & 1) == 1 ? 1 << p : 0;
        }
        return same;
    }

    @ParameterizedTest
    @ValueSource(strings = {"din", "dien", "bst", "pool", "sasrec"})
    void lookAndEffectAreThoseOfTheModelItself(String family) {
        ModelConfig config = ModelCatalog.family(family).preset(Preset.QUICK);
        ModelInput input =
                new ModelInput(data.schema(), samples.config().history().maxLength());
        Path file = folder.resolve(family + ".onnx");
        try (TrainedModel own = TrainedModel.untrained(config, input, 3)) {
            new OnnxExport(Disk.real())
                    .write(own, Map.of(), false, samples.batch(Part.TEST, new int[] {0, 1, 2}), file);
            try (Opening opening = Opening.of(file, samples, Optional.empty(), 60)) {
                opening.number();
                opening.examine();
                assertThat(opening.mapping().vocabularies().values())
                        .extracting(Mapping.Vocabulary::rule)
                        .containsOnly(Rule.OWN);
                assertThat(opening.contract().verdicts())
                        .filteredOn(Contract.Verdict::failed)
                        .as(opening.contract().worstFirst().toString())
                        .isEmpty();
                Explainer here = new Explainer(own, Optional.empty());
                Explainer there = new Explainer(opening.model(), Optional.empty());
                for (int row : new int[] {0, 21, 42, 5}) {
                    Impression impression = new Impressions(samples).of(Part.TEST, row);
                    assertThat(there.look(impression).look())
                            .as("look")
                            .containsExactly(here.look(impression).look(), within(1e-5));
                    assertThat(there.effects(impression).effect())
                            .as("effect")
                            .containsExactly(here.effects(impression).effect(), within(1e-5));
                    assertThat(there.effects(impression).evenLogit())
                            .isCloseTo(here.effects(impression).evenLogit(), within(1e-5));
                }
            }
        }
    }
}
