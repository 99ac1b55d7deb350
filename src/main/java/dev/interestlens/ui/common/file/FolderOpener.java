package dev.interestlens.ui.common.file;

import dev.interestlens.store.Problem;
import dev.interestlens.ui.common.ErrorPresenter;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Shows a folder in the system's file manager; where there is none, says where the folder is. */
public final class FolderOpener {
    private static final String OPENS = "xdg-open";

    private final Consumer<String> shown;
    private final ErrorPresenter errors;
    private final boolean possible;

    /**
     * @param shown opens an address with the system
     * @param system name of the operating system
     * @param path where it looks for programs
     */
    public FolderOpener(Consumer<String> shown, ErrorPresenter errors, String system, String path) {
        this.shown = shown;
        this.errors = errors;
        possible = !system.toLowerCase(Locale.ROOT).contains("linux")
                || Stream.of(path.split(File.pathSeparator))
                        .filter(each -> !each.isEmpty())
                        .anyMatch(each -> Files.isExecutable(Path.of(each, OPENS)));
    }

    public void open(Path folder) {
        if (possible) {
            shown.accept(folder.toUri().toString());
        } else {
            errors.show(Problem.resource(ErrorPresenter.class, "noFileManager", folder)
                    .problem());
        }
    }
}
