package dev.interestlens.ui.control;

import java.util.Arrays;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/** Keeps the focus at the same position when rows of choices are rebuilt. */
public final class FocusKeeper {
    private FocusKeeper() {}

    /** Runs the code that rebuilds these rows. */
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
