package dev.interestlens.ui.data;

import dev.interestlens.data.source.PrepareOptions;
import dev.interestlens.store.Disk;
import dev.interestlens.store.Json;
import dev.interestlens.ui.common.run.ImportRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The last options for tables with the same columns.
 *
 * @param file a JSON file, which need not exist
 */
record RememberedMappings(Path file) {
    private static final int MAX = 50;

    private record Entry(List<String> columns, Map<String, String> mapping, Map<String, String> settings) {}

    private record All(List<Entry> tables) {}

    Optional<PrepareOptions> of(List<String> columns) {
        return read().stream()
                .filter(entry -> entry.columns().equals(columns))
                .findFirst()
                .map(entry -> ImportRequest.options(entry.mapping(), entry.settings()));
    }

    /** The newest is first; the ones not used for longest are dropped. */
    void remember(List<String> columns, PrepareOptions options) {
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry(columns, options.mapping().written(), options.settings()));
        read().stream().filter(entry -> !entry.columns().equals(columns)).forEach(entries::add);
        Json.write(Disk.real(), file, new All(List.copyOf(entries.subList(0, Math.min(MAX, entries.size())))));
    }

    private List<Entry> read() {
        return Files.exists(file) ? Json.read(file, All.class).tables() : List.of();
    }
}
