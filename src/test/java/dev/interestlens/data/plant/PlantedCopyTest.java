package dev.interestlens.data.plant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

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
import dev.interestlens.store.OutputPath;
import dev.interestlens.store.OutputPath.Existing;
import dev.interestlens.store.Problem;
import dev.interestlens.store.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
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
                OutputPath.folder(out, Layout.KIND, Existing.REPLACED),
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
            assertThat(planted.info().origin().name()).endsWith("-planted-order");
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

    private static PlantReport plant(PreparedDataset data, PlantedLaw law, double share) {
        return PlantedCopy.write(
                data,
                new PlantSettings(law, share, 5),
                OutputPath.folder(folder.resolve("refused"), Layout.KIND, Existing.REFUSED),
                Disk.real());
    }

    private static Problem refused(PreparedDataset data, PlantedLaw law, double share) {
        Problem problem = catchThrowableOfType(ProblemException.class, () -> plant(data, law, share))
                .problem();
        assertThat(folder.resolve("refused")).doesNotExist();
        return problem;
    }

    @Test
    void aLogWithoutLongHistoriesIsRefusedWithOtherLaws() {
        assertThat(refused(log, PlantedLaw.FAR, 0.02).text(Locale.ENGLISH))
                .contains("another law")
                .doesNotContain("share");
    }

    @Test
    void aSmallLogIsRefusedForALargerOneSinceTheFewestUsersDecide() {
        LogKind.MIXED.log(100, 3).write(folder.resolve("small-shop"));
        try (PreparedDataset small = Sources.prepare(
                List.of(folder.resolve("small-shop")),
                PrepareOptions.defaults(),
                folder.resolve("small"),
                Progress.none())) {
            assertThat(refused(small, PlantedLaw.SAME, 0.02).text(Locale.ENGLISH))
                    .contains("180 of them", "Choose a larger log.")
                    .doesNotContain("share", "law");
        }
    }

    @Test
    void aShareThatIsTooLargeIsRefusedWithTheLargestThatIsNot() throws IOException {
        StringBuilder rows = new StringBuilder("user,item,time,category\n");
        for (int user = 0; user < 800; user++) {
            for (int event = 0; event < 10; event++) {
                boolean popular = event == 9 && user % 5 > 0; // the last item of four users of five is above the middle
                int item = popular ? 99 : (7 * user + 3 * event) % 60;
                rows.append(String.format(
                        Locale.ROOT, "u%d,i%d,%d,c%d%n", user, item, 1_700_000_000 + 3_600 * event + user, item % 12));
            }
        }
        Path table = Files.writeString(folder.resolve("large.csv"), rows);
        try (PreparedDataset large =
                Sources.prepare(List.of(table), PrepareOptions.defaults(), folder.resolve("large"), Progress.none())) {
            Problem problem = refused(large, PlantedLaw.SAME, 0.25);
            assertThat(problem.text(Locale.ENGLISH)).contains("--share of at most");
            plant(large, PlantedLaw.SAME, Double.parseDouble(problem.values().get("most")));
        }
    }
}
