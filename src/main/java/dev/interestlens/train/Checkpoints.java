package dev.interestlens.train;

import dev.interestlens.model.Weights;
import dev.interestlens.nn.Parameters;
import dev.interestlens.store.AtomicFile;
import dev.interestlens.store.Disk;
import dev.interestlens.store.FileAccess;
import dev.interestlens.store.Safetensors;
import dev.interestlens.store.TemporaryName;
import dev.interestlens.store.Tensor;
import dev.interestlens.train.run.Cursor;
import dev.interestlens.train.run.JournalEntry;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.train.run.RunJournal;
import dev.interestlens.train.run.RunSums;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The checkpoints of a run: when one is due, the last three, and the best epoch's weights. */
final class Checkpoints {
    private static final String NEXT = "next.safetensors";
    private static final double MAX_COST = 0.02;
    private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);

    private final RunFolder folder;
    private final Disk disk;
    private final String dataset;
    private final int everySeconds;
    private final List<String> files = new ArrayList<>();
    private final List<String> damaged = new ArrayList<>();
    private long lastNanos = System.nanoTime();
    private double costSeconds;

    Checkpoints(RunFolder folder, Disk disk, String dataset, int everySeconds) {
        this.folder = folder;
        this.disk = disk;
        this.dataset = dataset;
        this.everySeconds = everySeconds;
    }

    /** Whether a checkpoint is due; the interval grows so that saving takes at most 2 % of the time. 0 seconds: after every step. */
    boolean due() {
        if (everySeconds == 0) {
            return true;
        }
        double interval = Math.max(everySeconds, costSeconds / MAX_COST);
        return (System.nanoTime() - lastNanos) / 1e9 >= interval;
    }

    /** Saves a state and records it; only then are older ones deleted. */
    void save(Parameters parameters, MeanWeights mean, Optimizer optimizer, Cursor cursor, RunJournal journal) {
        long begin = System.nanoTime();
        String name = String.format(Locale.ROOT, "step-%010d.safetensors", cursor.step());
        Path file = folder.checkpoints().resolve(name);
        String sum = Checkpoint.write(
                disk, file, Checkpoint.of(Weights.of(parameters), mean, optimizer, cursor), optimizer.step(), dataset);
        journal.add(new JournalEntry.CheckpointSaved(cursor.epoch(), cursor.step(), name, sum, size(file)));
        journal.force();
        files.remove(name);
        files.add(name);
        prune();
        lastNanos = System.nanoTime();
        costSeconds = (lastNanos - begin) / 1e9;
    }

    /** Saves the weights of the best epoch so far. */
    void saveBest(Parameters parameters, Cursor cursor, RunJournal journal) {
        saveBest(Weights.of(parameters).tensors(), cursor.epoch(), cursor.step(), journal);
    }

    /** The checksum is recorded before the file gets its name, so that an interruption never leaves a file without a recorded checksum. */
    private void saveBest(Map<String, Tensor> weights, int epoch, long step, RunJournal journal) {
        String sum = writeNext(weights, epoch);
        journal.add(new JournalEntry.CheckpointSaved(
                epoch, step, RunSums.BEST, sum, size(folder.checkpoints().resolve(NEXT))));
        journal.force();
        nextIsBest();
    }

    private String writeNext(Map<String, Tensor> weights, int epoch) {
        Map<String, String> metadata = new TreeMap<>();
        metadata.put("kind", "interest-lens weights");
        metadata.put("dataset", dataset);
        metadata.put("epoch", Integer.toString(epoch));
        return AtomicFile.write(
                disk, folder.checkpoints().resolve(NEXT), out -> Safetensors.write(out, weights, metadata));
    }

    private void nextIsBest() {
        Path best = folder.checkpoints().resolve(RunSums.BEST);
        try {
            disk.move(folder.checkpoints().resolve(NEXT), best);
            disk.forceFolder(folder.checkpoints());
        } catch (IOException e) {
            throw AtomicFile.writeFailed(disk, best, 0, e);
        }
    }

    /**
     * Checks the best weights. Where they are damaged, they are restored from the state of the same step, with the same bits; without such a state
     * they cannot be used until a better epoch replaces them.
     *
     * @param chosen gives the weights of the best epoch with what was chosen for it after its steps
     */
    void mendBest(Parameters parameters, RunJournal journal, UnaryOperator<Weights> chosen) {
        RunSums sums = folder.sums();
        if (!sums.isSound(folder.checkpoints().resolve(RunSums.BEST))) {
            boolean restored = sums.twinOfBest()
                    .map(twin -> restored(
                            twin, sums, Weights.of(parameters).tensors().keySet(), chosen))
                    .orElse(false);
            journal.add(new JournalEntry.Damaged(RunSums.BEST, restored));
        }
    }

    private boolean restored(
            JournalEntry.CheckpointSaved twin, RunSums sums, Set<String> names, UnaryOperator<Weights> chosen) {
        Path file = folder.checkpoints().resolve(twin.file());
        Weights weights = chosen.apply(
                MeanWeights.validated(Checkpoint.read(file, sums).checkpoint().tensors(), names));
        if (!sums.isExpectedBest(writeNext(weights.tensors(), sums.bestEpoch()))) {
            return false; // the next best epoch overwrites it
        }
        nextIsBest();
        return true;
    }

    private static long size(Path file) {
        return FileAccess.get(() -> Files.size(file));
    }

    /** The newest recorded state that is not damaged. */
    Optional<Checkpoint.Loaded> newest() {
        RunSums sums = folder.sums();
        List<Path> states = sums.states();
        files.clear();
        damaged.clear();
        states.forEach(file -> files.add(file.getFileName().toString()));
        for (int i = states.size() - 1; i >= 0; i--) {
            Path file = states.get(i);
            if (sums.isSound(file)) {
                return Optional.of(Checkpoint.read(file, sums));
            }
            damaged.add(file.getFileName().toString());
            LOG.warn("Checkpoint {} does not have its sum, going back one", file.getFileName());
        }
        return Optional.empty();
    }

    /** Names of the damaged states that {@link #newest} skipped. */
    List<String> damaged() {
        return List.copyOf(damaged);
    }

    private void prune() {
        while (files.size() > RunSums.KEPT) {
            files.remove(0);
        }
        Set<String> wanted = new HashSet<>(files);
        try (Stream<Path> all = Files.list(folder.checkpoints())) {
            for (Path file : all.toList()) {
                String name = file.getFileName().toString();
                boolean old = name.startsWith("step-") && !wanted.contains(name);
                if (old || TemporaryName.is(file)) { // only the trainer writes here, and it does not write now
                    disk.delete(file);
                }
            }
        } catch (IOException e) {
            throw AtomicFile.writeFailed(disk, folder.checkpoints(), 0, e);
        }
    }
}
