package dev.interestlens.ui;

import dev.interestlens.App;
import dev.interestlens.ui.control.ViewMenu;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;

/**
 * Opens the real program on the workspace that {@code interestlens.home} names, and writes what every screen looks like in both languages, light and
 * dark, at four sizes and at 200 %: twenty sets. It asks for a screen of 2048 × 1280: {@code -Dheadless.geometry=2048x1280-32} without a display. Arguments: the
 * folder, then the beginnings of the names wanted, such as {@code EXPLAIN} or {@code 1024x640-en}; all without any. What is still being measured
 * shows with {@code -Dinterestlens.gallery.settle=} and so many milliseconds; a loaded machine wants more {@code -Dinterestlens.gallery.patience=}.
 */
public final class WindowGallery {
    private static final long POLL = 50;
    private static final long SETTLE = 600;
    private static final long MEASURED = Long.getLong("interestlens.gallery.settle", 0);
    private static final long PATIENCE = Long.getLong("interestlens.gallery.patience", 30_000);

    /** A window, and how much larger than usual everything in it is shown. */
    private record Size(String name, double width, double height, int enlarged) {}

    private static final List<Size> SIZES = List.of(
            new Size("1024x640", 1024, 640, 0),
            new Size("1280x800", 1280, 800, 0),
            new Size("1400x900", 1400, 900, 0),
            new Size("1920x1080", 1920, 1080, 0),
            new Size("200percent", 2048, 1280, 20)); // as often as it takes to reach the largest

    private static final String PRESENT = "present";

    /** A screen, and the buttons that show more of it. */
    private static final List<List<String>> PLACES = List.of(
            List.of("rail-HOME"),
            List.of("rail-DATA"),
            List.of("rail-MODEL", "teachTab", "madeTab"),
            List.of("rail-TRAIN", "runsTab", "newTab"),
            List.of("rail-RECOMMEND", PRESENT),
            List.of("rail-EXPLAIN", PRESENT),
            List.of("rail-COMPARE", "losses", "gains", "table"),
            List.of("rail-EXPORT"),
            List.of("rail-QUESTIONS", "question-2", "question-3", "question-4", "question-5", PRESENT),
            List.of("rail-SETTINGS"));

    private final Path folder;
    private final List<String> wanted;

    private WindowGallery(Path folder, List<String> wanted) {
        this.folder = folder;
        this.wanted = wanted;
    }

    public static void main(String[] arguments) throws Exception {
        Thread program = new Thread(() -> Application.launch(App.class), "program");
        program.setDaemon(true);
        program.start();
        while (Window.getWindows().isEmpty()) {
            Thread.sleep(POLL);
        }
        List<String> all = List.of(arguments);
        new WindowGallery(Path.of(all.get(0)), all.subList(1, all.size())).drawAll();
        onFx(() -> {
            Platform.exit();
            return null;
        });
        program.join();
    }

    private void drawAll() throws Exception {
        Thread.sleep(SETTLE);
        for (String language : List.of("english", "chinese")) {
            for (String theme : List.of("light", "dark")) {
                press("rail-SETTINGS");
                press(language);
                press(theme);
                for (Size size : SIZES) {
                    draw(size, (language.equals("english") ? "en" : "zh") + "-" + theme);
                }
            }
        }
    }

    private void draw(Size size, String manner) throws Exception {
        if (PLACES.stream().noneMatch(place -> isWanted(place, size, manner))) {
            return;
        }
        resize(size);
        for (List<String> place : PLACES) {
            for (String button : isWanted(place, size, manner) ? place : List.<String>of()) {
                press(button);
                Thread.sleep(MEASURED);
                Path file = folder.resolve(name(place, button, size, manner) + ".png");
                onFx(() -> {
                    Pictures.write(scene(), file);
                    if (button.equals(PRESENT)) {
                        key(KeyCode.ESCAPE, false);
                    }
                    return null;
                });
                if (button.equals(PRESENT)) {
                    resize(size); // the end of full screen may come with another size
                }
            }
        }
    }

    private static void resize(Size size) throws Exception {
        onFx(() -> {
            Stage stage = (Stage) Window.getWindows().get(0);
            stage.setMaximized(false);
            stage.setX(0);
            stage.setY(0);
            stage.setWidth(size.width());
            stage.setHeight(size.height());
            return null;
        });
        // the window is enlarged no further than its content has room
        await(() -> scene().getWidth() == size.width()
                && scene().getRoot().getLayoutBounds().getWidth() == size.width());
        onFx(() -> {
            key(KeyCode.DIGIT0, true);
            for (int i = 0; i < size.enlarged(); i++) {
                key(KeyCode.EQUALS, true);
            }
            return null;
        });
        Thread.sleep(SETTLE);
    }

    private static String name(List<String> place, String button, Size size, String manner) {
        String screen = button.equals(PRESENT) ? place.get(0) + "-" : "";
        return (screen + button).replace("rail-", "") + "-" + size.name() + "-" + manner;
    }

    /** Whether any picture of a screen is wanted. */
    private boolean isWanted(List<String> place, Size size, String manner) {
        return wanted.isEmpty()
                || place.stream()
                        .map(button -> name(place, button, size, manner).toLowerCase(Locale.ROOT))
                        .anyMatch(
                                name -> wanted.stream().anyMatch(each -> name.contains(each.toLowerCase(Locale.ROOT))));
    }

    private static void key(KeyCode code, boolean control) {
        Node focused = scene().getFocusOwner();
        Event.fireEvent(
                focused == null ? scene().getRoot() : focused,
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, control, false, false));
    }

    /** Presses a button as soon as it can be, and waits until what it shows is there. */
    private static void press(String id) throws Exception {
        await(() ->
                view(id).isPresent() || scene().lookup("#" + id) instanceof ButtonBase button && !button.isDisabled());
        onFx(() -> {
            view(id).ifPresent(each -> each.show().run());
            if (scene().lookup("#" + id) instanceof ButtonBase button && !button.isDisabled()) {
                button.fire();
            }
            return null;
        });
        await(() -> scene().lookup(".skeleton") == null
                && !scene().lookup(".busy-bar").isVisible());
        Thread.sleep(SETTLE); // charts paint on a later pulse
    }

    /** One of the views that the screen's menu offers. */
    private static Optional<ViewMenu.Choice> view(String id) {
        return scene().lookup(".view-menu") instanceof ViewMenu menu
                ? menu.choices().stream().filter(each -> each.id().equals(id)).findFirst()
                : Optional.empty();
    }

    /** Waits a while; a picture of what is not there yet tells as much. */
    private static void await(Callable<Boolean> holds) throws Exception {
        long end = System.currentTimeMillis() + PATIENCE;
        while (System.currentTimeMillis() < end && !onFx(holds)) {
            Thread.sleep(POLL);
        }
    }

    private static Scene scene() {
        return Window.getWindows().get(0).getScene();
    }

    private static <T> T onFx(Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        Platform.runLater(task);
        return task.get();
    }
}
