package dev.interestlens.testing;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.event.EventHandler;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.testfx.api.FxRobot;
import org.testfx.robot.KeyboardRobot;
import org.testfx.robot.MouseRobot;
import org.testfx.util.WaitForAsyncUtils;

/**
 * A hand on mouse and keyboard: it presses what is seen, where it is seen, scrolls to what is out of sight, and types into what it has pressed. Of
 * what lies over a control, moves away or is disabled it can say so, but cannot press through it.
 */
public final class Hand {
    private static final int MAX_NOTCHES = 500;
    private static final int PLACES = 8;

    /** By how many pixels one turn of the wheel scrolls down, in which robots and panes differ: each turn tells. */
    private double notch = 40;

    private final FxRobot robot = new FxRobot();
    private final MouseRobot mouse = robot.robotContext().getMouseRobot();
    private final KeyboardRobot keyboard = robot.robotContext().getKeyboardRobot();

    /** Presses a node as soon as it can be pressed. */
    public void click(Node node) throws Exception {
        String[] why = {""};
        Patience patience = new Patience(() -> Reach.name(node) + " under the mouse: it " + why[0]);
        for (Optional<String> found = tryClick(() -> node); found.isPresent(); found = tryClick(() -> node)) {
            why[0] = found.get();
            patience.sleep();
        }
    }

    /** Presses a text field and types in place of what is in it. */
    public void type(TextInputControl field, String text) throws Exception {
        click(field);
        write(text);
    }

    /** Types in place of what is in the field that has the focus. */
    public void write(String text) throws Exception {
        press(KeyCode.SHORTCUT, KeyCode.A);
        if (text.isEmpty()) {
            press(KeyCode.DELETE);
        } else {
            robot.write(text, 0);
        }
        events();
    }

    /** Presses keys together and lets them go. */
    public void press(KeyCode... keys) throws Exception {
        keyboard.pressNoWait(keys);
        keyboard.releaseNoWait(keys);
        events();
    }

    /**
     * Presses and releases the mouse at the middle of a node, if it stands still there and takes the mouse; scrolls towards it where it is out of
     * sight.
     *
     * @param found looks for the node, which may be made anew at any time; null where it is not there
     * @return empty where it was pressed, else why not yet
     */
    public Optional<String> tryClick(Callable<? extends Node> found) throws Exception {
        Node node = fx(found);
        Optional<String> absent = fx(() -> absent(node));
        if (absent.isPresent()) {
            return absent;
        }
        Bounds before = fx(() -> place(node));
        frame(node.getScene());
        if (scrollTo(node)) {
            return Optional.of("is out of sight");
        }
        Felt felt = new Felt();
        Optional<String> obstacle = fx(() -> {
            boolean still = found.call() == node && place(node).equals(before);
            Optional<String> over = still ? Reach.obstacle(node) : Optional.of("moves");
            if (over.isEmpty()) {
                node.addEventFilter(MouseEvent.ANY, felt);
                mouse.moveNoWait(onScreen(node.getScene(), Reach.middle(node)));
                mouse.pressNoWait(MouseButton.PRIMARY);
            }
            return over;
        });
        return obstacle.isPresent() ? obstacle : release(node, before, felt);
    }

    /** What a node felt of the mouse. */
    private static final class Felt implements EventHandler<MouseEvent> {
        private boolean pressed;
        private boolean clicked;

        @Override
        public void handle(MouseEvent event) {
            pressed |= event.getEventType() == MouseEvent.MOUSE_PRESSED;
            clicked |= event.getEventType() == MouseEvent.MOUSE_CLICKED;
        }
    }

    /**
     * Lets the mouse go.
     *
     * @return empty where the node took the mouse, else why it may at another time: it moved before the press came to the window, or it is a button,
     *     which acts when the mouse is let go, and moved before that
     */
    private Optional<String> release(Node node, Bounds before, Felt felt) throws Exception {
        Scene scene = node.getScene();
        settle(scene);
        fx(() -> {
            mouse.releaseNoWait(MouseButton.PRIMARY);
            return null;
        });
        settle(scene);
        Optional<String> absent = fx(() -> {
            node.removeEventFilter(MouseEvent.ANY, felt);
            return absent(node);
        });
        boolean moved = absent.isEmpty() && !fx(() -> place(node)).equals(before);
        boolean acted = felt.clicked || !(node instanceof ButtonBase) || !moved;
        if (felt.pressed && acted) {
            return Optional.empty();
        }
        if (absent.isEmpty() && !moved) {
            throw new AssertionError(Reach.name(node) + " was under the mouse and did not take it");
        }
        return absent.or(() -> Optional.of("moved away from the mouse"));
    }

    /** Waits until what a press or its end did is handled, and laid out where the window is still there. */
    private static void settle(Scene scene) throws Exception {
        events();
        if (fx(() -> scene.getWindow() != null && scene.getWindow().isShowing())) {
            frame(scene);
        }
    }

    private static Optional<String> absent(Node node) {
        if (node == null || node.getScene() == null) {
            return Optional.of("is not there");
        }
        if (node.getScene().getWindow() == null || !node.getScene().getWindow().isShowing()) {
            return Optional.of("is in no open window");
        }
        return !Reach.isShown(node)
                ? Optional.of("is not shown")
                : node.isDisabled() ? Optional.of("is disabled") : Optional.empty();
    }

    /** Turns the wheel over the pane that hides a node; false where none does. */
    private boolean scrollTo(Node node) throws Exception {
        double before = fx(() -> down(node));
        int turned = (int) Math.max(-MAX_NOTCHES, Math.min(MAX_NOTCHES, Math.rint(before / notch)));
        int notches = turned == 0 ? (int) Math.signum(before / notch) : turned;
        Point2D free = before == 0 ? null : fx(() -> free(node));
        if (free == null) {
            return false;
        }
        fx(() -> {
            mouse.moveNoWait(free);
            mouse.scrollNoWait(notches);
            return null;
        });
        events();
        double moved = before - fx(() -> down(node));
        notch = moved == 0 ? -notch : moved / notches;
        return true;
    }

    private static double down(Node node) {
        return Reach.hidden(node).map(Reach.Hidden::down).orElse(0.0);
    }

    /** A point on the screen from where the wheel scrolls the pane that hides a node rather than something within it; null where there is none. */
    private static Point2D free(Node node) {
        Node viewport = Reach.hidden(node).map(Reach.Hidden::viewport).orElse(null);
        if (viewport == null) {
            return null;
        }
        Bounds seen = viewport.localToScene(viewport.getLayoutBounds());
        for (int y = PLACES / 2; y < PLACES; y++) {
            for (int x = 0; x < PLACES; x++) {
                Point2D point = new Point2D(
                        seen.getMinX() + 2 + x * (seen.getWidth() - 4) / PLACES,
                        seen.getMinY() + 2 + y * (seen.getHeight() - 4) / PLACES);
                Node each = Reach.at(viewport.getScene(), point);
                while (each != null && each.getOnScroll() == null && !Reach.isViewport(each)) {
                    each = each.getParent();
                }
                if (each == viewport) {
                    return onScreen(node.getScene(), point);
                }
            }
        }
        return null;
    }

    private static Bounds place(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    private static Point2D onScreen(Scene scene, Point2D point) {
        return point.add(scene.getX(), scene.getY())
                .add(scene.getWindow().getX(), scene.getWindow().getY());
    }

    /** Waits until a window has been laid out anew. */
    private static void frame(Scene scene) throws Exception {
        CompletableFuture<Void> drawn = new CompletableFuture<>();
        Runnable listener = () -> drawn.complete(null);
        fx(() -> {
            scene.addPostLayoutPulseListener(listener);
            Platform.requestNextPulse();
            return null;
        });
        try {
            drawn.get(1, TimeUnit.SECONDS);
        } catch (TimeoutException busy) {
            Patience.until("a frame of the window, which is late: " + busy, drawn::isDone);
        }
        fx(() -> {
            scene.removePostLayoutPulseListener(listener);
            return null;
        });
    }

    /** Waits until the window has dealt with what the hand did: events come one after the other. */
    private static void events() throws Exception {
        fx(() -> null);
        fx(() -> null);
    }

    private static <T> T fx(Callable<T> work) throws Exception {
        return WaitForAsyncUtils.asyncFx(work).get();
    }
}
