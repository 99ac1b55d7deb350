package dev.interestlens.testing;

import dev.interestlens.store.Disk;
import dev.interestlens.store.Journal;
import dev.interestlens.store.JournalReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Makes of a run what a program wrote that kept no sum of {@code run.json}. */
public final class OlderRun {
    private OlderRun() {}

    public static void of(Path run) {
        Path file = run.resolve("journal.log");
        List<byte[]> kept = JournalReader.read(file, 0).stream()
                .map(JournalReader.Entry::payload)
                .filter(payload -> !new String(payload, StandardCharsets.UTF_8).contains("\"event\":\"description\""))
                .toList();
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try (Journal journal = Journal.open(Disk.real(), file)) {
            kept.forEach(journal::append);
        }
    }
}
