package dev.interestlens;

import dev.interestlens.testing.Hand;
import dev.interestlens.testing.Patience;
import dev.interestlens.ui.common.file.FileDialogs;
import dev.interestlens.ui.common.file.FileName;
import dev.interestlens.ui.control.More;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The real window on a workspace of its own, with a person who presses and waits, and answers file dialogs by a list. */
final class OpenWindow implements AutoCloseable {
    private final Deque<Path> answers = new ArrayDeque<>();
    private final Stage stage;
    private final App app;
    private final Set<ProcessHandle> before =
            ProcessHandle.current().descendants().collect(Collectors.toSet());
    private final Hand hand = new Hand();
    private int clicks;

    OpenWindow(Path home) throws Exception {
        System.setProperty("interestlens.home", home.toString());
        stage = FxToolkit.registerPrimaryStage();
        // one stage for all windows of a JVM: the last one bound its title
        fx(() -> {
            stage.titleProperty().unbind();
            return null;
        });
        app = (App) FxToolkit.setupApplication(() -> new Answered(answers));
    }

    /** The program, but for its file dialogs. */
    private static final class Answered extends App {
        private final Deque<Path> answers;

        Answered(Deque<Path> answers) {
            this.answers = answers;
        }

        @Override
        FileDialogs dialogs(Stage owner) {
            return new FileDialogs() {
                @Override
                public Optional<Path> folder(String title) {
                    return Optional.ofNullable(answers.poll());
                }

                @Override
                public List<Path> files(String title, List<Kind> kinds) {
                    return folder(title).stream().toList();
                }

                @Override
                public Optional<Chosen> saveResult(String title, String suggestedName, List<Kind> kinds) {
                    return folder(title).map(file -> FileName.meant(suggestedName, file, kinds.get(0), kinds));
                }
            };
        }
    }

    @Override
    public void close() throws TimeoutException {
        FxToolkit.cleanupApplication(app);
        System.clearProperty("interestlens.home");
        // its threads and processes may still write
        WaitForAsyncUtils.waitFor(2, TimeUnit.MINUTES, () -> Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .noneMatch(Set.of("loader", "engine", "counter", "playground")::contains));
        ProcessHandle.current()
                .descendants()
                .filter(process -> !before.contains(process))
                .peek(ProcessHandle::destroyForcibly)
                .toList()
                .forEach(process -> process.onExit().join());
    }

    /** What the next file dialog will be answered with. */
    void answer(Path file) {
        answers.add(file);
    }

    /** Presses what has this id as soon as it can be pressed. */
    void press(String id) throws Exception {
        press(id, () -> find(id));
    }

    /** Presses the button with these words. */
    void pressWords(String words) throws Exception {
        press(words, () -> {
            List<Node> found = new ArrayList<>();
            walk(stage.getScene().getRoot(), node -> {
                if (node instanceof ButtonBase each && words.equals(each.getText()) && !each.isDisabled()) {
                    found.add(each);
                }
            });
            return found.stream().findFirst().orElse(null);
        });
    }

    /** Presses what is found as soon as it can be pressed. */
    void press(String what, Callable<Node> found) throws Exception {
        String[] why = {""};
        Patience patience = new Patience(() -> what + ", which " + why[0] + "; the window shows " + words());
        Optional<String> obstacle = hand.tryClick(found);
        while (obstacle.isPresent()) {
            why[0] = obstacle.get();
            patience.sleep();
            obstacle = hand.tryClick(found);
        }
        clicks++;
    }

    /** How often something was pressed. */
    int clicks() {
        return clicks;
    }

    /** Opens a box of choices and presses the one with these words: two clicks. */
    void choose(String id, String words) throws Exception {
        press(id);
        press(words, () -> item(item -> OpenWindow.words(item).contains(words)));
    }

    /** The first entry of an open menu that is wanted, or null. */
    static Node item(Predicate<Node> wanted) {
        return Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .flatMap(popup -> popup.getScene().getRoot().lookupAll(".menu-item").stream())
                .filter(wanted)
                .findFirst()
                .orElse(null);
    }

    /** Opens a folded part of a screen, unless it is open. */
    void open(String id) throws Exception {
        waitFor(id, () -> find(id) != null);
        if (!fx(() -> ((More) find(id)).openProperty().get())) {
            press(id, () -> find(id).lookup(".more"));
        }
    }

    /** Types into a field in place of what is in it; to press it first is a part of it, and no further click. */
    void type(String id, String text) throws Exception {
        press(id);
        clicks--;
        hand.write(text);
    }

    /** Gives the window's content a size, smaller than it would let a person make it where its borders take the rest. */
    void resize(double width, double height) throws Exception {
        fx(() -> {
            stage.setMinWidth(0);
            stage.setMinHeight(0);
            stage.setX(0);
            stage.setY(0);
            stage.setWidth(width);
            stage.setHeight(height);
            return null;
        });
        waitFor(
                "the size",
                () -> stage.getScene().getWidth() == width && stage.getScene().getHeight() == height);
    }

    /** Presses keys together. */
    void keys(KeyCode... keys) throws Exception {
        hand.press(keys);
    }

    /** The text of what has this id; empty where it is not there or not to be seen. */
    String text(String id) {
        Node node = find(id);
        return node == null || !isShown(node) ? "" : ((Labeled) node).getText();
    }

    Node find(String id) {
        Scene scene = stage.getScene();
        return scene == null ? null : scene.lookup(id);
    }

    Scene scene() {
        return stage.getScene();
    }

    static boolean isShown(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }

    void waitFor(String what, Callable<Boolean> holds) throws Exception {
        Patience patience = new Patience(() -> what + "; the window shows " + words());
        while (!fx(holds)) {
            patience.sleep();
        }
    }

    /** All words that can be seen. */
    List<String> words() throws Exception {
        return fx(() -> words(stage.getScene().getRoot()));
    }

    /** Those in one part of the window; on the FX thread. */
    static List<String> words(Node part) {
        List<String> words = new ArrayList<>();
        walk(part, node -> {
            if (node instanceof Labeled labeled
                    && labeled.getText() != null
                    && !labeled.getText().isBlank()) {
                words.add(labeled.getText());
            }
        });
        return words;
    }

    /** Everything that can be seen, depth first. */
    static void walk(Node node, Consumer<Node> visit) {
        if (node.isVisible()) {
            visit.accept(node);
            if (node instanceof Parent parent) {
                List.copyOf(parent.getChildrenUnmodifiable()).forEach(child -> walk(child, visit));
            }
        }
    }

    static <T> T fx(Callable<T> work) throws Exception {
        return WaitForAsyncUtils.asyncFx(work).get();
    }
}
