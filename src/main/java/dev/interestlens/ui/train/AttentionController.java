package dev.interestlens.ui.train;

import dev.interestlens.explain.fidelity.HeadDiversity;
import dev.interestlens.figure.Numerals;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.data.PlotData;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.run.WatchedAttention;
import dev.interestlens.ui.control.ChartMenu;
import dev.interestlens.ui.control.Presence;
import dev.interestlens.ui.control.Worded;
import dev.interestlens.ui.control.chart.LinePlot;
import dev.interestlens.ui.control.history.AttentionStrip;
import dev.interestlens.workspace.AttentionLog;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Shows the attention of the model by checkpoint. */
public final class AttentionController {
    private static final double PLOT = 140;

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
        messages.keepShown(this::show, model.logProperty());
    }

    private void show() {
        AttentionLog log = model.logProperty().get();
        boolean nothing =
                log == null || log.moments().isEmpty() || log.samples().isEmpty();
        Presence.set(none, nothing);
        strips.getChildren().clear();
        if (!nothing) {
            spread(log).ifPresent(strips.getChildren()::add);
        }
        for (int i = 0; !nothing && i < log.samples().size(); i++) {
            strips.getChildren().add(strip(log, i));
        }
    }

    /** How different the heads' attention is over time; empty with one head. */
    private Optional<Node> spread(AttentionLog log) {
        List<AttentionLog.Moment> moments =
                log.moments().stream().filter(moment -> moment.spread() != null).toList();
        if (moments.isEmpty()) {
            return Optional.empty();
        }
        HeadDiversity last = moments.get(moments.size() - 1).spread();
        Label title = Worded.text(messages.text("train.spread"), "title");
        Label words = new Label(messages.text(
                        "train.spread.words",
                        last.heads(),
                        Numerals.fixed(last.cosine(), 2),
                        Numerals.fixed(last.rank(), 1),
                        Numerals.count(last.samples()))
                + (last.alike() ? " " + messages.text("train.spread.alike", last.heads()) : ""));
        words.getStyleClass().add("note");
        words.setWrapText(true);
        LinePlot plot = new LinePlot(messages);
        plot.setMinHeight(PLOT);
        plot.setData(new PlotData(
                Phrase.same(title.getText()),
                moments.stream()
                        .map(moment -> Phrase.same(Numerals.count(moment.step())))
                        .toList(),
                List.of(
                        line("train.spread.cosine", moments, HeadDiversity::cosine),
                        line("train.spread.rank", moments, each -> each.rank() / each.heads())),
                Double.NaN,
                0,
                1));
        ChartMenu.name(plot, title::getText);
        Label readout = Worded.label(plot.readoutProperty(), "read-out");
        VBox box = new VBox(4, title, words, plot, readout);
        if (last.alike()) {
            Button one = new Button(messages.text("train.spread.one"));
            one.setOnAction(event -> model.trainWithOne(messages.text("train.spread.name")));
            box.getChildren().add(2, one);
        }
        return Optional.of(box);
    }

    private PlotData.Line line(String key, List<AttentionLog.Moment> moments, ToDoubleFunction<HeadDiversity> value) {
        return new PlotData.Line(
                Phrase.same(messages.text(key)),
                moments.stream()
                        .mapToDouble(moment -> value.applyAsDouble(moment.spread()))
                        .toArray());
    }

    private Node strip(AttentionLog log, int sample) {
        AttentionLog.Watched watched = log.samples().get(sample);
        List<AttentionLog.Seen> seen = log.moments().stream()
                .map(moment -> moment.samples().get(sample))
                .toList();
        Label title = Worded.text(watched.candidate().in(messages.locale()), "title");
        Label score = new Label(messages.text(
                "train.attention.score",
                Numerals.fixed(seen.get(0).score(), 3),
                Numerals.fixed(seen.get(seen.size() - 1).score(), 3)));
        score.getStyleClass().add("note");
        AttentionStrip strip = WatchedAttention.strip(log, sample, messages);
        Label readout = Worded.label(strip.readoutProperty(), "read-out");
        return new VBox(4, title, score, strip, readout);
    }
}
