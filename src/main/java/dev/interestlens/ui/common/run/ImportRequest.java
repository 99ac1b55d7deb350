package dev.interestlens.ui.common.run;

import dev.interestlens.data.source.PrepareOptions;
import dev.interestlens.store.Disk;
import dev.interestlens.store.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is read and how, kept beside the data set so that it can be read again with another rule. */
public record ImportRequest(List<Path> sources, PrepareOptions options) {
    private static final String FILE = "import.json";

    /** As it stands in the file: where the sources lie, the mapping, and what differs from the defaults. */
    private record Kept(List<String> sources, Map<String, String> mapping, Map<String, String> settings) {}

    public ImportRequest {
        sources = List.copyOf(sources);
    }

    void write(Disk disk, Path folder) {
        List<String> places =
                sources.stream().map(path -> path.toAbsolutePath().toString()).toList();
        Json.write(disk, folder.resolve(FILE), new Kept(places, options.mapping(), options.settings()));
    }

    /** What the folder says, if all sources are still where they were. */
    static Optional<ImportRequest> read(Path folder) {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Kept kept = Json.read(file, Kept.class);
        List<Path> sources = kept.sources().stream().map(Path::of).toList();
        if (!sources.stream().allMatch(Files::exists)) {
            return Optional.empty();
        }
        return Optional.of(new ImportRequest(sources, options(kept.mapping(), kept.settings())));
    }

    /** Options from a mapping and settings by their names. */
    public static PrepareOptions options(Map<String, String> mapping, Map<String, String> settings) {
        PrepareOptions options = PrepareOptions.defaults().withMapping(mapping);
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            options = options.with(setting.getKey(), setting.getValue());
        }
        return options;
    }
}
