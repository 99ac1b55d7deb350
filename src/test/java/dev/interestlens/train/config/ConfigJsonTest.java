package dev.interestlens.train.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interestlens.data.DatasetInfo;
import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.protocol.Split;
import dev.interestlens.model.ModelCatalog;
import dev.interestlens.model.ModelFamily;
import dev.interestlens.model.config.ModelConfig;
import dev.interestlens.model.config.Preset;
import dev.interestlens.model.config.ReadingConfig;
import dev.interestlens.store.Components;
import dev.interestlens.store.EnumNames;
import dev.interestlens.store.Json;
import dev.interestlens.store.ProblemException;
import dev.interestlens.testing.TinyShop;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigJsonTest {
    private static final String NAMES =
            "epochs steps batchSize learningRate schedule optimizer tables clipNorm weightDecay"
                    + " behaviourDropout metric patience checkpointSeconds threads device seed attention objective negativesShared"
                    + " negativesKind itemEmbeddingsFrom itemEmbeddingsSlower averaged validateEverySteps";

    private static ExperimentConfig din() {
        return ExperimentConfig.of(ModelCatalog.family("din").preset(Preset.BALANCED));
    }

    private static String words(Runnable work) {
        try {
            work.run();
        } catch (ProblemException e) {
            return e.problem().text(Locale.ENGLISH);
        }
        throw new AssertionError("nothing was refused");
    }

    @Test
    void everyPresetComesBackFromItsJson() {
        for (ModelFamily<?> family : ModelCatalog.families()) {
            for (Preset preset : family.presets()) {
                ExperimentConfig config = ExperimentConfig.of(family.preset(preset));
                assertThat(ConfigJson.parse(ConfigJson.tree(config))).isEqualTo(config);
            }
        }
    }

    /** What a person chose by hand stays. */
    @Test
    void aDraftFollowsTheDataSetThatIsOpened(@TempDir Path folder) {
        DatasetInfo plain;
        try (PreparedDataset data = PreparedDataset.open(TinyShop.prepare(folder))) {
            plain = data.info();
        }
        DatasetInfo labelled = Components.of(plain).with("labelled", true, "impressions", 7L);
        Map<String, String> settings = Map.of("data.protocol.history.minimum", "40");
        DatasetInfo made = Components.of(labelled).with("settings", settings);
        ExperimentConfig draft = ConfigJson.set(din(), "data.protocol.negatives.train=3");
        ExperimentConfig logged = draft.adapted(plain, labelled);
        assertThat(logged.protocol().split()).isEqualTo(Split.LOGGED);
        assertThat(logged.protocol().negatives().train()).isEqualTo(3);
        assertThat(draft.adapted(labelled)).isEqualTo(logged);
        assertThat(logged.adapted(labelled, plain)).isEqualTo(draft);
        assertThat(logged.adapted(labelled, made).protocol().history().minimum())
                .isEqualTo(40);
        ExperimentConfig byTime = ConfigJson.set(logged, "data.protocol.split=time");
        assertThat(byTime.adapted(labelled, labelled)).isEqualTo(byTime);
        assertThat(byTime.adapted(labelled, plain).protocol().split()).isEqualTo(Split.TIME);
    }

    private static ExperimentConfig longer(ExperimentConfig config) {
        return ConfigJson.set(config, "data.protocol.history.maxLength=2500");
    }

    @Test
    void aConfigurationWithoutAWayOfReadingReadsAll() {
        for (String family : List.of("din", "dien", "bst")) {
            ExperimentConfig config =
                    longer(ExperimentConfig.of(ModelCatalog.family(family).preset(Preset.BALANCED)));
            ObjectNode tree = ConfigJson.tree(config);
            ((ObjectNode) tree.get("model")).remove("reading");
            assertThat(ConfigJson.parse(tree).model().reading().kind()).isEqualTo(ReadingConfig.Kind.ALL);
            assertThat(ConfigJson.parseOlder(tree).model().reading().kind()).isEqualTo(ReadingConfig.Kind.ALL);
        }
    }

    @Test
    void aPartOfWhichAnOlderFileHoldsNothingHasItsDefaults() {
        for (String id : List.of("din", "dien", "bst")) {
            ModelFamily<?> family = ModelCatalog.family(id);
            ObjectNode tree = ConfigJson.tree(family.preset(Preset.PAPER));
            tree.remove(List.of("id", "reading", "neighbours"));
            ModelConfig read =
                    Json.convert(Json.strict().addModule(new EnumNames()).build(), tree, family.configType(), "model");
            assertThat(read).isEqualTo(family.preset(Preset.PAPER));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "din,sizes",
        "din,attention",
        "din,several",
        "dien,evolving",
        "dien,readOut",
        "bst,history",
        "bst,encoder.selfAttention"
    })
    void aFlattenedPartHasNoNameInJson(String family, String part) {
        ExperimentConfig config =
                ExperimentConfig.of(ModelCatalog.family(family).preset(Preset.BALANCED));
        String[] names = part.split("\\.");
        ObjectNode tree = ConfigJson.tree(config);
        ((ObjectNode) tree.at("/model" + (names.length == 2 ? "/" + names[0] : ""))).putObject(names[names.length - 1]);
        assertThat(words(() -> ConfigJson.parse(tree))).contains("model." + part + " is not known");
        assertThat(words(() -> ConfigJson.set(config, "model." + part + "={}"))).contains("model." + part);
    }

    @Test
    void anEncoderOfAnOlderVersionComparesAllPositionsAndBeganAtRandom() {
        for (Preset preset : Preset.values()) {
            ObjectNode tree = ConfigJson.tree(
                    ExperimentConfig.of(ModelCatalog.family("bst").preset(preset)));
            ObjectNode encoder = (ObjectNode) tree.get("model").get("encoder");
            ExperimentConfig older = ConfigJson.parse(tree);
            for (String switched :
                    List.of("model.encoder.attention=full", "model.encoder.window=32", "model.encoder.start=random")) {
                older = ConfigJson.set(older, switched);
            }
            encoder.remove(List.of("attention", "window", "start"));
            assertThat(ConfigJson.parse(tree)).isEqualTo(older);
            assertThat(ConfigJson.parseOlder(tree)).isEqualTo(older);
        }
    }

    @Test
    void longHistoriesAreSearchedUnlessSomebodySaysOtherwise() {
        assertThat(din().withUsualReading()).isEqualTo(din());
        assertThat(longer(din()).withUsualReading().model().reading().kind()).isEqualTo(ReadingConfig.Kind.DOT);
        ExperimentConfig recent = ConfigJson.set(din(), "model.reading.kind=recent");
        assertThat(longer(recent).withReadingOf(recent)).isEqualTo(longer(recent));
        assertThat(longer(din()).withReadingOf(din()).model().reading().kind()).isEqualTo(ReadingConfig.Kind.DOT);
        ExperimentConfig paper = ExperimentConfig.of(ModelCatalog.family("bst").preset(Preset.PAPER));
        assertThat(longer(paper).withUsualReading().model().reading().kind())
                .as("its read-out needs a place for every behaviour")
                .isEqualTo(ReadingConfig.Kind.ALL);
    }

    @Test
    void aSettingReplacesOneValue() {
        ExperimentConfig config = ConfigJson.set(din(), "training.epochs=3");
        assertThat(config.training().length().epochs()).isEqualTo(3);
        assertThat(config.model()).isEqualTo(din().model());
    }

    @Test
    void sizesMayBeWrittenWithHyphens() {
        ExperimentConfig config = ConfigJson.set(din(), "model.head.hidden=200-80");
        assertThat(ConfigJson.tree(config).at("/model/head/hidden").toString()).isEqualTo("[200,80]");
    }

    @Test
    void anEnumIsReadWhateverItsCase() {
        assertThat(ConfigJson.set(din(), "model.normalisation=softmax_scaled").model())
                .isEqualTo(ConfigJson.set(din(), "model.normalisation=softmaxScaled")
                        .model());
    }

    @Test
    void anUnknownKeyIsRefusedWithTheNearestKnownOne() {
        assertThat(words(() -> ConfigJson.set(din(), "training.epoch=3")))
                .contains("training.epoch")
                .contains("training.epochs");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "batchSize=0",
                "steps=0",
                "epochs=-1",
                "learningRate=0",
                "learningRate=-1",
                "clipNorm=-1",
                "behaviourDropout=1",
                "averaged=2"
            })
    void aValueOutOfRangeNamesItsField(String setting) {
        assertThat(words(() -> ConfigJson.set(din(), "training." + setting))).startsWith(setting.replace("=", " is "));
    }

    @Test
    void aRunThatLearntNothingIsStillRead() {
        ObjectNode tree = ConfigJson.tree(din());
        ((ObjectNode) tree.get("training")).put("learningRate", 0.0);
        assertThat(ConfigJson.parseOlder(tree).training().updates().learningRate())
                .isZero();
    }

    @Test
    void aWordThatNoEnumKnowsIsRefusedWithThoseItKnows() {
        assertThat(words(() -> ConfigJson.set(din(), "model.normalisation=sometimes")))
                .contains("model.normalisation")
                .contains("softmaxScaled");
    }

    @ParameterizedTest
    @CsvSource({
        "model.embedSize,model.embeddingSize",
        "training.epoch,training.epochs",
        "training.Epochs,training.epochs",
        "epoch,training.epochs",
        "neighbors.decay,model.neighbours.decay"
    })
    void aNameThatIsNearIsGiven(String wrong, String near) {
        assertThat(words(() -> ConfigJson.set(din(), wrong + "=1"))).contains("Did you mean \"" + near + "\"");
    }

    @ParameterizedTest
    @CsvSource({"foo,'data, model, training'", "model.foo,model.embeddingSize", "training.foo.bar,training.epochs"})
    void whereNoneIsNearThoseThatThereAreAreGiven(String wrong, String known) {
        assertThat(words(() -> ConfigJson.set(din(), wrong + "=1")))
                .contains("There are ", known)
                .doesNotContain("Did you mean");
    }

    @Test
    void anAssignmentWithoutAValueIsRefused() {
        assertThatThrownBy(() -> ConfigJson.set(din(), "epochs")).isInstanceOf(ProblemException.class);
    }

    @Test
    void aSettingDoesNotChangeTheFamily() {
        assertThatThrownBy(() -> ConfigJson.set(din(), "model.id=bst"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().fix(Locale.ENGLISH)).contains("--model bst"));
        assertThat(ConfigJson.set(din(), "model.id=din")).isEqualTo(din());
    }

    @Test
    void anotherTrainingSeedDoesNotChangeWhatIsEvaluated() {
        assertThat(ConfigJson.set(din(), "training.seed=99").evaluationSeed()).isEqualTo(din().evaluationSeed());
        assertThat(ConfigJson.set(din(), "data.protocol.seed=99").evaluationSeed())
                .isEqualTo(99);
    }

    @Test
    void aRunOfBeforeEvaluationHadASeedIsEvaluatedWithThatOfItsTraining() {
        ObjectNode tree = ConfigJson.tree(ConfigJson.set(din(), "training.seed=99"));
        ((ObjectNode) tree.at("/data/protocol")).remove("seed");
        ExperimentConfig older = ConfigJson.parseOlder(tree);
        assertThat(older.evaluationSeed()).isEqualTo(99);
        assertThat(ConfigJson.parseOlder(ConfigJson.tree(older))).isEqualTo(older);
    }

    @Test
    void aRunOfBeforeThereWereObjectivesAndProductsTrainsAsItDid() {
        for (ModelFamily<?> family : ModelCatalog.families()) {
            ExperimentConfig now =
                    new ExperimentConfig(din().data(), family.preset(Preset.PAPER), TrainingConfig.defaults());
            ObjectNode tree = ConfigJson.tree(now);
            for (String name : List.of(
                    "objective",
                    "negativesShared",
                    "negativesKind",
                    "itemEmbeddingsFrom",
                    "itemEmbeddingsSlower",
                    "averaged")) {
                ((ObjectNode) tree.path("training")).remove(name);
            }
            if (tree.at("/model/head") instanceof ObjectNode head) {
                head.remove("products");
            }
            ((ObjectNode) tree.get("model")).remove("beside");
            ExperimentConfig older = ConfigJson.parseOlder(tree);
            assertThat(older.training().learning().objective()).isEqualTo(TrainingConfig.Objective.BCE);
            assertThat(older).isEqualTo(now);
        }
    }

    @Test
    void aRunThatLacksAPartOfTrainingHasItsDefaults() {
        ExperimentConfig now = new ExperimentConfig(din().data(), din().model(), TrainingConfig.defaults());
        for (RecordComponent part : TrainingConfig.class.getRecordComponents()) {
            ObjectNode tree = ConfigJson.tree(now);
            ObjectNode training = (ObjectNode) tree.get("training");
            training.remove(part.getName());
            if (part.getType().isRecord()) {
                Stream.of(part.getType().getRecordComponents()).forEach(each -> training.remove(each.getName()));
            }
            assertThat(training.size()).isLessThan(NAMES.split(" ").length);
            assertThat(ConfigJson.parseOlder(tree)).isEqualTo(now);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"schedule", "optimizer", "tables", "metric", "device"})
    void trainingWithoutAChoiceIsRefused(String name) {
        assertThat(words(() -> ConfigJson.set(din(), "training." + name + "=null")))
                .contains("training." + name + " is missing");
    }

    @Test
    void trainingIsRefusedWithTheNameOfTheSettingAlone() {
        assertThat(words(() -> ConfigJson.set(din(), "training.length.epochs=3")))
                .contains("training.length.epochs");
        assertThat(words(() -> ConfigJson.set(din(), "training.schedule=never")))
                .contains("setting training.schedule has");
    }

    @Test
    void trainingOfSequencesIsWrittenAsItAlwaysWas() {
        assertThat(ConfigJson.tree(ExperimentConfig.of(
                                ModelCatalog.family("sasrec").preset(Preset.BALANCED)))
                        .get("training")
                        .properties())
                .extracting(Map.Entry::getKey)
                .containsExactly(NAMES.split(" "));
        assertThat(Json.line(TrainingConfig.ofSequences()))
                .isEqualTo(
                        "{\"epochs\":15,\"steps\":3000,\"batchSize\":32,\"learningRate\":0.003,\"schedule\":\"CONSTANT\","
                                + "\"optimizer\":\"ADAM\",\"tables\":\"LAZY\",\"clipNorm\":0.0,\"weightDecay\":0.0,\"behaviourDropout\":0.0,"
                                + "\"metric\":\"AUC\",\"patience\":6,\"checkpointSeconds\":30,\"threads\":0,\"device\":\"cpu\",\"seed\":7,"
                                + "\"attention\":\"LEARNT\",\"objective\":\"SOFTMAX\",\"negativesShared\":512,"
                                + "\"negativesKind\":\"MIXED\",\"itemEmbeddingsFrom\":\"\",\"itemEmbeddingsSlower\":1.0,"
                                + "\"averaged\":0.0,\"validateEverySteps\":-1}");
    }

    @Test
    void trainingWithASettingThatNobodyKnowsIsRefused() {
        assertThat(words(() -> TrainingConfig.defaults().with("epoch=3"))).contains("training.epochs");
    }
}
