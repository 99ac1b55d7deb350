package dev.interestlens.ui.recommend;

import dev.interestlens.explain.Item;
import dev.interestlens.ui.common.Messages;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import javafx.util.Duration;

/** A searchable catalogue: Down goes into the list, Enter or a click takes an item, Escape leaves. */
final class ItemPopup {
    private static final Duration TYPING = Duration.millis(120);
    private static final double WIDTH = 360;
    private static final double HEIGHT = 260;

    private final Popup popup = new Popup();
    private final TextField field = new TextField();
    private final ListView<Item> hits = new ListView<>();
    private Consumer<Item> taken = item -> {};
    private boolean stays;

    /** @param find looks words up and hands over what it found */
    ItemPopup(Messages messages, BiConsumer<String, Consumer<List<Item>>> find) {
        field.promptTextProperty().bind(messages.bind("explain.search.hint"));
        field.accessibleTextProperty().bind(messages.bind("explain.search.hint"));
        hits.setPrefSize(WIDTH, HEIGHT);
        hits.setCellFactory(list -> new ListCell<>() {
            @Override
            protected void updateItem(Item item, boolean empty) {
                super.updateItem(item, empty);
                setText(empty ? "" : item.title().in(messages.locale()));
            }
        });
        Label none = new Label();
        none.textProperty().bind(messages.bind("explain.search.none"));
        hits.setPlaceholder(none);
        VBox box = new VBox(8, field, hits);
        box.getStyleClass().add("search-box");
        popup.getContent().add(box);
        popup.setAutoHide(true);
        PauseTransition typing = new PauseTransition(TYPING);
        typing.setOnFinished(event -> find.accept(field.getText(), hits.getItems()::setAll));
        field.textProperty().addListener(change -> typing.playFromStart());
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

    private void take(Item item) {
        if (item != null) {
            if (!stays) {
                popup.hide();
            }
            taken.accept(item);
        }
    }

    /**
     * Opens below a node.
     *
     * @param several whether it stays open for further items
     */
    void ask(Node owner, boolean several, Consumer<Item> then) {
        taken = then;
        stays = several;
        field.clear();
        hits.getItems().clear();
        Bounds at = owner.localToScreen(owner.getBoundsInLocal());
        popup.show(owner, at.getMinX(), at.getMaxY() + 4);
        field.requestFocus();
    }
}
