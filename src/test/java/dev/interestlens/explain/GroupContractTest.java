package dev.interestlens.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.interestlens.data.RawBatch;
import dev.interestlens.explain.effect.Effects;
import dev.interestlens.explain.effect.Group;
import dev.interestlens.explain.effect.Group.Kind;
import dev.interestlens.explain.effect.GroupEffect;
import dev.interestlens.explain.effect.GroupRemovals;
import dev.interestlens.explain.look.Scores;
import dev.interestlens.explain.words.Text;
import dev.interestlens.model.ContractCases;
import dev.interestlens.model.CtrModel;
import dev.interestlens.model.Removal;
import dev.interestlens.model.config.ModelConfig;
import dev.interestlens.nn.Ops;
import dev.interestlens.nn.Tensors;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The joint Effect of a group in every family, preset and structure, against a forward pass in which the whole group is hidden. */
@Tag("contract")
class GroupContractTest {
    private static final Map<String, ModelConfig> CASES = ContractCases.all();
    private static final Tensors TENSORS = Tensors.onCpu();
    private static final double EXACT = 1e-9;
    private static final double PARTS = 1e-6;

    @BeforeAll
    static void computeOnOneThread() {
        Ops.threads(1);
    }

    @AfterAll
    static void free() {
        TENSORS.close();
    }

    static Collection<String> cases() {
        return ContractCases.names();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theEffectOfAGroupEqualsHidingAllOfIt(String name) {
        RawBatch single = ContractCases.batch(7);
        List<Group> groups = Stream.of(List.of(0, 1, 2), List.of(1, 4), List.of(3), List.of(0, 2, 3, 5, 6), all())
                .map(positions -> new Group(Kind.CATEGORY, Text.same("g"), positions))
                .toList();
        try (CtrModel model = ContractCases.spread(CASES.get(name), TENSORS)) {
            Removal removal = model.removal(single);
            double whole = ContractCases.inDouble(model, single);
            for (GroupEffect each : new GroupRemovals(removal, Effects.of(removal)).measure(groups)) {
                boolean[] hidden = new boolean[7];
                each.group().positions().forEach(j -> hidden[j] = true);
                double without = ContractCases.inDouble(model, single.withHidden(hidden));
                assertThat(each.effect()).isCloseTo(whole - without, within(EXACT));
                assertThat(each.points()).isCloseTo(Scores.sigmoid(whole) - Scores.sigmoid(without), within(EXACT));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void whatTheTableDoesNotDoIsWhatTheModelDoesWithoutIt(String name) {
        RawBatch single = ContractCases.batch(7);
        List<Group> groups = Stream.of(List.of(1), List.of(2, 5), all())
                .map(positions -> new Group(Kind.CATEGORY, Text.same("g"), positions))
                .toList();
        try (CtrModel model = ContractCases.spread(CASES.get(name), TENSORS)) {
            Effects with = Effects.of(model.removal(single));
            List<GroupEffect> groupsWith = new GroupRemovals(model.removal(single), with).measure(groups);
            assertThat(with.byTable().isKnown()).isEqualTo(model.neighbours().isPresent());
            if (with.byTable().isKnown()) {
                assertThat(Arrays.stream(with.byTable().effect())).anyMatch(part -> Math.abs(part) > 1e-6);
                model.weighNeighbours(0);
            }
            Effects without = Effects.of(model.removal(single));
            List<GroupEffect> groupsWithout = new GroupRemovals(model.removal(single), without).measure(groups);
            for (int j = 0; j < 7; j++) {
                double byTable = with.byTable().effect()[j];
                assertThat(with.effect()[j]).isCloseTo(without.effect()[j] + byTable, within(PARTS));
                assertThat(with.ofAttention()[j])
                        .isEqualTo(with.byTable().beside() ? with.effect()[j] - byTable : with.effect()[j]);
            }
            for (int g = 0; g < groups.size(); g++) {
                GroupEffect each = groupsWith.get(g);
                double rest = groupsWithout.get(g).effect();
                assertThat(each.effect()).isCloseTo(rest + each.byTable(), within(PARTS));
            }
        }
    }

    private static List<Integer> all() {
        return List.of(0, 1, 2, 3, 4, 5, 6);
    }
}
