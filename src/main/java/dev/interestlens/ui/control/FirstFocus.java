package dev.interestlens.ui.control;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;

/**
 * Where the focus goes when a screen comes into view: to its first table or list with something in it, else to its first control, else to the screen
 * itself. A text field does not get it, since letters that are keys of the screen would land there.
 */
public final class FirstFocus {
    private FirstFocus() {}

    public static void in(Parent screen) {
        Node list = first(screen, true);
        Node any = list == null ? first(screen, false) : list;
        (any == null ? screen : any).requestFocus();
    }

    private static Node first(Node node, boolean lists) {
        if (!node.isVisible() || node.isDisabled()) {
            return null;
        }
        boolean filled = node instanceof TableView<?> table && !table.getItems().isEmpty()
                || node instanceof ListView<?> list && !list.getItems().isEmpty();
        if (node.isFocusTraversable() && (lists ? filled : !(node instanceof TextInputControl))) {
            return node;
        }
        if (node instanceof Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable()) {
                Node found = first(child, lists);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }
}
