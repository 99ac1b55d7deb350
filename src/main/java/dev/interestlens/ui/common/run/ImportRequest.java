package dev.interestlens.ui.common.run;

import dev.interestlens.data.source.PrepareOptions;
import dev.interestlens.store.Disk;
import dev.interestlens.store.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The sources and options of an import, kept beside the data set so that it can be repeated with other options. */
public record ImportRequest(List<Path> sources, PrepareOptions options) {
    private static final String FILE = "import.json";

    /** The content of the file: paths of the sources, the mapping, and the options other than the defaults. */
    private record Kept(List<String> sources, Map<String, String> mapping, Map<String, String> settings) {}

    public ImportRequest {
        sources = List.copyOf(sources);
    }

    void write(Disk disk, Path folder) {
        List<String> places =
                sources.stream().map(path -> path.toAbsolutePath().toString()).toList();
        Json.write(
                disk, folder.resolve(FILE), new Kept(places, options.mapping().written(), options.settings()));
    }

    /** Reads it from a folder, if all sources still exist. */
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

    /** Options from a mapping and named settings. */
    public static PrepareOptions options(Map<String, String> mapping, Map<String, String> settings) {
        return PrepareOptions.defaults().withMapping(mapping).with(settings);
    }
}
