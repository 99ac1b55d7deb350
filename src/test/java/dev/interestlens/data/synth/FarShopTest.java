package dev.interestlens.data.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.source.PrepareOptions;
import dev.interestlens.data.source.Progress;
import dev.interestlens.data.source.prepare.Sources;
import dev.interestlens.data.synth.cause.CausesReader;
import dev.interestlens.metric.Auc;
import dev.interestlens.store.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FarShopTest {
    private static final int LENGTH = 300;

    @TempDir
    Path folder;

    private static FarSettings settings(FarCause cause, int users) {
        return FarSettings.of(cause, users, LENGTH, List.of(10, 200), 7);
    }

    @ParameterizedTest
    @EnumSource(FarCause.class)
    void whoKnowsEveryCauseReachesTheCeiling(FarCause cause) {
        FarShop shop = new FarShop(settings(cause, 600));
        List<LongHistoryCustomer.Target> all = IntStream.range(0, 600)
                .boxed()
                .flatMap(user -> shop.customer(user).targets().stream())
                .toList();

        double[] scores = all.stream().mapToDouble(t -> t.caused() ? 1 : 0).toArray();
        float[] labels = new float[scores.length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = all.get(i).chosen() ? 1 : 0;
        }

        assertThat(settings(cause, 1).ceiling()).isEqualTo(0.95, within(1e-12));
        assertThat(Auc.of(scores, labels).value()).isEqualTo(0.95, within(0.015));
    }

    @ParameterizedTest
    @EnumSource(FarCause.class)
    void theCauseIsWhereItIsSaidToBeAndNowhereElse(FarCause cause) {
        FarWorld world = new FarWorld(7);
        for (int user = 0; user < 40; user++) {
            LongHistoryCustomer customer = LongHistoryCustomer.of(settings(cause, 40), world, user);
            List<Integer> events =
                    new ArrayList<>(Arrays.stream(customer.history()).boxed().toList());
            for (LongHistoryCustomer.Target target : customer.targets()) {
                assertThat(target.position()).isEqualTo(events.size());
                boolean there = IntStream.range(0, events.size())
                        .anyMatch(at -> causes(cause, world, events.get(at), target.item()));
                assertThat(there).isEqualTo(target.caused());
                for (int at : target.support()) {
                    assertThat(causes(cause, world, events.get(at), target.item()))
                            .isEqualTo(target.caused());
                    assertThat(events.size() - at)
                            .isBetween((int) (target.distance() * 0.8) - 1, (int) (target.distance() * 1.2) + 40);
                }
                if (target.chosen()) {
                    events.add(target.item());
                }
            }
        }
    }

    private static boolean causes(FarCause cause, FarWorld world, int behaviour, int candidate) {
        return switch (cause) {
            case SAME -> world.category(behaviour) == world.category(candidate);
            case COMPLEMENT -> world.category(behaviour) == world.causeOf(world.category(candidate));
            case CROWDED -> behaviour == candidate;
        };
    }

    @Test
    void aTenthOfACrowdedHistoryIsOfTheCandidatesCategory() {
        FarWorld world = new FarWorld(7);
        LongHistoryCustomer customer =
                LongHistoryCustomer.of(FarSettings.of(FarCause.CROWDED, 1, 5000, List.of(10), 7), world, 0);
        int category = world.category(customer.targets().get(0).item());

        long alike = Arrays.stream(customer.history())
                .filter(item -> world.category(item) == category)
                .count();

        assertThat(alike / 5000.0).isEqualTo(0.1, within(0.02));
    }

    @Test
    void whatIsWrittenIsReadAsLabelledAndItsCausesAgree() throws IOException {
        FarShop.Report report = new FarShop(settings(FarCause.SAME, 4)).write(folder.resolve("far"));

        assertThat(report.ceiling()).isEqualTo(0.95);
        var causes = CausesReader.read(folder.resolve("far/causes.csv"));
        try (PreparedDataset data = Sources.prepare(
                List.of(folder.resolve("far")), PrepareOptions.defaults(), folder.resolve("set"), Progress.none())) {
            assertThat(data.info().labelled()).isTrue();
            assertThat(data.users()).isEqualTo(4);
            assertThat(data.schema().hasCategory()).isTrue();
            assertThat(causes.values().stream().mapToInt(List::size).sum()).isEqualTo((int) data.events());
        }
        assertThat(Files.readAllLines(folder.resolve("far/targets.csv"))).hasSize(1 + 4 * 14);
    }

    @Test
    void aDistanceBeyondTheHistoryIsRefused() {
        assertThatThrownBy(() -> FarSettings.of(FarCause.SAME, 1, 100, List.of(100), 7))
                .isInstanceOf(ProblemException.class);
        assertThat(FarSettings.of(FarCause.SAME, 1, 300, List.of(), 7).distances())
                .containsExactly(10, 200);
    }
}
