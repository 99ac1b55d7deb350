package dev.interestlens.ui.control.form;

import dev.interestlens.ui.control.Changes;
import dev.interestlens.ui.control.ControlWords;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;

/** A text with known values, some of which are not available now. */
final class OfferedField extends ConfigField<ComboBox<String>> {
    OfferedField(
            ObservableList<ConfigForm.Offer> offers,
            Runnable asked,
            FieldText names,
            ControlWords words,
            Runnable edited) {
        super(names, words, new ComboBox<>());
        editor.setPrefWidth(WIDE);
        editor.setMinWidth(NARROW);
        editor.setCellFactory(list -> new OfferCell(offers, words));
        editor.setButtonCell(new OfferCell(offers, words));
        editor.setOnShowing(event -> asked.run());
        Changes.call(edited, editor.valueProperty());
        offers.addListener((ListChangeListener<ConfigForm.Offer>) change -> offer(offers));
        offer(offers);
    }

    private void offer(List<ConfigForm.Offer> offers) {
        for (ConfigForm.Offer each : offers) {
            if (!editor.getItems().contains(each.value())) {
                editor.getItems().add(each.value());
            }
        }
    }

    @Override
    void set(Object value) {
        String text = String.valueOf(value);
        if (!editor.getItems().contains(text)) {
            editor.getItems().add(text); // of a run on another machine: the trainer reports the error
        }
        editor.setValue(text);
    }

    @Override
    Object get() {
        return editor.getValue();
    }

    private static final class OfferCell extends ListCell<String> {
        private final List<ConfigForm.Offer> offers;
        private final ControlWords words;

        OfferCell(List<ConfigForm.Offer> offers, ControlWords words) {
            this.offers = offers;
            this.words = words;
        }

        @Override
        protected void updateItem(String value, boolean empty) {
            super.updateItem(value, empty);
            ConfigForm.Offer offer = offers.stream()
                    .filter(each -> each.value().equals(value))
                    .findFirst()
                    .orElse(null);
            setText(
                    empty || value == null
                            ? ""
                            : offer == null || offer.usable() ? value : value + " · " + words.text(offer.whyNot()));
            setDisable(offer != null && !offer.usable());
        }
    }
}
