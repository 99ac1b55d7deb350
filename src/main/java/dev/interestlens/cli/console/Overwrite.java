package dev.interestlens.cli.console;

import dev.interestlens.model.config.Needs;
import dev.interestlens.store.FolderKind;
import dev.interestlens.store.OutputPath;
import dev.interestlens.workspace.OwnFolders;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** The option of every command that writes where a person says. Its targets are checked before any work. */
public final class Overwrite {
    @Option(names = "--overwrite")
    @Needs(
            value = {"--out", "--parquet", "--rows", "--model-out"},
            not = "--recipe")
    private boolean overwrite;

    public OutputPath.Existing existing() {
        return overwrite ? OutputPath.Existing.REPLACED : OutputPath.Existing.REFUSED;
    }

    /** The same as arguments of a command. */
    public List<String> arguments() {
        return overwrite ? List.of("--overwrite") : List.of();
    }

    /** A file with one of these endings, null for none; inputs may be null. */
    public OutputPath file(List<String> endings, Path out, Path... inputs) {
        if (out == null) {
            return null;
        }
        OutputPath.requireEnding(out, endings);
        return file(out, inputs);
    }

    /** A file; inputs may be null. */
    public OutputPath file(Path out, Path... inputs) {
        return OwnFolders.outside(OutputPath.file(out, existing()), given(inputs));
    }

    /** A folder of the given kind. */
    public OutputPath folder(Path out, FolderKind kind, Path... inputs) {
        return OwnFolders.outside(OutputPath.folder(out, kind, existing()), given(inputs));
    }

    private static List<Path> given(Path... inputs) {
        return Stream.of(inputs).filter(Objects::nonNull).toList();
    }
}
