package dev.interestlens;

import dev.interestlens.ui.control.ViewMenu;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;

/** A walk through all that the window can show of a run: every screen, every part of it. */
final class EveryPlace {
    /** Screens, and below them the buttons that show more of them. */
    private static final List<List<String>> PLACES = List.of(
            List.of("#rail-HOME"),
            List.of("#rail-DATA"),
            List.of("#rail-MODEL", "#teachTab", "#madeTab"),
            List.of("#rail-TRAIN", "#runsTab", "#queueTab", "#attentionTab", "#newTab"),
            List.of("#rail-RECOMMEND"),
            List.of("#rail-EXPLAIN"),
            List.of("#rail-COMPARE"),
            List.of("#rail-EXPORT"),
            List.of("#rail-QUESTIONS", "#question-1", "#question-2", "#question-3", "#question-4", "#question-5"),
            List.of("#rail-SETTINGS"));

    private EveryPlace() {}

    /** What is done at a place, on the FX thread. */
    interface Looking {
        void at(String place, Node root);
    }

    static void visit(OpenWindow window, Looking looking) throws Exception {
        for (List<String> place : PLACES) {
            for (String button : place) {
                window.press(button);
                look(window, button, looking);
            }
        }
        for (String screen : List.of("#rail-DATA", "#rail-EXPORT")) {
            visitTabs(window, screen, looking);
        }
        for (String screen : List.of("#rail-EXPLAIN", "#rail-COMPARE")) {
            visitViews(window, screen, looking);
        }
    }

    /** What covers the window: the keys and terms, the commands, the problems, and every stage. */
    static void visitCovers(OpenWindow window, Looking looking) throws Exception {
        for (KeyCode key : List.of(KeyCode.F1, KeyCode.K)) {
            window.press("#rail-HOME");
            window.keys(key == KeyCode.K ? new KeyCode[] {KeyCode.SHORTCUT, key} : new KeyCode[] {key});
            look(window, key.getName(), looking);
            window.keys(KeyCode.ESCAPE);
        }
        window.press("#log");
        look(window, "#log", looking);
        window.press("#log");
        for (String screen : List.of("#rail-MODEL", "#rail-RECOMMEND", "#rail-EXPLAIN", "#rail-QUESTIONS")) {
            window.press(screen);
            if (screen.equals("#rail-MODEL")) {
                window.press("#teachTab");
            }
            window.press("#present");
            look(window, screen + ", presented", looking);
            window.keys(KeyCode.ESCAPE);
        }
    }

    private static void visitTabs(OpenWindow window, String screen, Looking looking) throws Exception {
        open(window, screen);
        int tabs = OpenWindow.fx(() -> tabs(window).getTabs().size());
        for (int i = 0; i < tabs; i++) {
            int at = i;
            window.press("tab " + i, () -> header(tabs(window), at));
            look(window, screen + ", tab " + i, looking);
        }
    }

    private static void visitViews(OpenWindow window, String screen, Looking looking) throws Exception {
        open(window, screen);
        window.waitFor("the views of " + screen, () -> menu(window) != null);
        List<String> ids = OpenWindow.fx(
                () -> menu(window).choices().stream().map(ViewMenu.Choice::id).toList());
        for (String id : ids) {
            choose(window, id);
            look(window, screen + ", " + id, looking);
        }
        choose(window, ids.get(0));
    }

    /** Opens the menu of the views and presses one. */
    private static void choose(OpenWindow window, String id) throws Exception {
        window.press("the menu of views", () -> menu(window));
        window.press("view " + id, () -> OpenWindow.item(item -> ("view-" + id).equals(item.getId())));
    }

    private static Node header(TabPane pane, int at) {
        return pane.lookupAll(".headers-region > .tab").stream()
                .filter(node ->
                        node.getProperties().get(Tab.class) == pane.getTabs().get(at))
                .findFirst()
                .orElse(null);
    }

    private static ViewMenu menu(OpenWindow window) {
        return (ViewMenu) window.scene().getRoot().lookup(".view-menu");
    }

    private static TabPane tabs(OpenWindow window) {
        return (TabPane) window.scene().getRoot().lookup(".views");
    }

    private static void open(OpenWindow window, String screen) throws Exception {
        window.press(screen);
        built(window, screen);
    }

    /** Waits until a screen is there: it is built after the frame in which its place is shown. */
    private static void built(OpenWindow window, String place) throws Exception {
        window.waitFor("the screen at " + place, () -> window.find(".skeleton") == null);
    }

    private static void look(OpenWindow window, String place, Looking looking) throws Exception {
        built(window, place);
        OpenWindow.fx(() -> {
            window.scene().getRoot().applyCss();
            window.scene().getRoot().layout();
            looking.at(place, window.scene().getRoot());
            return null;
        });
    }

    /** As {@code walk}, but not into the parts of which controls are made. */
    static void walk(Node node, Consumer<Node> seen) {
        if (!node.isVisible() || node instanceof ScrollBar) {
            return;
        }
        if (!(node instanceof ScrollPane) && !(node instanceof SplitPane) && !(node instanceof TabPane)) {
            seen.accept(node);
        }
        if (node instanceof ScrollPane pane) {
            if (pane.getContent() != null) {
                walk(pane.getContent(), seen);
            }
        } else if (node instanceof SplitPane pane) {
            pane.getItems().forEach(item -> walk(item, seen));
        } else if (node instanceof TabPane pane) {
            Tab shown = pane.getSelectionModel().getSelectedItem();
            if (shown != null && shown.getContent() != null) {
                walk(shown.getContent(), seen);
            }
        } else if (node instanceof Control) {
            return;
        } else if (node instanceof Parent parent && !node.getStyleClass().contains("metric-chart")) {
            List.copyOf(parent.getChildrenUnmodifiable()).forEach(child -> walk(child, seen));
        }
    }
}
