package dev.interestlens.ui.control;

import java.util.Arrays;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/** Keeps the focus where it was when choices are built anew: a person who chose with the keyboard goes on from the same place. */
public final class FocusKeeper {
    private FocusKeeper() {}

    /** Runs what fills these rows of choices anew. */
    public static void during(Runnable rebuild, Pane... rows) {
        int[] focused = Arrays.stream(rows).mapToInt(FocusKeeper::focusedChild).toArray();
        rebuild.run();
        for (int i = 0; i < rows.length; i++) {
            if (focused[i] >= 0 && focused[i] < rows[i].getChildren().size()) {
                rows[i].getChildren().get(focused[i]).requestFocus();
            }
        }
    }

    private static int focusedChild(Pane row) {
        return row.getChildren().stream()
                .filter(Node::isFocusWithin)
                .findFirst()
                .map(row.getChildren()::indexOf)
                .orElse(-1);
    }
}
