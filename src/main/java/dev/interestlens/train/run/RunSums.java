package dev.interestlens.train.run;

import dev.interestlens.store.Json;
import dev.interestlens.store.Problem;
import dev.interestlens.store.ProblemException;
import dev.interestlens.store.Sha256;
import dev.interestlens.train.run.JournalEntry.CheckpointSaved;
import dev.interestlens.train.run.JournalEntry.EpochDone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The checkpoints of a run and their checksums in its journal.
 *
 * <p>The best epoch's weights have one name for all epochs. Their checksum is recorded before they get that name, and confirmed by the epoch's own
 * record: if the trainer was killed, the file may match the confirmed checksum or any recorded after it.
 */
public final class RunSums {
    /** Weights of the best epoch. */
    public static final String BEST = "best.safetensors";

    /** The model of a run that was opened, not trained. */
    public static final String MODEL = "model.onnx";

    /** Number of states that the trainer keeps. */
    public static final int KEPT = 3;

    private final RunFolder folder;
    private final List<CheckpointSaved> saved = new ArrayList<>();
    private final List<String> kept = new ArrayList<>();
    private CheckpointSaved best;
    private boolean bestIsCalibrated;

    /** @param all entries of the journal, including superseded ones */
    RunSums(RunFolder folder, List<JournalEntry> all) {
        this.folder = folder;
        all.forEach(entry -> {
            if (entry instanceof CheckpointSaved each) {
                saved.add(each);
                keep(each.file());
            } else if (entry instanceof JournalEntry.Started) {
                Collections.sort(kept); // as the trainer finds them on the disk
            }
        });
        CheckpointSaved last = null;
        int calibrated = 0;
        for (JournalEntry entry : JournalEntry.effective(all)) {
            if (entry instanceof CheckpointSaved each && isBest(each.file())) {
                last = each;
            } else if (entry instanceof JournalEntry.Calibrated each) {
                calibrated = each.epoch();
            } else if (entry instanceof EpochDone done && done.best()) {
                best = last;
                bestIsCalibrated = calibrated == done.epoch();
            }
        }
    }

    private void keep(String name) {
        if (!isBest(name)) {
            kept.remove(name);
            kept.add(name);
            if (kept.size() > KEPT) {
                kept.remove(0);
            }
        }
    }

    /** The weights to score with: the best epoch's, or the newest state where no epoch is finished; empty where there is none. */
    public Optional<Path> best() {
        Path file = bestFile();
        if (best != null || Files.exists(file)) {
            return Optional.of(file);
        }
        List<Path> states = states();
        return states.isEmpty() ? Optional.empty() : Optional.of(states.get(states.size() - 1));
    }

    private Path bestFile() {
        return folder.checkpoints().resolve(best == null ? BEST : best.file());
    }

    /** Whether a file of that name holds the weights of the best epoch, not a state of the training. */
    public static boolean isBest(String name) {
        return name.equals(BEST) || name.equals(MODEL);
    }

    /** Names of the states that the trainer keeps, and that are not there. */
    public List<String> missing() {
        return kept.stream()
                .filter(name -> !Files.exists(folder.checkpoints().resolve(name)))
                .toList();
    }

    /** States that are recorded and on the disk, oldest first. */
    public List<Path> states() {
        return saved.stream()
                .map(CheckpointSaved::file)
                .filter(name -> !isBest(name) && name.endsWith(".safetensors"))
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .map(folder.checkpoints()::resolve)
                .filter(Files::exists)
                .toList();
    }

    /** Every file with a recorded checksum that exists, or must exist. */
    public List<Path> files() {
        List<Path> files = new ArrayList<>(states());
        Path file = bestFile();
        if (best != null || Files.exists(file)) {
            files.add(file);
        }
        return files;
    }

    /**
     * Reads the file once.
     *
     * @return its checksum, which is the recorded one
     * @throws ProblemException naming the file, and what can be used in its place
     */
    public String require(Path file) {
        return sound(file).orElseThrow(() -> damaged(file));
    }

    public boolean isSound(Path file) {
        return sound(file).isPresent();
    }

    private Optional<String> sound(Path file) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Sha256.of(file))
                    .filter(expected(file.getFileName().toString())::contains);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private List<String> expected(String name) {
        int from = best != null && isBest(name) ? saved.indexOf(best) : 0;
        return saved.subList(from, saved.size()).stream()
                .filter(each -> each.file().equals(name))
                .map(CheckpointSaved::sha256)
                .toList();
    }

    /** An undamaged state of the same step as the best weights, which therefore holds the same weights. */
    public Optional<CheckpointSaved> twinOfBest() {
        List<CheckpointSaved> newestFirst = new ArrayList<>(saved);
        Collections.reverse(newestFirst);
        return newestFirst.stream()
                .filter(each -> best != null && !isBest(each.file()) && each.step() == best.step())
                .filter(each -> isSound(folder.checkpoints().resolve(each.file())))
                .findFirst();
    }

    /** Whether a state is of the same step as the best weights. */
    public boolean isOfBestStep(Path state) {
        return best != null
                && saved.stream().anyMatch(each -> each.step() == best.step() && state.endsWith(each.file()));
    }

    /** The step after which a state was saved. */
    public static long step(Path state) {
        return Long.parseLong(state.getFileName().toString().replaceAll("\\D", ""));
    }

    /** The epoch of the confirmed best weights; 0 where there are none. */
    public int bestEpoch() {
        return best == null ? 0 : best.epoch();
    }

    /** Whether the scores of weights were fitted to the validation part, which is so of the best ones alone. */
    public boolean calibrated(Path file) {
        return bestIsCalibrated && isBest(file.getFileName().toString());
    }

    public boolean isExpectedBest(String sum) {
        return expected(BEST).contains(sum);
    }

    private ProblemException damaged(Path file) {
        boolean isBest = isBest(file.getFileName().toString());
        Optional<CheckpointSaved> twin = isBest ? twinOfBest() : Optional.empty();
        String sound = states().stream()
                .filter(each -> !each.equals(file) && isSound(each))
                .map(each -> each.getFileName().toString())
                .collect(Collectors.joining(", "));
        String key = twin.isPresent() ? "bestDamaged" : sound.isEmpty() ? "onlyCheckpointDamaged" : "checkpointDamaged";
        return Problem.badInput(RunSums.class, key, file)
                .with("journal", folder.journal().getFileName())
                .with("run", folder.path())
                .with("other", twin.map(CheckpointSaved::file).orElse(""))
                .exception("sound", sound);
    }

    static ProblemException unreadable(Path file, IOException cause) {
        return Problem.resource(Json.class, "read", file)
                .with("reason", cause.getMessage())
                .exception(cause);
    }
}
