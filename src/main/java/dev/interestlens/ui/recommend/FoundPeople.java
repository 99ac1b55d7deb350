package dev.interestlens.ui.recommend;

import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.control.Changes;
import javafx.animation.PauseTransition;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.util.Duration;

/** The people that a search finds; the list of the one under the pointer is made in advance. */
final class FoundPeople {
    private static final Duration TYPING = Duration.millis(150);

    /** How long the pointer rests on a person before the list is made in advance. */
    private static final Duration RESTING = Duration.millis(80);

    private final ListView<ListEngine.Hit> hits;
    private final RecommendViewModel model;
    private final Messages messages;
    private final PauseTransition typing = new PauseTransition(TYPING);
    private final PauseTransition resting = new PauseTransition(RESTING);

    FoundPeople(ListView<ListEngine.Hit> hits, TextField search, RecommendViewModel model, Messages messages) {
        this.hits = hits;
        this.model = model;
        this.messages = messages;
        // cells out of sight keep their words when they are refreshed
        messages.keepShown(() -> hits.setCellFactory(list -> new HitCell()));
        hits.getSelectionModel().selectedItemProperty().addListener((observed, before, now) -> {
            if (now != null && !now.equals(model.chosenProperty().get())) {
                model.choose(now);
            }
        });
        Changes.call(this::show, model.hits());
        Changes.call(this::mark, model.chosenProperty());
        show();
        typing.setOnFinished(event -> model.search(search.getText()));
        Changes.call(typing::playFromStart, search.textProperty());
        search.setOnAction(event -> {
            typing.stop();
            model.search(search.getText(), hits.getSelectionModel()::selectFirst);
        });
    }

    /** Chooses another found person. */
    void another(int by) {
        int at = hits.getSelectionModel().getSelectedIndex() + by;
        if (at >= 0 && at < hits.getItems().size()) {
            hits.getSelectionModel().select(at);
            hits.scrollTo(at);
        }
    }

    /** In a list of their own, which has its rows before one of them is scrolled to. */
    private void show() {
        hits.getItems().setAll(model.hits());
        showSomebody();
        mark();
    }

    /** Selects the chosen person, who may be chosen elsewhere, and then scrolls to that row. */
    private void mark() {
        int at = hits.getItems().indexOf(model.chosenProperty().get());
        if (at < 0) {
            hits.getSelectionModel().clearSelection();
        } else if (at != hits.getSelectionModel().getSelectedIndex()) {
            hits.getSelectionModel().select(at);
            hits.scrollTo(at);
        }
    }

    /** If no person was chosen yet, shows the first one found. */
    private void showSomebody() {
        if (model.chosenProperty().get() == null
                && !model.history().madeProperty().get()
                && !model.hits().isEmpty()) {
            hits.getSelectionModel().select(0);
        }
    }

    /** Shows a found person. */
    private final class HitCell extends ListCell<ListEngine.Hit> {
        private HitCell() {
            setOnMouseEntered(event -> {
                ListEngine.Hit hit = getItem();
                if (hit != null && !isSelected()) {
                    resting.setOnFinished(rested -> model.foresee(hit));
                    resting.playFromStart();
                }
            });
            setOnMouseExited(event -> resting.stop());
        }

        @Override
        protected void updateItem(ListEngine.Hit hit, boolean empty) {
            super.updateItem(hit, empty);
            setText(
                    empty
                            ? ""
                            : messages.text(
                                    hit.isMade() ? "recommend.hit.made" : "recommend.hit", hit.name(), hit.events()));
        }
    }
}
