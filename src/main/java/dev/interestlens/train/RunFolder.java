package dev.interestlens.train;

import dev.interestlens.data.Layout;
import dev.interestlens.store.FolderKind;
import dev.interestlens.store.JournalReader;
import dev.interestlens.store.Json;
import dev.interestlens.store.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The files of a run. The trainer writes them, everybody else reads them. */
public record RunFolder(Path path) {
    private static final String CONTENTS =
            "(run|requested|labels|attention|fidelity|job|control|exit)\\.json|(output|crash)\\.log"
                    + "|journal\\.log(\\.broken-\\d+)?|lock(\\.owner)?|unfinished|SHA256SUMS|checkpoints/[\\w-]+\\.safetensors"
                    + "|data/(" + Layout.KIND.contents().pattern() + ")";

    /** The folder of a run, with what its jobs and its controls leave in it. */
    public static final FolderKind KIND = new FolderKind(
            Map.of("run.json", "\"fingerprint\""),
            Pattern.compile(CONTENTS + "|controls/[\\w-]+/(" + CONTENTS + ")"),
            true);

    public RunFolder {
        path = path.toAbsolutePath().normalize();
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

    /** What the run is; a problem where the folder holds none. */
    public RunDescription read() {
        if (!exists()) {
            throw Problem.badInput(RunFolder.class, "notARun").file(path).exception();
        }
        return RunDescription.parse(Json.tree(description()));
    }

    /** Journal entries from an offset on, with the offset to read on from. */
    public Tail tail(long offset) {
        List<JournalEntry> entries = new ArrayList<>();
        long end = offset;
        for (JournalReader.Entry entry : JournalReader.read(journal(), offset)) {
            entries.add(JournalEntry.decode(entry.payload()));
            end = entry.end();
        }
        return new Tail(entries, end);
    }

    /** The whole journal without what was superseded. */
    public List<JournalEntry> entries() {
        return JournalEntry.effective(tail(0).entries());
    }

    /** Entries and the offset behind them. */
    public record Tail(List<JournalEntry> entries, long end) {}
}
