package dev.interestlens.ui.train;

import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.control.AttentionStrip;
import dev.interestlens.ui.control.Figures;
import dev.interestlens.workspace.AttentionMoment;
import dev.interestlens.workspace.AttentionMoment.Looked;
import java.util.List;
import javafx.collections.ListChangeListener;
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
        model.moments().addListener((ListChangeListener<AttentionMoment>) change -> show());
        messages.language().addListener(change -> show());
        show();
    }

    private void show() {
        List<AttentionMoment> moments = List.copyOf(model.moments());
        none.setVisible(moments.isEmpty());
        none.setManaged(moments.isEmpty());
        strips.getChildren().clear();
        if (!moments.isEmpty()) {
            int samples = moments.get(0).samples().size();
            for (int i = 0; i < samples; i++) {
                strips.getChildren().add(strip(moments, i));
            }
        }
    }

    private Node strip(List<AttentionMoment> moments, int sample) {
        Looked newest = moments.get(moments.size() - 1).samples().get(sample);
        Label title = new Label(messages.text(
                "train.attention.sample",
                newest.candidate().title().in(messages.locale()),
                Figures.fixed(newest.score(), 3)));
        title.getStyleClass().add("title");
        AttentionStrip strip = new AttentionStrip(messages);
        strip.show(
                moments.stream().map(moment -> Figures.count(moment.step())).toList(),
                newest.behaviours().stream()
                        .map(item -> item.title().in(messages.locale()))
                        .toList(),
                moments.stream()
                        .map(moment -> moment.samples().get(sample).look())
                        .toList());
        Label readout = new Label();
        readout.getStyleClass().add("read-out");
        readout.textProperty().bind(strip.readoutProperty());
        return new VBox(4, title, strip, readout);
    }
}
