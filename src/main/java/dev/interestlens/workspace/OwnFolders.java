package dev.interestlens.workspace;

import dev.interestlens.data.Layout;
import dev.interestlens.export.bundle.BundleManifest;
import dev.interestlens.store.FolderKind;
import dev.interestlens.store.OutputPath;
import dev.interestlens.train.run.RunFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Runs, data sets and bundles: folders into which other files must not be written. */
public final class OwnFolders {
    private static final List<FolderKind> ALL = List.of(RunFolder.KIND, Layout.KIND, BundleManifest.KIND);

    private OwnFolders() {}

    /** The target, unless it is an input, contains an input, or is in such a folder. */
    public static OutputPath outside(OutputPath target, List<Path> inputs) {
        return target.apartFrom(inputs).outside(ALL);
    }

    /** A file that a person chose in a dialog, which has asked whether to replace an existing file. */
    public static OutputPath chosen(Path file) {
        return outside(OutputPath.file(file, existing(file)), List.of());
    }

    /** The answer of such a dialog for a file. */
    public static OutputPath.Existing existing(Path file) {
        return Files.isRegularFile(file) ? OutputPath.Existing.REPLACED : OutputPath.Existing.REFUSED;
    }
}
