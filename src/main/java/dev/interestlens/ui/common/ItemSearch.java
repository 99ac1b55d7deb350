package dev.interestlens.ui.common;

import dev.interestlens.explain.look.Item;
import dev.interestlens.ui.control.Changes;
import dev.interestlens.ui.control.Named;
import dev.interestlens.ui.control.Presence;
import dev.interestlens.ui.control.Worded;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import javafx.util.Duration;

/** A popup to find items by words of their titles: Down moves to the list, Enter or a click chooses, Escape closes. */
public final class ItemSearch {
    private static final Duration TYPING = Duration.millis(120);
    private static final double WIDTH = 360;
    private static final double HEIGHT = 260;

    private final Messages messages;
    private final Popup popup = new Popup();
    private final Label title = Worded.text("", "title");
    private final TextField field = new TextField();
    private final ListView<Item> hits = new ListView<>();
    private final Label none = new Label();
    private final PauseTransition typing = new PauseTransition(TYPING);
    private Consumer<Item> taken = item -> {};
    private boolean stays;

    /** @param find searches and passes on the results */
    public ItemSearch(Messages messages, BiConsumer<String, Consumer<List<Item>>> find) {
        this.messages = messages;
        Presence.withWords(title);
        field.promptTextProperty().bind(messages.bind("explain.search.hint"));
        field.accessibleTextProperty().bind(messages.bind("explain.search.hint"));
        hits.setPrefSize(WIDTH, HEIGHT);
        hits.setCellFactory(Named.cells(this::nameOf));
        hits.setPlaceholder(none);
        VBox box = new VBox(8, title, field, hits);
        box.getStyleClass().add("search-box");
        popup.getContent().add(box);
        popup.setAutoHide(true);
        typing.setOnFinished(event -> {
            String typed = field.getText();
            find.accept(typed, found -> show(typed, found));
        });
        Changes.call(typing::playFromStart, field.textProperty());
        field.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DOWN && !hits.getItems().isEmpty()) {
                hits.requestFocus();
                hits.getSelectionModel().selectFirst();
                event.consume();
            } else if (event.getCode() == KeyCode.ENTER && !hits.getItems().isEmpty()) {
                take(hits.getItems().get(0));
                event.consume();
            }
        });
        hits.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                take(hits.getSelectionModel().getSelectedItem());
                event.consume();
            }
        });
        hits.setOnMouseClicked(event -> take(hits.getSelectionModel().getSelectedItem()));
    }

    private void show(String typed, List<Item> found) {
        hits.getItems().setAll(found);
        none.setText(messages.text(typed.isBlank() ? "explain.search.type" : "explain.search.none"));
    }

    private String nameOf(Item item) {
        String category = item.category().in(messages.locale());
        String name = item.title().in(messages.locale());
        return category.isEmpty() ? name : name + "  ·  " + category;
    }

    private void take(Item item) {
        if (item != null) {
            if (!stays) {
                popup.hide();
            }
            taken.accept(item);
        }
    }

    /** Opens over the right end of a pane and passes on the chosen item. */
    public void ask(Node owner, String what, Consumer<Item> then) {
        Bounds at = owner.localToScreen(owner.getBoundsInLocal());
        open(owner, what, at.getMaxX() - WIDTH - 24, at.getMinY() + 24, false, then);
    }

    /**
     * Opens below a button.
     *
     * @param several whether it stays open for further items
     */
    public void askBelow(Node owner, boolean several, Consumer<Item> then) {
        Bounds at = owner.localToScreen(owner.getBoundsInLocal());
        open(owner, "", at.getMinX(), at.getMaxY() + 4, several, then);
    }

    private void open(Node owner, String what, double x, double y, boolean several, Consumer<Item> then) {
        taken = then;
        stays = several;
        title.setText(what);
        field.clear();
        show("", List.of());
        popup.show(owner, x, y);
        field.requestFocus();
    }
}
