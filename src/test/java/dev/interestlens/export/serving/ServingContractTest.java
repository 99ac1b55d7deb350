package dev.interestlens.export.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.interestlens.data.RawBatch;
import dev.interestlens.export.ModelInputTensor;
import dev.interestlens.export.RoundTrip;
import dev.interestlens.export.onnx.OnnxExport;
import dev.interestlens.export.torch.TorchExport;
import dev.interestlens.model.ContractCases;
import dev.interestlens.model.TrainedModel;
import dev.interestlens.model.config.ModelConfig;
import dev.interestlens.model.graph.CacheRule;
import dev.interestlens.model.graph.ServingForm;
import dev.interestlens.model.graph.ServingForm.Passed;
import dev.interestlens.nn.Ops;
import dev.interestlens.nn.Tensors;
import dev.interestlens.store.Disk;
import dev.interestlens.store.ProblemException;
import dev.interestlens.store.Tensor;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pair of graphs says of every family, preset and switch what the model itself says. */
@Tag("contract")
class ServingContractTest {
    private static final float CLOSE = 1e-5f;
    private static final Map<String, ModelConfig> CASES = ContractCases.all();
    private static final RawBatch CATALOGUE = ContractCases.batch(new int[11]);
    private static final RawBatch LARGER = ContractCases.batch(new int[40]);

    @TempDir
    static Path folder;

    @BeforeAll
    static void computeOnOneThread() {
        Tensors.onCpu().close(); // loads the engine
        Ops.threads(1);
    }

    static Collection<String> cases() {
        return ContractCases.names();
    }

    private static ServingSession session(TrainedModel model) {
        Path user = folder.resolve("user.onnx");
        Path candidate = folder.resolve("candidate.onnx");
        ServingForm form = new OnnxExport(Disk.real()).writePair(model, Map.of(), user, candidate);
        return ServingSession.open(form, model.input(), user, candidate);
    }

    private static int longest() {
        return ContractCases.INPUT.historyLength();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void thePairScoresAsTheModelDoes(String name) {
        try (TrainedModel model = ContractCases.model(CASES.get(name));
                ServingSession session = session(model)) {
            for (int length = 0; length <= longest(); length++) {
                RawBatch single = ContractCases.batch(length);
                CachedUser kept = session.user(single);
                assertThat(session.logits(kept, single, CATALOGUE))
                        .as("length " + length)
                        .containsExactly(model.logits(single.before(CATALOGUE)), within(CLOSE));
                assertThat(session.logits(kept, single, CATALOGUE.candidates(new int[0])))
                        .isEmpty();
                assertThat(session.logits(kept, single, CATALOGUE.candidates(new int[] {3})))
                        .as("alone, length " + length)
                        .containsExactly(
                                model.logits(single.before(CATALOGUE.candidates(new int[] {3}))), within(CLOSE));
            }
            RawBatch single = ContractCases.batch(longest());
            float[] many = session.logits(session.user(single), single, LARGER);
            assertThat(RoundTrip.of(model.logits(single.before(LARGER)), many).largestScore())
                    .as("many")
                    .isLessThanOrEqualTo(CLOSE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"din", "dien", "bst"})
    void aCandidateIsSearchedByEachOfItsCategories(String family) {
        ModelConfig config = CASES.get(family + " balanced reading.kind=CATEGORY");
        RawBatch catalogue = ContractCases.severalCategories(CATALOGUE);
        try (TrainedModel model = ContractCases.model(config, ContractCases.SEVERAL_CATEGORIES);
                ServingSession session = session(model)) {
            for (int length = 0; length <= longest(); length++) {
                RawBatch single = ContractCases.severalCategories(ContractCases.batch(length));
                assertThat(session.logits(session.user(single), single, catalogue))
                        .as("length " + length)
                        .containsExactly(model.logits(single.before(catalogue)), within(CLOSE));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"CATEGORY", "DOT"})
    void ofEqualBehavioursTheNewestAreFound(String kind) {
        ModelConfig config = CASES.get("bst balanced reading.kind=" + kind); // positions tell equal behaviours apart
        RawBatch single = ContractCases.batch(longest());
        for (int[] field : single.history) {
            Arrays.fill(field, field[0]);
        }
        try (TrainedModel model = ContractCases.model(config);
                ServingSession session = session(model)) {
            assertThat(session.logits(session.user(single), single, CATALOGUE))
                    .containsExactly(model.logits(single.before(CATALOGUE)), within(CLOSE));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void usersTogetherKeepWhatEachKeepsAlone(String name) {
        RawBatch users = ContractCases.batch(3, 0, 8);
        try (TrainedModel model = ContractCases.model(CASES.get(name));
                ServingSession session = session(model)) {
            Map<String, Tensor> together = session.users(users);
            for (int u = 0; u < users.size(); u++) {
                RawBatch single = users.samples(new int[] {u});
                Map<String, Tensor> own = new HashMap<>();
                for (Passed each : session.form().passed()) {
                    own.put(each.name(), ofUser(together.get(each.name()), u, each.grows() ? users.length(u) : -1));
                }
                assertThat(session.logits(new CachedUser(own, Map.of()), single, CATALOGUE))
                        .containsExactly(model.logits(single.before(CATALOGUE)), within(CLOSE));
            }
            for (Tensor none : session.users(ContractCases.batch()).values()) {
                assertThat(none.shape()[0]).isZero();
            }
        }
    }

    /** One user's tensor, cut to as many rows as that user has behaviours; −1 cuts nothing. */
    private static Tensor ofUser(Tensor together, int user, int length) {
        long[] shape = together.shape();
        int each = (int) (together.elements() / shape[0]);
        shape[0] = 1;
        int count = each;
        if (length >= 0) {
            count = each / (int) shape[1] * length;
            shape[1] = length;
        }
        return Tensor.of(Arrays.copyOfRange(together.floats(), user * each, user * each + count), shape);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aKeptUserAndANewBehaviourScoreAsTheWholeHistoryOrAreRefused(String name) {
        try (TrainedModel model = ContractCases.model(CASES.get(name));
                ServingSession session = session(model)) {
            for (int length = 1; length <= longest(); length++) {
                RawBatch single = ContractCases.batch(length);
                CachedUser before = session.user(single.oldest(length - 1));
                RawBatch later = single.mostRecent(1);
                if (!session.form().cache().append().exact()) {
                    assertThatThrownBy(() -> session.append(before, later)).isInstanceOf(ProblemException.class);
                    return;
                }
                assertThat(session.logits(session.append(before, later), single, CATALOGUE))
                        .as("length " + length)
                        .containsExactly(model.logits(single.before(CATALOGUE)), within(CLOSE));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aKeptUserWithoutTheOldestScoresAsTheShorterHistoryOrIsRefused(String name) {
        try (TrainedModel model = ContractCases.model(CASES.get(name));
                ServingSession session = session(model)) {
            RawBatch single = ContractCases.batch(6);
            CachedUser whole = session.user(single);
            RawBatch shorter = single.mostRecent(4);
            if (!session.form().cache().drop().exact()) {
                assertThatThrownBy(() -> whole.drop(session.form(), 2)).isInstanceOf(ProblemException.class);
                return;
            }
            assertThat(session.logits(whole.drop(session.form(), 2), shorter, CATALOGUE))
                    .containsExactly(model.logits(shorter.before(CATALOGUE)), within(CLOSE));
        }
    }

    /** Where a cache is refused, the shorter way would score otherwise: the refusal is no mere caution. */
    @Test
    void moreCandidatesThanFitAtOnceScoreAsEachDoesAmongFew() {
        try (TrainedModel model = ContractCases.model(CASES.get("din balanced"));
                ServingSession session = session(model)) {
            int[] many = IntStream.range(0, session.form().candidatesAtOnce() + 40)
                    .map(i -> i % CATALOGUE.size())
                    .toArray();
            RawBatch single = ContractCases.batch(6);
            CachedUser kept = session.user(single);
            float[] few = session.logits(kept, single, CATALOGUE);
            float[] logits = session.logits(kept, single, CATALOGUE.samples(many));
            assertThat(logits).hasSameSizeAs(many);
            for (int i = 0; i < many.length; i++) {
                assertThat(logits[i]).isCloseTo(few[many[i]], within(1e-5f));
            }
        }
    }

    @Test
    void theStatesOfDienCannotLoseTheirBeginning() {
        try (TrainedModel model = ContractCases.model(CASES.get("dien balanced"));
                ServingSession session = session(model)) {
            RawBatch single = ContractCases.batch(6);
            ServingForm form = session.form();
            ServingForm careless = new ServingForm(
                    form.lookup(),
                    form.user(),
                    form.candidate(),
                    form.passed(),
                    form.carried(),
                    form.gives(),
                    form.logits(),
                    CacheRule.ROWS,
                    form.candidatesAtOnce());
            CachedUser cut = session.user(single).drop(careless, 2);
            RawBatch shorter = single.mostRecent(4);
            RoundTrip trip =
                    RoundTrip.of(model.logits(shorter.before(CATALOGUE)), session.logits(cut, shorter, CATALOGUE));
            assertThat(trip.largestLogit()).isGreaterThan(1e-3);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    @Tag("thorough")
    void theArchivesOfTorchScoreAsTheModelDoes(String name) {
        Path user = folder.resolve("user.pt");
        Path candidate = folder.resolve("candidate.pt");
        try (TrainedModel model = ContractCases.model(CASES.get(name))) {
            ServingForm form = new TorchExport(Disk.real()).writePair(model, Map.of(), user, candidate);
            for (int length : new int[] {0, 1, 5, longest()}) {
                RawBatch catalogue = length == longest() ? LARGER : CATALOGUE;
                RawBatch single = ContractCases.batch(length);
                Map<String, Tensor> given =
                        ModelInputTensor.arrays(ModelInputTensor.of(form.user().fields(), model.input(), single));
                form.carried()
                        .forEach(each -> given.put(each.before(), Tensor.of(new float[each.width()], 1, each.width())));
                List<Tensor> kept = TorchExport.compute(user, ordered(form.user(), given));
                Map<String, Tensor> asked = ModelInputTensor.arrays(
                        ModelInputTensor.ofCandidates(form.candidate().fields(), model.input(), single, catalogue));
                List<String> outputs = form.gives();
                for (int i = 0; i < outputs.size(); i++) {
                    asked.put(outputs.get(i), kept.get(i));
                }
                assertThat(TorchExport.compute(candidate, ordered(form.candidate(), asked))
                                .get(1)
                                .floats())
                        .as("length " + length)
                        .containsExactly(model.logits(single.before(catalogue)), within(CLOSE));
            }
        }
    }

    private static List<Tensor> ordered(ServingForm.Takes takes, Map<String, Tensor> arrays) {
        return takes.arguments().stream().map(arrays::get).toList();
    }
}
