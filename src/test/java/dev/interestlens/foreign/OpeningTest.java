package dev.interestlens.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import dev.interestlens.data.Field;
import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.RawBatch;
import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.protocol.ProtocolConfig;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.explain.Explainer;
import dev.interestlens.explain.Explanation;
import dev.interestlens.explain.look.Behaviour;
import dev.interestlens.explain.look.Impression;
import dev.interestlens.explain.look.Impressions;
import dev.interestlens.explain.look.LookKind;
import dev.interestlens.explain.look.LookResult;
import dev.interestlens.export.onnx.ForeignGraphs;
import dev.interestlens.export.onnx.ForeignGraphs.Kind;
import dev.interestlens.foreign.Contract.Check;
import dev.interestlens.foreign.mapping.MappedInput;
import dev.interestlens.foreign.mapping.Mapping;
import dev.interestlens.foreign.mapping.Mapping.Empty;
import dev.interestlens.foreign.mapping.Mapping.Removal;
import dev.interestlens.foreign.mapping.Mapping.Role;
import dev.interestlens.foreign.mapping.Mapping.Rule;
import dev.interestlens.foreign.mapping.Mapping.Vocabulary;
import dev.interestlens.model.Intervention;
import dev.interestlens.model.Scorer;
import dev.interestlens.store.ProblemException;
import dev.interestlens.store.Tensor;
import dev.interestlens.testing.TinyShop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small files of strangers, each in a process of its own. */
@Tag("thorough")
class OpeningTest {
    private static final int SECONDS = 3600; // of a child on a loaded machine

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

    /** Opened with numbers that a person gave, and tried. */
    private static Opening opened(Kind kind) {
        Path file = ForeignGraphs.write(folder.resolve(kind + ".onnx"), kind, data.items());
        Opening opening = Opening.of(file, samples, Optional.empty(), SECONDS);
        opening.mapping(opening.mapping().with(Mapping.ITEM, Vocabulary.of(Rule.SORTED_TEXT, 1)));
        opening.examine();
        return opening;
    }

    private static Impression impression() {
        Impressions impressions = new Impressions(samples);
        for (int row = 0; ; row++) {
            Impression impression = impressions.alone(Part.TEST, row);
            if (impression.behaviours() > 4) {
                return impression.behaviours() <= ForeignGraphs.LENGTH ? impression : newest(impression);
            }
        }
    }

    private static Impression newest(Impression whole) {
        int n = whole.behaviours();
        RawBatch batch = whole.batch().mostRecent(ForeignGraphs.LENGTH);
        return new Impression(
                whole.user(),
                whole.userKey(),
                whole.label(),
                whole.candidate(),
                IntStream.range(0, ForeignGraphs.LENGTH)
                        .mapToObj(j -> new Behaviour(
                                j,
                                whole.history()
                                        .get(n - ForeignGraphs.LENGTH + j)
                                        .item(),
                                whole.history()
                                        .get(n - ForeignGraphs.LENGTH + j)
                                        .time()))
                        .toList(),
                batch,
                java.util.List.of(),
                batch);
    }

    private static String words(Opening opening, Check check) {
        return opening.contract().of(check).orElseThrow().words().en();
    }

    @Test
    void inputsAreKnownByTheTableThatTheyAreLookedUpIn() {
        Path file = ForeignGraphs.write(folder.resolve("roles.onnx"), Kind.MASKED, data.items());
        try (Opening opening = Opening.of(file, samples, Optional.empty(), SECONDS)) {
            assertThat(opening.mapping().inputs())
                    .extracting(MappedInput::role)
                    .containsExactly(Role.HISTORY, Role.CANDIDATE);
            assertThat(opening.mapping().inputs()).allSatisfy(input -> {
                assertThat(input.field()).isEqualTo(Mapping.ITEM);
                assertThat(input.sure()).isTrue();
            });
            assertThat(opening.mapping().length().most()).isEqualTo(ForeignGraphs.LENGTH);
        }
    }

    @Test
    void aModelThatMasksKeepsItsContractAndIsExplained() {
        try (Opening opening = opened(Kind.MASKED)) {
            assertThat(opening.contract().verdicts())
                    .filteredOn(Contract.Verdict::failed)
                    .isEmpty();
            assertThat(opening.mapping().removal()).isEqualTo(Removal.HOLE);
            assertThat(opening.mapping().attention()).singleElement().satisfies(found -> {
                assertThat(found.kind()).isEqualTo("softmax");
                assertThat(found.axes()).containsExactly("sample", "history");
                assertThat(found.pooled()).isNotNull();
            });
            Scorer model = opening.model();
            Explanation explanation = new Explainer(model, Optional.empty())
                    .explain(impression(), () -> false)
                    .orElseThrow();
            assertThat(explanation.looked().kind()).isEqualTo(LookKind.ATTENTION);
            assertThat(Arrays.stream(explanation.looked().look()).sum()).isCloseTo(1, within(1e-5));
            assertThat(Arrays.stream(explanation.effects().effect())).anyMatch(effect -> Math.abs(effect) > 1e-3);
        }
    }

    @Test
    void paddingThatIsReadIsNamedWithItsShare() {
        try (Opening opening = opened(Kind.UNMASKED)) {
            assertThat(opening.contract().failed(Check.PADDING)).isTrue();
            assertThat(words(opening, Check.PADDING)).contains("of the attention goes to empty places");
            assertThat(words(opening, Check.REMOVAL)).contains("replaced by padding");
            LookResult looked = new Explainer(opening.model(), Optional.empty()).look(impression());
            assertThat(Arrays.stream(looked.look()).sum()).isLessThanOrEqualTo(1 + 1e-6);
        }
    }

    @Test
    void scoresThatDependOnTheBatchTurnEffectsOff() {
        try (Opening opening = opened(Kind.TRAINING)) {
            assertThat(opening.contract().failed(Check.BATCH_MATES)).isTrue();
            assertThat(words(opening, Check.BATCH_MATES)).contains("other rows of the batch");
            Scorer model = opening.model();
            ProblemException refused = catchThrowableOfType(
                    ProblemException.class, () -> new Explainer(model, Optional.empty()).effects(impression()));
            assertThat(refused.problem().key()).isEqualTo("batchMates");
        }
    }

    @Test
    void aBatchThatStopsTheProcessIsNamedAndTheNextOneIsScored() {
        try (Opening opening = opened(Kind.CRASH)) {
            assertThat(opening.crashes()).isPositive();
            assertThat(opening.contract().failed(Check.EMPTY_HISTORY)).isTrue();
            assertThat(words(opening, Check.EMPTY_HISTORY)).contains("process was started again");
            assertThat(opening.mapping().empty()).isEqualTo(Empty.BESIDE);
            int before = opening.crashes();
            RawBatch single = impression().batch();
            Scorer model = opening.model();
            assertThat(model.logits(single.mostRecent(0))).hasSize(1);
            assertThat(model.logits(single)).hasSize(1);
            assertThat(opening.crashes()).isEqualTo(before);
        }
    }

    @Test
    void aCandidateWithAnAxisMoreIsFed() {
        try (Opening plain = opened(Kind.MASKED);
                Opening other = opened(Kind.OTHER_RANK)) {
            RawBatch batch = impression().batch();
            assertThat(other.model().logits(batch))
                    .containsExactly(plain.model().logits(batch), within(1e-6f));
        }
    }

    @Test
    void aModelWithoutAttentionHasEffectsAndNoLook() {
        try (Opening opening = opened(Kind.NO_ATTENTION)) {
            assertThat(opening.mapping().attention()).isEmpty();
            Scorer model = opening.model();
            assertThat(model.can(Scorer.Capability.INTERVENTIONS)).isFalse();
            Explainer explainer = new Explainer(model, Optional.empty());
            assertThat(explainer.look(impression()).kind()).isEqualTo(LookKind.NONE);
            assertThat(Arrays.stream(explainer.effects(impression()).effect()))
                    .anyMatch(effect -> Math.abs(effect) > 1e-3);
        }
    }

    @Test
    void attentionCanBeSetByHand() {
        try (Opening opening = opened(Kind.MASKED)) {
            Scorer model = opening.model();
            RawBatch single = impression().batch();
            int n = single.length();
            float own = model.logits(single)[0];
            assertThat(model.intervened(single, Intervention.NONE)).isCloseTo(own, within(1e-6f));
            assertThat(model.intervened(single, Intervention.zero(n))).isCloseTo(0, within(1e-6f));
            double[] look =
                    new Explainer(model, Optional.empty()).look(impression()).look();
            assertThat(model.intervened(single, Intervention.NONE.withWeights(look)))
                    .isCloseTo(own, within(1e-5f));
            assertThat(model.intervened(single, Intervention.even(n))).isNotCloseTo(own, within(1e-4f));
            float[] interest = model.interests(single).orElseThrow()[0];
            assertThat(model.intervened(single, reading(interest))).isCloseTo(own, within(1e-5f));
            assertThat(model.intervened(single, reading(new float[interest.length])))
                    .isCloseTo(0, within(1e-6f));
        }
    }

    private static Intervention reading(float[] interest) {
        return new Intervention(new double[0], new double[0], Set.of(), Set.of(), interest);
    }

    /** Histories are longer than the file's places: both orders must hold the behaviours that it reads. */
    @Test
    void aModelWithoutOrderIsNotSaidToReadIt() {
        try (Opening opening = opened(Kind.MASKED)) {
            assertThat(words(opening, Check.ORDER)).contains("order").doesNotContain("6.", "reads the order");
            assertThat(opening.contract().of(Check.ORDER).orElseThrow().words().en())
                    .isEqualTo(ContractWords.verdict(Check.ORDER, null, "order.free", "by", "0")
                            .words()
                            .en());
        }
    }

    @Test
    void scoresThatAreNoNumbersAreALineOfTheContract() {
        float[] values = new float[(data.items() + 1) * 4];
        java.util.Arrays.fill(values, Float.NaN);
        Path file = ForeignGraphs.write(
                folder.resolve("nan.onnx"), Kind.NO_ATTENTION, Tensor.of(values, data.items() + 1, 4));
        try (Opening opening = Opening.of(file, samples, Optional.empty(), SECONDS)) {
            opening.number();
            opening.examine();
            assertThat(opening.contract().failed(Check.FINITE)).isTrue();
        }
    }

    @Test
    void aFileOfNumbersIsCheckedByItself() throws IOException {
        Path file = ForeignGraphs.write(folder.resolve("checked.onnx"), Kind.MASKED, data.items());
        try (Opening opening = Opening.of(file, samples, Optional.empty(), SECONDS)) {
            assertThat(refused(opening, "key,id\ni1,1\ni2,1\n")).isEqualTo("numberTwice");
            assertThat(refused(opening, "key,id\ni1,1\ni1,2\n")).isEqualTo("keyTwice");
            assertThat(refused(opening, "key,id\nno,1\nsuch,2\n")).isEqualTo("otherKeys");
            StringBuilder lacking = new StringBuilder("key,id\n");
            for (int i = 1; i < data.items(); i++) {
                lacking.append(data.itemKey(i + 2)).append(',').append(i + 1).append('\n');
            }
            opening.vocabulary("item", Files.writeString(folder.resolve("lacking.csv"), lacking));
            assertThat(opening.uncovered())
                    .containsExactly(
                            new Opening.Uncovered(Mapping.ITEM, "lacking.csv", 1, data.items(), data.itemKey(2)));
        }
    }

    private static String refused(Opening opening, String csv) throws IOException {
        Path vocabulary = Files.writeString(folder.resolve("wrong.csv"), csv);
        return catchThrowableOfType(ProblemException.class, () -> opening.vocabulary("item", vocabulary))
                .problem()
                .key();
    }

    @Test
    void numbersOffByOneAreRefused() throws IOException {
        Path file = ForeignGraphs.write(folder.resolve("numbers.onnx"), Kind.MASKED, data.items());
        for (int by : new int[] {-1, 1}) {
            StringBuilder csv = new StringBuilder("key,id\n");
            for (int i = 0; i < data.items(); i++) {
                csv.append(data.itemKey(i + 2)).append(',').append(i + 1 + by).append('\n');
            }
            Path vocabulary = Files.writeString(folder.resolve("items" + by + ".csv"), csv);
            try (Opening opening = Opening.of(file, samples, Optional.empty(), SECONDS)) {
                opening.vocabulary("item", vocabulary);
                ProblemException refused = catchThrowableOfType(ProblemException.class, opening::number);
                assertThat(refused.problem().key()).isEqualTo(by < 0 ? "paddingNumber" : "beyondTable");
            }
        }
    }

    @Test
    void theNumbersThatItemsWereLearntByWin() {
        Path file = ForeignGraphs.write(folder.resolve("knowing.onnx"), Kind.MASKED, categories());
        try (Opening opening = Opening.of(file, samples, Optional.empty(), SECONDS)) {
            opening.number();
            Vocabulary found = opening.mapping().vocabularies().get(Mapping.ITEM);
            assertThat(found.rule()).isEqualTo(Rule.SORTED); // texts that are no numbers are sorted as texts
            assertThat(found.first()).isEqualTo(1);
            assertThat(opening.table().get(0).numbering()).isEqualTo("sorted + 1");
            assertThat(opening.table()).allMatch(TriedNumbering::clear);
            assertThat(opening.table().get(0).words().en()).isEqualTo("in the order of the keys, from 1");
            assertThat(opening.table()).allMatch(line -> line.rows() >= NumberingRace.FEW);
        }
    }

    /** Items of a category are alike; numbered by the texts of their keys. */
    private static Tensor categories() {
        int width = 16;
        List<String> keys = IntStream.range(Field.FIRST, data.items() + Field.FIRST)
                .mapToObj(data::itemKey)
                .sorted()
                .toList();
        float[] values = new float[(keys.size() + 1) * width];
        for (int item = Field.FIRST; item < data.items() + Field.FIRST; item++) {
            int row = 1 + keys.indexOf(data.itemKey(item));
            values[row * width + data.itemField(1, item, 0) % width] = 1;
        }
        return Tensor.of(values, keys.size() + 1, width);
    }

    @Test
    void aModelThatKnowsNoItemBetterThanAnotherAsksForItsNumbers() {
        Path file = ForeignGraphs.write(folder.resolve("random.onnx"), Kind.MASKED, data.items());
        try (Opening opening = Opening.of(file, samples, Optional.empty(), SECONDS)) {
            ProblemException refused = catchThrowableOfType(ProblemException.class, opening::number);
            assertThat(refused.problem().key()).isEqualTo("unclear");
            assertThat(refused.problem().values().get("table")).contains("sorted + 1", "frequency + 0");
        }
    }

    @Test
    void numbersThatNobodyGaveAreFoundAnew() {
        Path file = ForeignGraphs.write(folder.resolve("anew.onnx"), Kind.MASKED, data.items());
        try (Opening opening = Opening.of(file, samples, Optional.empty(), SECONDS)) {
            opening.numberQuietly();
            List<TriedNumbering> first = opening.table();
            opening.numberQuietly();
            assertThat(opening.table()).isEqualTo(first);
            opening.choose(0);
            opening.numberQuietly(); // a chosen one is only held against its neighbours
            assertThat(opening.table()).hasSizeLessThan(first.size());
        }
    }

    @Test
    void aMappingIsReadAsItWasWritten() throws IOException {
        try (Opening opening = opened(Kind.MASKED)) {
            Path file = Files.write(
                    folder.resolve("mapping.json"), opening.mapping().json());
            assertThat(Mapping.read(file)).isEqualTo(opening.mapping());
            opening.mapping(opening.mapping()
                    .with(Mapping.ITEM, new Vocabulary(Rule.FILE, null, "f", Map.of("a", 3L), 1L, .5)));
            Files.write(file, opening.mapping().json());
            assertThat(Mapping.read(file)).isEqualTo(opening.mapping());
        }
    }
}
