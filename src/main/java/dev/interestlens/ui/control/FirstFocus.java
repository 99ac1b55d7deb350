package dev.interestlens.ui.control;

import java.util.function.Predicate;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;

/**
 * Sets the focus when a screen is shown: to the control that it prefers, else to its first non-empty table or list, else to its first control, else to
 * the screen itself; later to a table or list that is filled afterwards, unless the focus has moved. A text field gets it only where it is preferred,
 * since shortcuts of the screen are typed into it.
 */
public final class FirstFocus {
    private static final String PREFERRED = "first-focus";

    private FirstFocus() {}

    /** Prefers a control of a screen, such as the field with which everything on it begins. */
    public static void prefer(Node control) {
        control.getProperties().put(PREFERRED, true);
    }

    public static void in(Parent screen) {
        Node preferred = first(
                screen, node -> node.hasProperties() && node.getProperties().containsKey(PREFERRED));
        Node list = preferred == null ? first(screen, FirstFocus::isFilled) : preferred;
        if (list != null) {
            list.requestFocus();
            return;
        }
        Node control = first(screen, node -> !isList(node) && !(node instanceof TextInputControl));
        Node instead = control == null ? screen : control;
        instead.requestFocus();
        Node empty = first(screen, FirstFocus::isList);
        if (empty != null) {
            follow(empty, instead);
        }
    }

    /** Moves the focus to a list as soon as it is not empty, if the focus has not moved. */
    private static void follow(Node list, Node instead) {
        ObservableValue<? extends Number> size = list instanceof TableView<?> table
                ? table.itemsProperty().flatMap(Bindings::size)
                : ((ListView<?>) list).itemsProperty().flatMap(Bindings::size);
        size.addListener(new InvalidationListener() {
            @Override
            public void invalidated(Observable changed) {
                boolean waiting = list.getScene() != null && list.getScene().getFocusOwner() == instead;
                if (!waiting || size.getValue().intValue() > 0) {
                    size.removeListener(this);
                    if (waiting) {
                        list.requestFocus();
                    }
                }
            }
        });
    }

    private static boolean isList(Node node) {
        return node instanceof TableView<?> || node instanceof ListView<?>;
    }

    private static boolean isFilled(Node node) {
        return node instanceof TableView<?> table && !table.getItems().isEmpty()
                || node instanceof ListView<?> list && !list.getItems().isEmpty();
    }

    private static Node first(Node node, Predicate<Node> wanted) {
        if (!node.isVisible() || node.isDisabled()) {
            return null;
        }
        if (node.isFocusTraversable() && wanted.test(node)) {
            return node;
        }
        if (node instanceof Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable()) {
                Node found = first(child, wanted);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }
}
