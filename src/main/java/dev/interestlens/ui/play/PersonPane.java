package dev.interestlens.ui.play;

import dev.interestlens.data.synth.PlayHistory;
import dev.interestlens.figure.data.AttentionStripData;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.control.ChartMenu;
import dev.interestlens.ui.control.Worded;
import dev.interestlens.ui.control.history.AttentionStrip;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What someone chose, and where the model looks for it as it learns; as high from the first row on as with all of them. */
final class PersonPane extends VBox {
    /** Height of a strip with all its rows. */
    static final double STRIP = 14 * PlayPictures.ROWS + 24;

    private final PlayWords words;
    private final Label chosen = Worded.text("", "title");
    private final AttentionStrip strip;

    PersonPane(Messages messages) {
        super(4);
        words = new PlayWords(messages);
        strip = new AttentionStrip(messages);
        VBox place = new VBox(strip);
        place.setMinHeight(STRIP);
        chosen.setMinWidth(0);
        ChartMenu.name(strip, chosen::getText);
        setMinWidth(0);
        setPrefWidth(0);
        GridPane.setHgrow(this, Priority.ALWAYS);
        getChildren().setAll(chosen, place);
    }

    /** A weight in words; empty while none is marked. */
    ReadOnlyStringProperty readout() {
        return strip.readoutProperty();
    }

    void show(PlayHistory person, AttentionStripData data) {
        chosen.setText(words.chose(person));
        if (!data.equals(strip.dataProperty().get())) {
            strip.setData(data);
        }
    }
}
