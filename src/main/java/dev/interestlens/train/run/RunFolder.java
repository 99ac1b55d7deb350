package dev.interestlens.train.run;

import dev.interestlens.data.Layout;
import dev.interestlens.store.FolderKind;
import dev.interestlens.store.JournalReader;
import dev.interestlens.store.Json;
import dev.interestlens.store.Problem;
import dev.interestlens.store.ProblemException;
import dev.interestlens.store.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files of a run. Only the trainer writes them. The journal's records have checksums of their own and contain those of the description and the
 * checkpoints, so that damaged files are never used.
 */
public record RunFolder(Path path) {
    private static final String NOT_A_RUN = "notARun";
    private static final String FILE = "runIsFile";
    private static final String GONE = "noRunFolder";
    private static final String CONTENTS =
            "(run|certificate|requested|labels|attention|fidelity|job|control|exit|mapping|contract)\\.json|(output|crash)\\.log"
                    + "|journal\\.log(\\.broken-\\d+)?|lock(\\.owner)?|unfinished|SHA256SUMS|checkpoints/([\\w-]+\\.safetensors|model\\.onnx|[\\w.-]+\\.(data|bin|weights|onnx_data))"
                    + "|measured/[\\w-]+\\.(rows|ranking|anatomy)\\.json"
                    + "|data/(" + Layout.KIND.contents().pattern() + ")";

    /** The folder of a run, including files of its jobs and controls. */
    public static final FolderKind KIND = new FolderKind(
            Map.of("run.json", "\"fingerprint\""),
            Pattern.compile(CONTENTS + "|controls/[\\w-]+/(" + CONTENTS + ")"),
            true);

    private static final String DESCRIBED = "{\"event\":\"description\"";

    /** It depends only on the seed, and may exist before the journal records it. */
    private static final String FIRST = "step-0000000000.safetensors";

    public RunFolder {
        path = path.toAbsolutePath().normalize();
    }

    /** Name of the folder, which a person may have made. */
    public String folderName() {
        return path.getFileName().toString();
    }

    /** Configuration and data, never changed. */
    public Path description() {
        return path.resolve("run.json");
    }

    public Path journal() {
        return path.resolve("journal.log");
    }

    public Path checkpoints() {
        return path.resolve("checkpoints");
    }

    public boolean exists() {
        return Files.exists(description());
    }

    /** Whether a problem is that there is no run at all in a folder. */
    public static boolean isMissing(Problem problem) {
        return problem.owner() == RunFolder.class
                && List.of(NOT_A_RUN, FILE, GONE).contains(problem.key());
    }

    /** What is told where no run is: a folder with something else, a file, or nothing. */
    public ProblemException missing() {
        String key = Files.isDirectory(path) ? NOT_A_RUN : Files.exists(path) ? FILE : GONE;
        return Problem.badInput(RunFolder.class, key, path).exception();
    }

    /**
     * The description of the run.
     *
     * @throws ProblemException where the folder holds none, or its description was changed since training
     */
    public RunDescription read() {
        if (!exists()) {
            throw missing();
        }
        byte[] bytes = Json.bytes(description());
        Optional<String> expected = describedSum();
        if (expected.isPresent() && !expected.get().equals(Sha256.of(bytes))) {
            throw Problem.badInput(RunFolder.class, "descriptionChanged", description())
                    .exception();
        }
        try {
            return Json.object(bytes, description(), RunDescription::parse);
        } catch (InvalidPathException e) {
            throw Problem.badInput(RunFolder.class, "descriptionPath", description())
                    .value(e.getInput())
                    .exception(e);
        }
    }

    /** Checksum of the description in the journal; empty for a run that was not trained yet, or by an older version. */
    public Optional<String> describedSum() {
        return JournalReader.read(journal(), 0).stream()
                .map(JournalReader.Entry::payload)
                .filter(payload -> new String(payload, StandardCharsets.UTF_8).startsWith(DESCRIBED))
                .map(payload -> ((JournalEntry.Described) JournalEntry.decode(payload, journal())).sha256())
                .findFirst();
    }

    /** Journal entries from an offset on, with the offset for the next call; none where the next record is incomplete. */
    public Tail tail(long offset) {
        List<JournalEntry> entries = new ArrayList<>();
        long end = offset;
        for (JournalReader.Entry entry : JournalReader.read(journal(), offset)) {
            entries.add(JournalEntry.decode(entry.payload(), journal()));
            end = entry.end();
        }
        return new Tail(entries, end);
    }

    /**
     * The whole journal without what was superseded.
     *
     * @throws ProblemException where a record is damaged, or the journal is lost beside checkpoints
     */
    public List<JournalEntry> entries() {
        return JournalEntry.effective(all());
    }

    /** The checksums of checkpoints in the journal; a problem as with {@link #entries}. */
    public RunSums sums() {
        return new RunSums(this, all());
    }

    private List<JournalEntry> all() {
        JournalReader.damage(journal()).ifPresent(damage -> {
            throw journalDamaged(damage);
        });
        List<JournalEntry> all = tail(0).entries();
        requireKnown(all);
        return all;
    }

    /** As {@link #entries}, for a trainer: a damaged last record is removed. */
    public void requireResumable() {
        JournalReader.damage(journal()).filter(JournalReader.Damage::inside).ifPresent(damage -> {
            throw journalDamaged(damage);
        });
        requireKnown(tail(0).entries());
    }

    private void requireKnown(List<JournalEntry> all) {
        if (all.isEmpty() && holdsTraining()) {
            throw Problem.badInput(RunFolder.class, "journalLost", journal()).exception();
        }
    }

    private ProblemException journalDamaged(JournalReader.Damage damage) {
        return Problem.badInput(RunFolder.class, "journalDamaged", journal()).exception("offset", damage.offset());
    }

    /** Whether there are checkpoints other than the one before the first step. */
    public boolean holdsTraining() {
        if (!Files.isDirectory(checkpoints())) {
            return false;
        }
        try (Stream<Path> files = Files.list(checkpoints())) {
            return files.map(file -> file.getFileName().toString())
                    .anyMatch(name -> name.endsWith(".safetensors") && !name.equals(FIRST));
        } catch (IOException e) {
            throw RunSums.unreadable(checkpoints(), e);
        }
    }

    /** Entries and the offset behind them. */
    public record Tail(List<JournalEntry> entries, long end) {}
}
