package dev.interestlens;

import dev.interestlens.testing.Reach;
import dev.interestlens.ui.control.More;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.skin.TableColumnHeader;
import javafx.scene.control.skin.VirtualFlow;

/** Finds controls that can be seen and used, but do not take the mouse at their middle. All on the FX thread. */
final class UnderTheMouse {
    private static final int MAX_PANES = 6;

    private UnderTheMouse() {}

    /** Opens all that is folded. */
    static void unfold(Node root) {
        List<More> opened = new ArrayList<>();
        do {
            opened.forEach(Node::applyCss);
            root.getScene().getRoot().layout();
            opened.clear();
            OpenWindow.walk(root, node -> {
                if (node instanceof More more && !more.openProperty().get()) {
                    more.openProperty().set(true);
                    opened.add(more);
                }
            });
        } while (!opened.isEmpty());
    }

    /** What does not take the mouse although it could be used, each with what is in its way. */
    static Set<String> missed(Node root) {
        List<Node> controls = new ArrayList<>();
        OpenWindow.walk(root, node -> {
            if (isControl(node) && !node.isDisabled() && !(node.getParent() instanceof ComboBox<?>)) {
                controls.add(node);
            }
        });
        Set<String> missed = new TreeSet<>();
        for (Node each : controls) {
            look(each).ifPresent(why -> missed.add(Reach.name(each) + " " + why));
        }
        return missed;
    }

    /** How many controls there are, so that a screen without any cannot pass for one whose controls are all reached. */
    static int count(Node root) {
        int[] count = new int[1];
        OpenWindow.walk(root, node -> count[0] += isControl(node) ? 1 : 0);
        return count[0];
    }

    private static boolean isControl(Node node) {
        return node.isFocusTraversable()
                || node instanceof ButtonBase
                || node instanceof TextInputControl
                || node instanceof ChoiceBox<?>
                || node instanceof ComboBoxBase<?>
                || node instanceof Slider
                || node instanceof ListView<?>
                || node instanceof TableView<?>
                || node instanceof TableColumnHeader header && sorts(header)
                || node.getStyleClass().contains("tab")
                        && node.getParent().getStyleClass().contains("headers-region");
    }

    /** A table without rows has nothing to sort, and scrolls to none of its columns. */
    private static boolean sorts(TableColumnHeader header) {
        return header.getTableColumn() instanceof TableColumn<?, ?> column
                && column.getTableView() != null
                && !column.getTableView().getItems().isEmpty();
    }

    /** The column of a header, or of the cell that a control is in. */
    private static Optional<TableColumn<?, ?>> column(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (each instanceof TableColumnHeader header && header.getTableColumn() instanceof TableColumn<?, ?> own) {
                return Optional.of(own);
            }
            if (each instanceof TableCell<?, ?> cell) {
                return Optional.ofNullable(cell.getTableColumn());
            }
        }
        return Optional.empty();
    }

    private static Optional<String> look(Node node) {
        if (node.getScene() == null) {
            return Optional.empty(); // a cell that another one has replaced
        }
        Parent root = node.getScene().getRoot();
        column(node).ifPresent(column -> {
            TableView<?> table = column.getTableView();
            table.scrollToColumnIndex(table.getVisibleLeafColumns().indexOf(column));
            root.layout();
        });
        Optional<Reach.Hidden> hidden = Reach.hidden(node);
        for (int pane = 0; hidden.isPresent() && pane < MAX_PANES; pane++) {
            scroll(hidden.get());
            root.layout();
            hidden = Reach.hidden(node);
        }
        if (node.getScene() == null) {
            return Optional.empty(); // a cell that another one has replaced
        }
        return hidden.isPresent()
                ? Optional.of("cannot be scrolled into sight, " + hidden.get().right() + " to the right, "
                        + hidden.get().down() + " down")
                : Reach.obstacle(node);
    }

    private static void scroll(Reach.Hidden hidden) {
        for (Node each = hidden.viewport().getParent(); each != null; each = each.getParent()) {
            if (each instanceof VirtualFlow<?> flow) {
                flow.scrollPixels(hidden.down());
                return;
            }
            if (each instanceof ScrollPane pane) {
                Bounds whole = pane.getContent().getLayoutBounds();
                Bounds seen = pane.getViewportBounds();
                pane.setVvalue(pane.getVvalue() + share(hidden.down(), whole.getHeight() - seen.getHeight()));
                pane.setHvalue(pane.getHvalue() + share(hidden.right(), whole.getWidth() - seen.getWidth()));
                return;
            }
        }
    }

    private static double share(double pixels, double spare) {
        return spare <= 0 ? 0 : pixels / spare;
    }
}
