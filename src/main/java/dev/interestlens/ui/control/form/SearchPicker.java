package dev.interestlens.ui.control.form;

import dev.interestlens.ui.control.Changes;
import dev.interestlens.ui.control.ControlWords;
import dev.interestlens.ui.control.Worded;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A button with the current choice that opens a list: typing filters it, Up and Down move, Enter chooses, Escape closes. Disabled entries are listed
 * with their reason and skipped.
 *
 * @param <T> type of the choice
 */
public final class SearchPicker<T> extends Button {
    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");
    private static final double WIDTH = 380;
    private static final double HEIGHT = 300;

    /**
     * An entry of the list.
     *
     * @param title its name
     * @param note a detail, or why it cannot be chosen
     * @param enabled whether it can
     */
    public record Entry<T>(T value, String title, String note, boolean enabled) {
        boolean matches(String typed) {
            String text = (title + " " + note).toLowerCase(Locale.ROOT);
            return Arrays.stream(typed.toLowerCase(Locale.ROOT).strip().split("\\s+"))
                    .allMatch(text::contains);
        }
    }

    private final Supplier<List<Entry<T>>> entries;
    private final Consumer<T> taken;
    private final Popup popup = new Popup();
    private final TextField field = new TextField();
    private final ListView<Entry<T>> found = new ListView<>();

    /**
     * @param hint key of the prompt of the search field, also the accessible name of the button
     * @param nothing key of the text for no results
     * @param entries all current entries
     */
    public SearchPicker(
            ControlWords words, String hint, String nothing, Supplier<List<Entry<T>>> entries, Consumer<T> taken) {
        this.entries = entries;
        this.taken = taken;
        getStyleClass().addAll("chip", "search-picker");
        setGraphic(new FontIcon("fth-chevron-down"));
        setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
        setMaxWidth(Double.MAX_VALUE);
        setMinSize(0, USE_PREF_SIZE);
        setWrapText(true);
        setMnemonicParsing(false); // names have underscores
        accessibleHelpProperty().bind(words.bind(hint));
        setOnAction(event -> open());
        field.promptTextProperty().bind(words.bind(hint));
        field.accessibleTextProperty().bind(words.bind(hint));
        Changes.call(this::narrow, field.textProperty());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        Label none = Worded.label(words.bind(nothing), "note");
        found.setPlaceholder(none);
        found.setPrefSize(WIDTH, HEIGHT);
        found.setFocusTraversable(false);
        found.getStyleClass().add("run-list");
        found.setCellFactory(list -> new EntryCell());
        VBox box = new VBox(8, field, found);
        box.getStyleClass().add("search-box");
        popup.getContent().add(box);
        popup.setAutoHide(true);
    }

    /** Opens the list. */
    public void open() {
        field.clear();
        narrow();
        Bounds at = localToScreen(getBoundsInLocal());
        popup.show(this, at.getMinX(), at.getMaxY() + 4);
        field.requestFocus();
    }

    /** Whether the list is open. */
    boolean isOpen() {
        return popup.isShowing();
    }

    TextField field() {
        return field;
    }

    ListView<Entry<T>> found() {
        return found;
    }

    private void narrow() {
        found.getItems()
                .setAll(entries.get().stream()
                        .filter(each -> each.matches(field.getText()))
                        .toList());
        found.getSelectionModel().clearSelection();
        move(1);
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.DOWN) {
            move(1);
        } else if (event.getCode() == KeyCode.UP) {
            move(-1);
        } else if (event.getCode() == KeyCode.ENTER) {
            take();
        } else {
            return;
        }
        event.consume();
    }

    private void move(int step) {
        int at = found.getSelectionModel().getSelectedIndex() + step;
        while (at >= 0
                && at < found.getItems().size()
                && !found.getItems().get(at).enabled()) {
            at += step;
        }
        if (at >= 0 && at < found.getItems().size()) {
            found.getSelectionModel().select(at);
            found.scrollTo(Math.max(0, at - 3));
        }
    }

    private void take() {
        Entry<T> entry = found.getSelectionModel().getSelectedItem();
        if (entry != null && entry.enabled()) {
            popup.hide();
            taken.accept(entry.value());
        }
    }

    /** Shows the title and the note. */
    private final class EntryCell extends ListCell<Entry<T>> {
        private final Label name = new Label();
        private final Label note = new Label();
        private final VBox box = new VBox(name, note);

        EntryCell() {
            note.getStyleClass().add("note");
            box.setPrefWidth(1);
            setOnMouseClicked(event -> {
                if (!isEmpty() && getItem().enabled()) {
                    found.getSelectionModel().select(getItem());
                    take();
                }
            });
        }

        @Override
        protected void updateItem(Entry<T> entry, boolean empty) {
            super.updateItem(entry, empty);
            setGraphic(empty ? null : box);
            pseudoClassStateChanged(REFUSED, !empty && !entry.enabled());
            if (!empty) {
                name.setText(entry.title());
                note.setText(entry.note());
                setAccessibleText(entry.title() + " " + entry.note());
            }
        }
    }
}
