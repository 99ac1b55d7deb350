package dev.interestlens.measurement.trust;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interestlens.data.ColumnCopies;
import dev.interestlens.data.ColumnSum;
import dev.interestlens.data.ColumnWriter;
import dev.interestlens.data.DatasetInfo;
import dev.interestlens.data.Layout;
import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.Seal;
import dev.interestlens.data.plant.PlantSettings;
import dev.interestlens.data.plant.PlantedCopy;
import dev.interestlens.data.plant.PlantedLaw;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.data.source.Progress;
import dev.interestlens.data.synth.cause.Cause;
import dev.interestlens.data.synth.cause.CausesReader;
import dev.interestlens.data.synth.cause.Channel;
import dev.interestlens.model.config.Preset;
import dev.interestlens.store.Disk;
import dev.interestlens.store.Json;
import dev.interestlens.store.OutputPath;
import dev.interestlens.store.OutputPath.Existing;
import dev.interestlens.testing.TinyShop;
import dev.interestlens.train.Trainer;
import dev.interestlens.train.TrainingControl;
import dev.interestlens.train.config.ConfigJson;
import dev.interestlens.train.config.ExperimentConfig;
import dev.interestlens.train.run.RunDescription;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.workspace.OpenRun;
import dev.interestlens.workspace.StagedProgress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where effects do not follow from their causes nothing is claimed; where they do, it is. {@code -Dinterestlens.plantings} sets how many are tried. */
@Tag("thorough")
class ShuffledEffectsTest {
    private static final int PLANTINGS = Integer.getInteger("interestlens.plantings", 1);

    @TempDir
    Path folder;

    private Path log;

    @BeforeEach
    void prepare() {
        log = TinyShop.prepare(folder, 400);
    }

    @Test
    void effectsThatWereExchangedAreNotLearnt() throws IOException {
        List<TrustReport.Learnt> all = new ArrayList<>();
        for (int seed = 1; seed <= PLANTINGS; seed++) {
            all.add(learnt(exchanged(planted(seed), seed), seed));
        }
        assertThat(all).noneMatch(TrustReport.Learnt::said);
    }

    @Test
    void effectsThatFollowFromTheirCausesAreLearnt() throws IOException {
        List<TrustReport.Learnt> all = new ArrayList<>();
        for (int seed = 1; seed <= PLANTINGS; seed++) {
            all.add(learnt(planted(seed), seed));
        }
        assertThat(all).allMatch(TrustReport.Learnt::said);
    }

    private Path planted(long seed) {
        Path copy = folder.resolve("planted-" + seed);
        try (PreparedDataset data = PreparedDataset.open(log)) {
            PlantedCopy.write(
                    data,
                    new PlantSettings(PlantedLaw.SAME, PlantSettings.SHARE, seed),
                    OutputPath.folder(copy, Layout.KIND, Existing.REFUSED),
                    Disk.real());
        }
        return copy;
    }

    /** The same with each effect exchanged for an event of somebody else, and the same {@code causes.csv}. */
    private Path exchanged(Path copy, long seed) throws IOException {
        Path other = copy.resolveSibling(copy.getFileName() + "-exchanged");
        Files.createDirectories(other);
        try (PreparedDataset data = PreparedDataset.open(copy)) {
            int[] items = new int[(int) data.events()];
            data.eventItems(0, items, 0, items.length);
            exchange(data, items, CausesReader.read(copy.resolve(Layout.CAUSES)), new SplittableRandom(seed));
            String column = Layout.item(Layout.EVENTS);
            List<ColumnSum> sums =
                    new ArrayList<>(ColumnCopies.copy(copy, other, Set.of(column, Layout.REJECTED), Disk.real()));
            try (ColumnWriter out = new ColumnWriter(Disk.real(), other, column)) {
                for (int item : items) {
                    out.putInt(item);
                }
                sums.add(out.finish());
            }
            Seal.put(Disk.real(), other, sums, fingerprint -> named(data.info(), fingerprint));
        }
        return other;
    }

    private static void exchange(
            PreparedDataset data, int[] items, Map<String, List<Cause>> causes, SplittableRandom random) {
        List<Integer> others = IntStream.range(0, data.users())
                .filter(user -> !causes.containsKey(data.userKey(user)))
                .boxed()
                .toList();
        for (Map.Entry<String, List<Cause>> own : new TreeMap<>(causes).entrySet()) {
            int user = data.userOf(own.getKey());
            for (Cause cause : own.getValue()) {
                int place = (int) data.firstEvent(user) + cause.position();
                int fromEnd = (int) data.endEvent(user) - place;
                boolean done = cause.channel() == Channel.N;
                while (!done) {
                    int other = others.get(random.nextInt(others.size()));
                    int theirs = (int) data.endEvent(other) - fromEnd;
                    done = theirs >= data.firstEvent(other)
                            && !holds(data, items, user, items[theirs])
                            && !holds(data, items, other, items[place]);
                    if (done) {
                        int item = items[place];
                        items[place] = items[theirs];
                        items[theirs] = item;
                    }
                }
            }
        }
    }

    private static boolean holds(PreparedDataset data, int[] items, int user, int item) {
        return IntStream.range((int) data.firstEvent(user), (int) data.endEvent(user))
                .anyMatch(event -> items[event] == item);
    }

    private static DatasetInfo named(DatasetInfo info, String fingerprint) {
        ObjectNode tree = Json.read(Json.line(info), ObjectNode.class);
        return Json.read(Json.line(tree.put("fingerprint", fingerprint)), DatasetInfo.class);
    }

    private TrustReport.Learnt learnt(Path data, long seed) throws IOException {
        ExperimentConfig config = ExperimentConfig.preset("din", Preset.QUICK);
        for (String setting : List.of(
                "training.seed=" + seed,
                "training.threads=1",
                "training.epochs=3",
                "training.batchSize=512",
                "training.learningRate=0.01",
                "training.itemEmbeddingsFrom=",
                "model.embeddingSize=16",
                "model.neighbours.kind=none",
                "data.protocol.history.maxLength=20")) {
            config = ConfigJson.set(config, setting);
        }
        RunFolder run = new RunFolder(data.resolveSibling(data.getFileName() + "-run"));
        Files.createDirectories(run.path());
        try (PreparedDataset opened = PreparedDataset.open(data)) {
            Trainer.describe(
                    Disk.real(),
                    run,
                    new RunDescription("run", 1, data, opened.info().fingerprint(), "test", config));
            SampleSet samples = SampleSet.build(opened, config.protocol(), config.evaluationSeed());
            new Trainer(run, samples, Disk.real(), Runnable::run, TrainingControl.none(), entry -> {}).train();
        }
        try (OpenRun open = OpenRun.best(run)) {
            StagedProgress steps = new StagedProgress(Progress.none());
            steps.begin("planted", 0, 1);
            Measured.Values values = new PlantedRows(open).learnt(steps);
            Measured.Values none = new Measured.Values(new int[0], new double[0]);
            Measured measured = new Measured(values, Map.of(), Map.of(), none, none, none);
            return TrustReport.Law.of("same", List.of(measured), List.of()).learnt();
        }
    }
}
