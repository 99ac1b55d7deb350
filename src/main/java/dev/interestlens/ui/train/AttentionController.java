package dev.interestlens.ui.train;

import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.WatchedAttention;
import dev.interestlens.ui.control.AttentionStrip;
import dev.interestlens.ui.control.Figures;
import dev.interestlens.workspace.AttentionLog;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Shows where the model looked, checkpoint by checkpoint. */
public final class AttentionController {
    private final AttentionViewModel model;
    private final Messages messages;

    @FXML
    private Node root;

    @FXML
    private VBox strips;

    @FXML
    private Label none;

    public AttentionController(AttentionViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
    }

    @FXML
    private void initialize() {
        model.watchedProperty().bind(root.visibleProperty());
        model.logProperty().addListener(change -> show());
        messages.language().addListener(change -> show());
        show();
    }

    private void show() {
        AttentionLog log = model.logProperty().get();
        boolean nothing =
                log == null || log.moments().isEmpty() || log.samples().isEmpty();
        none.setVisible(nothing);
        none.setManaged(nothing);
        strips.getChildren().clear();
        for (int i = 0; !nothing && i < log.samples().size(); i++) {
            strips.getChildren().add(strip(log, i));
        }
    }

    private Node strip(AttentionLog log, int sample) {
        AttentionLog.Watched watched = log.samples().get(sample);
        List<AttentionLog.Seen> seen = log.moments().stream()
                .map(moment -> moment.samples().get(sample))
                .toList();
        Label title = new Label(watched.candidate().in(messages.locale()));
        title.getStyleClass().add("title");
        Label score = new Label(messages.text(
                "train.attention.score",
                Figures.fixed(seen.get(0).score(), 3),
                Figures.fixed(seen.get(seen.size() - 1).score(), 3)));
        score.getStyleClass().add("note");
        AttentionStrip strip = WatchedAttention.strip(log, sample, messages);
        Label readout = new Label();
        readout.getStyleClass().add("read-out");
        readout.textProperty().bind(strip.readoutProperty());
        return new VBox(4, title, score, strip, readout);
    }
}
