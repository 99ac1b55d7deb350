package dev.interestlens;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.cli.CommandLineProgram;
import dev.interestlens.ui.control.Card;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a screen shows at first, 1400 by 900: few controls and numbers, and nothing that moves until all is measured. */
@Tag("thorough")
class FirstSightTest {
    private static final List<String> SCREENS = List.of(
            "HOME",
            "DATA",
            "MODEL",
            "TRAIN",
            "RECOMMEND",
            "EXPLAIN",
            "COMPARE",
            "EXPORT",
            "QUESTIONS",
            "PLAYGROUND",
            "SETTINGS");
    /** A day, with or without its year and time, is one number. */
    private static final Pattern NUMBER =
            Pattern.compile("(?:\\d{4}-)?\\d\\d-\\d\\d(?: \\d\\d:\\d\\d)?|(?<![\\p{L}\\d])[-+−]?\\d[\\d,.:]*");

    private static final int CONTROLS = 15;
    private static final int NUMBERS = 15;
    private static final int QUIET = 4;
    /** Five minutes: a busy machine measures slowly. */
    private static final int MOST_LOOKS = 2_000;

    private static final int LOOK_MILLIS = 150;
    private static final double MOVED = 1.5;

    @WindowHome
    private Path home;

    @Test
    void screensShowFewControlsAndNothingMoves() throws Exception {
        Map<String, Integer> controls = new TreeMap<>();
        Map<String, Integer> numbers = new TreeMap<>();
        List<String> movers = new ArrayList<>();
        try (OpenWindow window = new OpenWindow(home)) {
            window.press("#home-explain");
            window.waitFor("an explanation", () -> window.text("#sentence").matches("(?s).*(measured|score).*"));
            OpenWindow.fx(() -> {
                window.scene().getWindow().setWidth(1400);
                window.scene().getWindow().setHeight(900);
                return null;
            });
            for (String screen : SCREENS) {
                window.press(screen.equals("HOME") ? "#rail-SETTINGS" : "#rail-HOME");
                window.press("#rail-" + screen);
                movers.addAll(watch(window, screen, () -> true));
                OpenWindow.fx(() -> {
                    count(window, screen, controls, numbers);
                    return null;
                });
            }
        }
        assertThat(movers).isEmpty();
        assertThat(controls.values()).allMatch(count -> count <= CONTROLS, controls.toString());
        assertThat(numbers.values()).allMatch(count -> count <= NUMBERS, numbers.toString());
    }

    /** A run that learnt nothing is below the baselines: what is found of it has its place before it is measured. */
    @Test
    void theVerdictOnTwoRunsMovesNothing() throws Exception {
        try (OpenWindow window = new OpenWindow(home)) {
            window.press("#home-explain");
            window.waitFor("an explanation", () -> window.text("#sentence").matches("(?s).*(measured|score).*"));
        }
        String data = home.resolve("datasets/sample-data-001").toString();
        String run = home.resolve("runs/weak").toString();
        String[] settings = {"training.epochs=1", "training.learningRate=1e-9"};
        PrintStream quiet = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        assertThat(new CommandLineProgram(quiet, quiet, Locale.ENGLISH)
                        .run(
                                "train",
                                "--data",
                                data,
                                "--model",
                                "pool",
                                "--run",
                                run,
                                "--set",
                                settings[0],
                                "--set",
                                settings[1]))
                .isZero();
        List<String> movers = new ArrayList<>();
        try (OpenWindow window = new OpenWindow(home)) {
            OpenWindow.fx(() -> {
                window.scene().getWindow().setWidth(1400);
                window.scene().getWindow().setHeight(900);
                return null;
            });
            window.press("#rail-COMPARE");
            movers.addAll(watch(
                    window,
                    "COMPARE",
                    () -> !((Labeled) window.find("#intervals")).getText().isEmpty()
                            && !window.find("#progress").isVisible()));
            assertThat(window.text("#evidence").lines())
                    .as(window.text("#count") + window.text("#sentence"))
                    .hasSizeGreaterThan(1);
        }
        assertThat(movers).isEmpty();
    }

    /** The controls and cards that were somewhere else at an earlier look. */
    private static List<String> watch(OpenWindow window, String screen, Callable<Boolean> ended) throws Exception {
        window.waitFor("the screen", () -> window.find(".skeleton") == null);
        Map<Node, Bounds> first = new HashMap<>();
        Map<String, String> moved = new TreeMap<>();
        Map<Node, Bounds> before = Map.of();
        int quiet = 0;
        for (int look = 0; look < MOST_LOOKS && (quiet < QUIET || !OpenWindow.fx(ended)); look++) {
            Thread.sleep(LOOK_MILLIS);
            Map<Node, Bounds> now = OpenWindow.fx(() -> places(window));
            now.forEach((node, at) -> {
                Bounds was = first.putIfAbsent(node, at);
                if (was != null
                        && (Math.abs(was.getMinX() - at.getMinX()) > MOVED
                                || Math.abs(was.getMinY() - at.getMinY()) > MOVED)) {
                    moved.put(
                            screen + ": " + name(node),
                            Math.round(was.getMinX()) + "," + Math.round(was.getMinY()) + " -> "
                                    + Math.round(at.getMinX()) + "," + Math.round(at.getMinY()));
                }
            });
            quiet = now.equals(before) ? quiet + 1 : 0;
            before = now;
        }
        return moved.entrySet().stream()
                .map(each -> each.getKey() + " " + each.getValue())
                .toList();
    }

    private static Map<Node, Bounds> places(OpenWindow window) {
        Map<Node, Bounds> places = new HashMap<>();
        seen(window, node -> {
            if (isControl(node) || node instanceof Card) {
                places.put(node, node.localToScene(node.getLayoutBounds()));
            }
        });
        return places;
    }

    private static void count(
            OpenWindow window, String screen, Map<String, Integer> controls, Map<String, Integer> numbers) {
        int[] counts = new int[2];
        seen(window, node -> {
            counts[0] += isControl(node) ? 1 : 0;
            if (node instanceof Labeled labeled && labeled.getText() != null) {
                counts[1] += (int) NUMBER.matcher(labeled.getText()).results().count();
            }
        });
        controls.put(screen, counts[0]);
        numbers.put(screen, counts[1]);
    }

    /** What can be seen of the screen, within the window; of lists and tables only the whole. */
    private static void seen(OpenWindow window, Consumer<Node> look) {
        Node place = window.find("#place");
        Bounds frame = place.localToScene(place.getLayoutBounds());
        EveryPlace.walk(place, node -> {
            Bounds at = node.localToScene(node.getLayoutBounds());
            boolean inside = at.getMinY() < frame.getMaxY() && at.getMaxY() > frame.getMinY() && at.getHeight() > 0;
            if (inside && !isWithinList(node)) {
                look.accept(node);
            }
        });
    }

    private static boolean isControl(Node node) {
        return node instanceof ButtonBase
                || node instanceof TextInputControl
                || node instanceof ChoiceBox<?>
                || node instanceof ComboBoxBase<?>
                || node instanceof Slider
                || node instanceof ListView<?>
                || node instanceof TableView<?>
                || node instanceof TabPane;
    }

    private static boolean isWithinList(Node node) {
        for (Node each = node.getParent(); each != null; each = each.getParent()) {
            if (each.getStyleClass().contains("recommend-row")
                    || each instanceof ListView<?>
                    || each instanceof TableView<?>
                    || each instanceof ComboBoxBase<?>) {
                return true;
            }
        }
        return false;
    }

    private static String name(Node node) {
        String words = node instanceof Labeled labeled ? labeled.getText() : "";
        return node.getClass().getSimpleName() + " " + (node.getId() == null ? words : node.getId());
    }
}
