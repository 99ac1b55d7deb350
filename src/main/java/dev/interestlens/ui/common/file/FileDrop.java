package dev.interestlens.ui.common.file;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/** Handles files dropped anywhere in the window. A node with its own drop handler keeps the drop unless the file matches here. */
public final class FileDrop {
    private FileDrop() {}

    /**
     * Takes all dropped files that fit, together.
     *
     * @param fits called for every file while it is dragged over the window: must be fast
     */
    public static void all(Scene scene, Predicate<Path> fits, Consumer<List<Path>> then) {
        scene.addEventFilter(DragEvent.DRAG_OVER, event -> {
            if (!fitting(event, fits).isEmpty()) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        scene.addEventFilter(DragEvent.DRAG_DROPPED, event -> {
            List<Path> files = fitting(event, fits);
            if (!files.isEmpty()) {
                event.setDropCompleted(true);
                event.consume();
                then.accept(files);
            }
        });
    }

    /**
     * Takes the first dropped file that fits.
     *
     * @param fits asked of every file while it is over the window: must be quick
     */
    public static void on(Scene scene, Predicate<Path> fits, Consumer<Path> then) {
        all(scene, fits, files -> then.accept(files.get(0)));
    }

    /** Takes all files dropped on a node, while it is free for them. */
    public static void into(Node node, BooleanSupplier free, Consumer<List<Path>> then) {
        node.setOnDragOver(event -> {
            if (event.getDragboard().hasFiles() && free.getAsBoolean()) {
                event.acceptTransferModes(TransferMode.COPY);
            }
            event.consume();
        });
        node.setOnDragDropped(event -> {
            event.setDropCompleted(true);
            event.consume();
            then.accept(fitting(event, file -> true));
        });
    }

    private static List<Path> fitting(DragEvent event, Predicate<Path> fits) {
        return event.getDragboard().getFiles().stream()
                .map(File::toPath)
                .filter(fits)
                .toList();
    }
}
