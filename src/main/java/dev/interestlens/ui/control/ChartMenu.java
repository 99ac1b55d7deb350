package dev.interestlens.ui.control;

import dev.interestlens.figure.Drawing;
import dev.interestlens.figure.NumberTable;
import dev.interestlens.figure.table.Table;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/**
 * The context menu of all charts, with keys while the chart has the focus, which a click gives it: copy or save it as picture or numbers. Every picture
 * is drawn anew for the file, never copied from the screen.
 */
public final class ChartMenu {
    private static final String NAME = "chart-name";
    private static final KeyCombination COPY = KeyCombination.valueOf("Shortcut+C");
    private static final KeyCombination COPY_NUMBERS = KeyCombination.valueOf("Shortcut+Shift+C");
    private static final KeyCombination SAVE = KeyCombination.valueOf("Shortcut+Shift+S");

    private final Region chart;
    private final ControlWords words;
    private Supplier<NumberTable> numbers;
    private Supplier<Drawing> drawing;
    private Supplier<Optional<Table>> table = Optional::empty;
    private ContextMenu shown;

    public ChartMenu(Region chart, ControlWords words, Supplier<Drawing> drawing, Supplier<NumberTable> numbers) {
        this.drawing = drawing;
        this.chart = chart;
        this.words = words;
        this.numbers = numbers;
        chart.getProperties().put(ChartMenu.class, this);
        chart.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        chart.addEventFilter(MouseEvent.MOUSE_PRESSED, this::takeFocus);
        chart.addEventFilter(MouseEvent.ANY, this::leaveToMenu);
        chart.setOnContextMenuRequested(event -> {
            show(event.getScreenX(), event.getScreenY());
            event.consume();
        });
    }

    /** Those of the charts and tables that a screen shows just now, in their order. */
    public static List<ChartMenu> in(Node screen) {
        List<ChartMenu> found = new ArrayList<>();
        if (screen.isVisible()) {
            if (screen.hasProperties() && screen.getProperties().get(ChartMenu.class) instanceof ChartMenu own) {
                found.add(own);
            }
            Offers.parts(screen).forEach(part -> found.addAll(in(part)));
        }
        return found;
    }

    /** Names what a node shows, for file names; the names of its parents come first. */
    public static void name(Node node, Supplier<String> name) {
        node.getProperties().put(NAME, name);
    }

    /** Replaces the numbers, such as by all of a scrolled chart. */
    public void setNumbers(Supplier<NumberTable> now) {
        numbers = now;
    }

    /** Replaces the drawing, such as by one with title and notes. */
    public void setDrawing(Supplier<Drawing> now) {
        drawing = now;
    }

    /** Sets the content of a table. */
    void setTable(Supplier<Table> now) {
        table = () -> Optional.of(now.get());
    }

    /** A click takes the focus, except on something inside that takes it itself. */
    private void takeFocus(MouseEvent event) {
        for (Node at = (Node) event.getTarget(); at != null && at != chart; at = at.getParent()) {
            if (at.isFocusTraversable()) {
                return;
            }
        }
        chart.requestFocus();
    }

    /** The secondary button only opens the menu. */
    private void leaveToMenu(MouseEvent event) {
        if (event.getButton() == MouseButton.SECONDARY) {
            event.consume();
        }
    }

    private void key(KeyEvent event) {
        if (COPY.match(event)) {
            copyPicture();
        } else if (COPY_NUMBERS.match(event)) {
            copyNumbers();
        } else if (SAVE.match(event)) {
            save(ChartEvent.Wanted.PICTURE);
        } else {
            return;
        }
        event.consume();
    }

    private void show(double x, double y) {
        if (shown != null) {
            shown.hide();
        }
        shown = new ContextMenu(
                item("control.chart.copyPicture", COPY, this::copyPicture),
                item("control.chart.copyNumbers", COPY_NUMBERS, this::copyNumbers),
                item("control.chart.savePicture", SAVE, () -> save(ChartEvent.Wanted.PICTURE)),
                item("control.chart.saveNumbers", null, () -> save(ChartEvent.Wanted.NUMBERS)));
        boolean none = numbers.get().isEmpty();
        shown.getItems().get(1).setDisable(none);
        shown.getItems().get(3).setDisable(none);
        shown.show(chart, x, y);
    }

    private MenuItem item(String key, KeyCombination keys, Runnable action) {
        MenuItem item = new MenuItem(words.text(key));
        item.setAccelerator(keys);
        item.setOnAction(event -> action.run());
        return item;
    }

    private void copyPicture() {
        ClipboardContent content = new ClipboardContent();
        content.putImage(pictured().image());
        Clipboard.getSystemClipboard().setContent(content);
    }

    private Snapshot pictured() {
        return Snapshot.of(drawing.get(), words.locale());
    }

    private void copyNumbers() {
        NumberTable table = numbers.get();
        if (!table.isEmpty()) {
            Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, table.tabs()));
        }
    }

    private void save(ChartEvent.Wanted wanted) {
        chart.fireEvent(new ChartEvent(
                new ChartEvent.Chart(name(), pictured(), drawing.get(), numbers.get(), table.get()), wanted));
    }

    /** The chart for any surface. */
    public Drawing drawing() {
        return drawing.get();
    }

    /** Whether there is anything in it. */
    public boolean hasNumbers() {
        return !numbers.get().isEmpty();
    }

    /** Whether it is of a table. */
    public boolean isTable() {
        return table.get().isPresent();
    }

    /** The names of the chart and its parents, the outermost first. */
    public String name() {
        Deque<String> names = new ArrayDeque<>();
        for (Node node = chart; node != null; node = node.getParent()) {
            if (node.hasProperties() && node.getProperties().get(NAME) instanceof Supplier<?> name) {
                String said = String.valueOf(name.get());
                if (!said.isBlank()) {
                    names.addFirst(said);
                }
            }
        }
        return String.join(" ", names);
    }
}
