package dev.interestlens.train;

import dev.interestlens.model.Weights;
import dev.interestlens.nn.Parameters;
import dev.interestlens.store.AtomicFile;
import dev.interestlens.store.Disk;
import dev.interestlens.store.ProblemException;
import dev.interestlens.store.Safetensors;
import dev.interestlens.store.TemporaryName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The checkpoints of a run: when one is due, the last three, and the best epoch's weights. */
final class Checkpoints {
    static final String BEST = "best.safetensors";
    private static final int KEPT = 3;
    private static final double MOST_COST = 0.02;
    private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);

    private final RunFolder folder;
    private final Disk disk;
    private final String dataset;
    private final int everySeconds;
    private final List<String> files = new ArrayList<>();
    private long lastNanos = System.nanoTime();
    private double costSeconds;

    Checkpoints(RunFolder folder, Disk disk, String dataset, int everySeconds) {
        this.folder = folder;
        this.disk = disk;
        this.dataset = dataset;
        this.everySeconds = everySeconds;
    }

    /** Whether enough work would be lost by now; the interval grows so that saving costs at most 2 %. 0 seconds: after every step. */
    boolean due() {
        if (everySeconds == 0) {
            return true;
        }
        double interval = Math.max(everySeconds, costSeconds / MOST_COST);
        return (System.nanoTime() - lastNanos) / 1e9 >= interval;
    }

    /** Saves a state and records it; only then are older ones deleted. */
    void save(Parameters parameters, Optimizer optimizer, Cursor cursor, RunJournal journal) {
        long begin = System.nanoTime();
        String name = String.format("step-%010d.safetensors", cursor.step());
        Path file = folder.checkpoints().resolve(name);
        String sum = Checkpoint.write(
                disk, file, Checkpoint.of(Weights.of(parameters), optimizer, cursor), optimizer.step(), dataset);
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
        Path file = folder.checkpoints().resolve(BEST);
        Map<String, String> metadata = new TreeMap<>();
        metadata.put("kind", "interest-lens weights");
        metadata.put("dataset", dataset);
        metadata.put("epoch", Integer.toString(cursor.epoch()));
        Weights weights = Weights.of(parameters);
        String sum = AtomicFile.write(disk, file, out -> Safetensors.write(out, weights.tensors(), metadata));
        journal.add(new JournalEntry.CheckpointSaved(cursor.epoch(), cursor.step(), BEST, sum, size(file)));
        journal.force();
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The newest recorded state that can be read, with what was recorded; older ones serve where it is damaged. */
    Optional<Checkpoint.Loaded> newest(List<JournalEntry> effective) {
        files.clear();
        List<JournalEntry.CheckpointSaved> saved = new ArrayList<>();
        for (JournalEntry entry : effective) {
            if (entry instanceof JournalEntry.CheckpointSaved c && !c.file().equals(BEST)) {
                saved.removeIf(old -> old.file().equals(c.file()));
                saved.add(c);
            }
        }
        saved.removeIf(c -> !Files.exists(folder.checkpoints().resolve(c.file())));
        saved.forEach(c -> files.add(c.file()));
        for (int i = saved.size() - 1; i >= 0; i--) {
            Path file = folder.checkpoints().resolve(saved.get(i).file());
            try {
                return Optional.of(Checkpoint.read(file, saved.get(i).sha256()));
            } catch (ProblemException e) {
                LOG.warn("Checkpoint {} cannot be used, going back one", file.getFileName(), e);
            }
        }
        return Optional.empty();
    }

    private void prune() {
        while (files.size() > KEPT) {
            files.remove(0);
        }
        Set<String> wanted = new HashSet<>(files);
        try (Stream<Path> all = Files.list(folder.checkpoints())) {
            for (Path file : all.toList()) {
                String name = file.getFileName().toString();
                boolean old = name.startsWith("step-") && !wanted.contains(name);
                if (old || TemporaryName.is(file)) { // only the trainer writes here, and it is not writing now
                    disk.delete(file);
                }
            }
        } catch (IOException e) {
            throw AtomicFile.writeFailed(disk, folder.checkpoints(), 0, e);
        }
    }
}
