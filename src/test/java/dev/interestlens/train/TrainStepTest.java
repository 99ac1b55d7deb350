package dev.interestlens.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.RawBatch;
import dev.interestlens.data.protocol.BatchOptions;
import dev.interestlens.data.protocol.BatchSource;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.data.protocol.draw.NegativeKind;
import dev.interestlens.data.protocol.draw.SharedKind;
import dev.interestlens.golden.ModelRun;
import dev.interestlens.model.CtrModel;
import dev.interestlens.model.ModelCatalog;
import dev.interestlens.model.config.ModelInput;
import dev.interestlens.model.config.Preset;
import dev.interestlens.nn.Tensors;
import dev.interestlens.testing.TinyShop;
import dev.interestlens.train.config.ConfigJson;
import dev.interestlens.train.config.ExperimentConfig;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainStepTest {
    @TempDir
    static Path folder;

    private static PreparedDataset data;

    @BeforeAll
    static void prepare() {
        data = PreparedDataset.open(TinyShop.prepare(folder));
    }

    @AfterAll
    static void close() {
        data.close();
    }

    /** What a step keeps for the next one must not stand in memory that the step gives back. */
    @ParameterizedTest
    @ValueSource(strings = {"pool", "din", "dien", "bst"})
    void theLossOfEveryStepIsThatOfThePlainForm(String id) {
        ExperimentConfig config = ExperimentConfig.of(ModelCatalog.family(id).preset(Preset.QUICK));
        for (String setting :
                new String[] {"model.head.dropout=0", "model.embeddingDropout=0", "data.protocol.history.maxLength=12"
                }) {
            config = ConfigJson.set(config, setting);
        }
        if (id.equals("bst")) {
            config = ConfigJson.set(config, "model.encoder.dropout=0");
        }
        SampleSet samples = SampleSet.build(data, config.protocol(), 7);
        BatchSource source = samples.training(
                64,
                7,
                new BatchOptions(config.model().auxiliaryNegatives(), NegativeKind.UNIFORM, 0, 0, SharedKind.UNIFORM));
        try (Tensors tensors = Tensors.onCpu();
                CtrModel model = ModelCatalog.create(config.model(), new ModelInput(data.schema(), 12))) {
            model.create(tensors, 7, true);
            TrainStep step = new TrainStep(model, new Optimizer(model.parameters(), config.training()), 0);
            for (int k = 0; k < 6; k++) {
                RawBatch batch = source.batch(1, k);
                double plain = new ModelRun(model)
                        .run(batch, true, ModelRun.Form.PLAIN)
                        .get("loss_total")[0];
                TrainStep.Result result = step.run(model.plan(batch), k, 0.01);
                assertThat(result.loss() + result.auxiliary()).as("step %d", k).isEqualTo(plain, within(2e-5));
            }
        }
    }
}
