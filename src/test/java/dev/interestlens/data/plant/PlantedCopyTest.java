package dev.interestlens.data.plant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interestlens.data.Integrity;
import dev.interestlens.data.Layout;
import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.source.PrepareOptions;
import dev.interestlens.data.source.Progress;
import dev.interestlens.data.source.prepare.Sources;
import dev.interestlens.data.synth.LogKind;
import dev.interestlens.data.synth.cause.Cause;
import dev.interestlens.data.synth.cause.CausesReader;
import dev.interestlens.data.synth.cause.Channel;
import dev.interestlens.store.Disk;
import dev.interestlens.store.EnumNames;
import dev.interestlens.store.ProblemException;
import dev.interestlens.store.Target;
import dev.interestlens.store.Target.Existing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlantedCopyTest {
    @TempDir
    static Path folder;

    private static PreparedDataset log;

    @BeforeAll
    static void prepare() {
        LogKind.MIXED.log(400, 3).write(folder.resolve("shop"));
        log = Sources.prepare(
                List.of(folder.resolve("shop")), PrepareOptions.defaults(), folder.resolve("log"), Progress.none());
    }

    @AfterAll
    static void close() {
        log.close();
    }

    private static PlantReport plant(PlantedLaw law, long seed, Path out) {
        return PlantedCopy.write(
                log,
                new PlantSettings(law, PlantSettings.SHARE, seed),
                Target.folder(out, Layout.KIND, Existing.REPLACED),
                Disk.real());
    }

    @ParameterizedTest
    @EnumSource(
            value = PlantedLaw.class,
            names = {"SAME", "PAIR", "ORDER"})
    void everyPlantedEffectHasItsCausesBeforeIt(PlantedLaw law) {
        Path out = folder.resolve("causes-" + EnumNames.lower(law));
        PlantReport report = plant(law, 5, out);
        Map<List<String>, String> pairs =
                report.pairs().stream().collect(Collectors.toMap(PlantReport.Pair::causes, PlantReport.Pair::effect));
        int effects = 0;
        try (PreparedDataset planted = PreparedDataset.open(out)) {
            for (Map.Entry<String, List<Cause>> own :
                    CausesReader.read(out.resolve(Layout.CAUSES)).entrySet()) {
                long first = planted.firstEvent(planted.userOf(own.getKey()));
                for (Cause cause : own.getValue()) {
                    if (cause.channel() == Channel.N) {
                        continue;
                    }
                    List<String> before = java.util.Arrays.stream(cause.support())
                            .mapToObj(at -> planted.itemKey(planted.eventItem(first + at)))
                            .toList();
                    assertThat(pairs)
                            .containsEntry(before, planted.itemKey(planted.eventItem(first + cause.position())));
                    effects++;
                }
            }
        }
        assertThat(effects)
                .isEqualTo(report.planted().train()
                        + report.planted().valid()
                        + report.planted().test())
                .isGreaterThan(60);
        assertThat(report.planted().test()).isGreaterThan(50);
        assertThat(report.decoys()).isGreaterThan(effects);
    }

    @Test
    void onlyItemsOfEventsChangeAndOnlyAsManyAsAreTold() {
        Path out = folder.resolve("changed");
        PlantReport report = plant(PlantedLaw.SAME, 5, out);
        try (PreparedDataset planted = PreparedDataset.open(out)) {
            assertThat(planted.events()).isEqualTo(log.events());
            assertThat(planted.users()).isEqualTo(log.users());
            assertThat(planted.items()).isEqualTo(log.items());
            long changed = 0;
            for (long event = 0; event < log.events(); event++) {
                changed += planted.eventItem(event) == log.eventItem(event) ? 0 : 1;
                assertThat(planted.eventTime(event)).isEqualTo(log.eventTime(event));
            }
            assertThat(changed).isPositive().isLessThanOrEqualTo(report.events());
        }
        assertThat(Integrity.check(out, () -> false)).isEmpty();
    }

    @Test
    void aPlantedCopyIsNeverTakenForTheLog() {
        Path out = folder.resolve("marked");
        plant(PlantedLaw.ORDER, 5, out);
        try (PreparedDataset planted = PreparedDataset.open(out)) {
            assertThat(planted.info().planted()).contains("order");
            assertThat(planted.info().name()).endsWith("-planted-order");
            assertThat(planted.info().fingerprint()).isNotEqualTo(log.info().fingerprint());
            assertThat(planted.info().notes().get(0).reason()).isEqualTo("planted");
            assertThatThrownBy(() -> new Planting(planted, new PlantSettings(PlantedLaw.SAME, 0.02, 1)))
                    .isInstanceOf(ProblemException.class)
                    .satisfies(e ->
                            assertThat(((ProblemException) e).problem().key()).isEqualTo("plantedAlready"));
        }
        assertThat(log.info().planted()).isEmpty();
    }

    @Test
    void theSameSeedGivesTheSameBytes() throws IOException {
        plant(PlantedLaw.SAME, 9, folder.resolve("one"));
        plant(PlantedLaw.SAME, 9, folder.resolve("two"));
        plant(PlantedLaw.SAME, 10, folder.resolve("three"));
        for (String name : Set.of("dataset.json", "causes.csv", "events.item")) {
            assertThat(folder.resolve("two").resolve(name))
                    .hasSameBinaryContentAs(folder.resolve("one").resolve(name));
        }
        assertThat(Files.readString(folder.resolve("three/causes.csv")))
                .isNotEqualTo(Files.readString(folder.resolve("one/causes.csv")));
    }

    @Test
    void aLogThatIsTooSmallIsRefusedBeforeAnythingIsWritten() {
        Path out = folder.resolve("far");
        assertThatThrownBy(() -> plant(PlantedLaw.FAR, 5, out))
                .isInstanceOf(ProblemException.class)
                .satisfies(
                        e -> assertThat(((ProblemException) e).problem().key()).isEqualTo("fewUsers"));
        assertThat(out).doesNotExist();
    }
}
