package dev.interestlens.measurement.ageing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.within;

import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.protocol.Logs;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.data.source.PrepareOptions;
import dev.interestlens.data.source.Progress;
import dev.interestlens.data.source.prepare.Sources;
import dev.interestlens.measurement.ageing.AgeingReport.HalfLifeFound;
import dev.interestlens.measurement.ageing.AgeingReport.Said;
import dev.interestlens.metric.Interval;
import dev.interestlens.model.config.Preset;
import dev.interestlens.store.Disk;
import dev.interestlens.store.EnumNames;
import dev.interestlens.store.Problem;
import dev.interestlens.store.ProblemException;
import dev.interestlens.store.SealedJson;
import dev.interestlens.testing.AgeingShop;
import dev.interestlens.train.Trainer;
import dev.interestlens.train.TrainingControl;
import dev.interestlens.train.config.ConfigJson;
import dev.interestlens.train.config.ExperimentConfig;
import dev.interestlens.train.run.RunDescription;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.workspace.LeftOut;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgeingTest {
    private static final double HALF = Math.log(2);

    private static final List<String> SMALL = List.of(
            "model.embeddingSize=4",
            "model.fieldEmbeddingSize=4",
            "model.head.hidden=8",
            "training.threads=1",
            "training.steps=40",
            "training.batchSize=64",
            "training.itemEmbeddingsFrom=",
            "data.protocol.history.maxLength=10");

    @TempDir
    private Path folder;

    private static AgeingSettings settings(int cuts, double window) {
        return new AgeingSettings(ExperimentConfig.preset("neighbours", Preset.QUICK), "quick", cuts, window, false);
    }

    @ParameterizedTest
    @CsvSource({
        "10, 8, 12, HALVED", // half-lives in days: found, and the ends of the interval; models were at most 40 days old
        "39, 20, 400, HALVED",
        "41, 20, 400, CANNOT_TELL",
        "60, 40, 400, NOT_YET",
        "60, 39, 400, CANNOT_TELL",
    })
    void anIntervalSaysWhatItCan(double days, double low, double high, Said said) {
        HalfLifeFound found = Triangle.said(
                HALF / days, new Interval(HALF / high, HALF / low, .95), 40, .1, new Interval(.05, .2, .95));

        assertThat(found.said()).isEqualTo(EnumNames.name(said));
        assertThat(found.days()).isCloseTo(days, within(1e-9));
    }

    @Test
    void aLeadThatMayGrowHasNoEnd() {
        Interval lead = new Interval(.05, .2, .95);
        HalfLifeFound within = Triangle.said(.05, new Interval(-.01, .1, .95), 40, .1, lead);
        HalfLifeFound beyond = Triangle.said(-.001, new Interval(-.01, .01, .95), 40, .1, lead);

        assertThat(within.high()).isNull();
        assertThat(within.said()).isEqualTo("cannotTell");
        assertThat(beyond.days()).isNull();
        assertThat(beyond.said()).isEqualTo("notYet");
    }

    @Test
    void withoutALeadNothingIsSaidOfItsHalfLife() {
        assertThat(Triangle.said(.05, new Interval(.04, .06, .95), 40, .01, new Interval(0, .02, .95))
                        .said())
                .isEqualTo("noLead");
    }

    @Test
    void cutsShareTheSecondHalfOfTheLog() {
        AgeingSettings six = settings(6, .5);

        assertThat(six.share(0)).isEqualTo(.5);
        assertThat(six.share(6)).isEqualTo(1);
        assertThat(six.trained(3)).isLessThan(six.share(3));
        assertThat(six.from(3)).isEqualTo(six.trained(3) / 2);
        assertThat(settings(6, 1).from(3)).isZero();
    }

    @Test
    void everyModelIsAskedTheSameKnownEventsOnceTheyAreInTheSlice() throws IOException {
        Path log = new AgeingShop(120, 30, 10, .1, .3, 3).write(folder.resolve("log.csv"));
        try (PreparedDataset data =
                Sources.prepare(List.of(log), PrepareOptions.defaults(), folder.resolve("data"), Progress.none())) {
            Slices slices = new Slices(data, settings(2, 1));
            List<Slices.Asked> asked = slices.asked(1, true);

            assertThat(asked).hasSizeGreaterThan(50).allSatisfy(each -> {
                assertThat(each.time()).isBetween(slices.begin(1), slices.begin(2) - 1);
                assertThat(each.position()).isPositive();
                assertThat(data.eventItem(data.firstEvent(each.user()) + each.position()))
                        .isEqualTo(each.item());
            });
            assertThat(slices.events(0) + slices.events(1))
                    .isBetween(data.events() * 49 / 100, data.events() * 51 / 100);
            assertThat(slices.trained(1)).isLessThan(slices.begin(1));
        }
    }

    @Test
    void aLogThatIsTooSmallIsRefusedBeforeAnythingIsTrained() {
        try (PreparedDataset data = Logs.random(folder, 50, 2)) {
            assertThatThrownBy(() -> Ageing.measure(
                            data.folder(), settings(6, 1), (run, part) -> fail("trained"), Progress.none()))
                    .isInstanceOf(ProblemException.class);
            assertThat(Files.exists(data.folder().resolve("ageing"))).isFalse();
        }
    }

    @Test
    void aLogWithoutTimesIsRefused() throws IOException {
        StringBuilder rows = new StringBuilder("user,item\n");
        for (int i = 0; i < 3000; i++) {
            rows.append("u" + i % 100 + ",i" + i * 7 % 30 + "\n");
        }
        Path log = Files.writeString(folder.resolve("log.csv"), rows);
        try (PreparedDataset data =
                Sources.prepare(List.of(log), PrepareOptions.defaults(), folder.resolve("data"), Progress.none())) {
            assertThatThrownBy(() -> new Slices(data, settings(2, 1))).hasMessageContaining("no times");
        }
    }

    /** Each call trains thirty steps at most, of models that are trained anew and of those that go on. */
    @Test
    @Tag("thorough")
    void whatWasStoppedGoesOnToTheSameBytes() throws IOException {
        Path log = new AgeingShop(150, 30, 10, .1, 0, 3).write(folder.resolve("log.csv"));
        ExperimentConfig config = ExperimentConfig.preset("din", Preset.QUICK);
        for (String setting : SMALL) {
            config = ConfigJson.set(config, setting);
        }
        AgeingSettings settings = new AgeingSettings(config, "quick", 2, .8, true);
        prepare(log, "alone");
        prepare(log, "stopped");

        AgeingReport alone = Ageing.measure(
                folder.resolve("alone"), settings, (run, part) -> train(run, Integer.MAX_VALUE), Progress.none());
        int stopped = 0;
        AgeingReport found = null;
        while (found == null) {
            try {
                found = Ageing.measure(
                        folder.resolve("stopped"), settings, (run, part) -> train(run, 30), Progress.none());
            } catch (ProblemException interrupted) {
                assertThat(interrupted.problem().kind()).isEqualTo(Problem.Kind.CANCELLED);
                stopped++;
            }
        }

        assertThat(stopped).isGreaterThan(3);
        assertThat(SealedJson.bytes(found)).isEqualTo(SealedJson.bytes(alone));
        assertThat(alone.warm().steps()).singleElement().satisfies(step -> {
            assertThat(step.steps()).isPositive();
            assertThat(step.fresh()).isEqualTo(alone.cells().get(2).ndcg10());
        });
        Path going = folder.resolve("alone").resolve("ageing");
        try (Stream<Path> files = Files.walk(going)) {
            Path run = files.filter(each -> each.endsWith("warm-run-1"))
                    .findFirst()
                    .orElseThrow();
            assertThat(new RunFolder(run).read().before()).isEqualTo(run.resolveSibling("run-0"));
        }
    }

    private void prepare(Path log, String name) throws IOException {
        Sources.prepare(List.of(log), PrepareOptions.defaults(), folder.resolve(name), Progress.none())
                .close();
    }

    private static void train(RunFolder run, int steps) {
        RunDescription described = run.read();
        try (PreparedDataset data = described.openDataset()) {
            SampleSet samples = SampleSet.build(
                    data,
                    described.config().protocol(),
                    described.config().evaluationSeed(),
                    LeftOut.of(data, described).omission());
            AtomicInteger taken = new AtomicInteger();
            TrainingControl control =
                    () -> taken.incrementAndGet() > steps ? TrainingControl.Wish.STOP : TrainingControl.Wish.GO_ON;
            new Trainer(run, samples, Disk.real(), Runnable::run, control, entry -> {}).train();
        }
    }
}
