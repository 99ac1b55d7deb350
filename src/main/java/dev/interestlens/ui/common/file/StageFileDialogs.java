package dev.interestlens.ui.common.file;

import dev.interestlens.ui.common.window.WindowBounds;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import javafx.stage.Window;

/** The system's dialogs above the program's window; each starts in the last folder, kept apart for results and for data. */
public final class StageFileDialogs implements FileDialogs {
    private final Supplier<Stage> owner;
    private Path last;
    private Path results;

    public StageFileDialogs(Supplier<Stage> owner, Path first) {
        this.owner = owner;
        this.last = first;
    }

    @Override
    public Optional<Path> folder(String title) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(FileDialogs.title(title));
        chooser.setInitialDirectory(start());
        return remember(ask(chooser::showDialog));
    }

    @Override
    public List<Path> files(String title, List<Kind> kinds) {
        FileChooser chooser = chooser(title, kinds);
        List<File> chosen = ask(chooser::showOpenMultipleDialog);
        if (chosen == null || chosen.isEmpty()) {
            return List.of();
        }
        remember(chosen.get(0));
        return chosen.stream().map(File::toPath).toList();
    }

    /** Shows a dialog and then restores the window's size and state, since some window managers shrink a window with an open dialog. */
    private <T> T ask(Function<Window, T> dialog) {
        Stage window = owner.get();
        WindowBounds before = WindowBounds.of(window);
        try {
            return dialog.apply(window);
        } finally {
            Platform.runLater(() -> before.applyTo(window));
        }
    }

    @Override
    public Optional<Chosen> saveResult(String title, String suggestedName, List<Kind> kinds) {
        Path folder = results == null ? last : results;
        String name = suggestedName;
        Kind first = kinds.get(0);
        while (true) {
            FileChooser chooser = chooser(title, kinds);
            chooser.setInitialDirectory(folder != null && Files.isDirectory(folder) ? folder.toFile() : null);
            chooser.setInitialFileName(name);
            chooser.setSelectedExtensionFilter(chooser.getExtensionFilters().get(kinds.indexOf(first)));
            File typed = ask(chooser::showSaveDialog);
            if (typed == null) {
                return Optional.empty();
            }
            int selected = chooser.getExtensionFilters().indexOf(chooser.getSelectedExtensionFilter());
            Chosen chosen = FileName.meant(name, typed.toPath(), kinds.get(Math.max(0, selected)), kinds);
            results = typed.toPath().toAbsolutePath().getParent();
            if (chosen.file().equals(typed.toPath()) || !Files.exists(chosen.file())) {
                return Optional.of(chosen);
            }
            // the dialog confirmed another name than the existing one: ask again
            folder = results;
            name = chosen.file().getFileName().toString();
            first = chosen.kind();
        }
    }

    private FileChooser chooser(String title, List<Kind> kinds) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(FileDialogs.title(title));
        chooser.setInitialDirectory(start());
        for (Kind kind : kinds) {
            chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(kind.name(), kind.patterns()));
        }
        return chooser;
    }

    private File start() {
        return last != null && Files.isDirectory(last) ? last.toFile() : null;
    }

    private Optional<Path> remember(File chosen) {
        if (chosen == null) {
            return Optional.empty();
        }
        last = chosen.toPath().toAbsolutePath().getParent();
        return Optional.of(chosen.toPath());
    }
}
