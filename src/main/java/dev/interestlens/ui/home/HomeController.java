package dev.interestlens.ui.home;

import dev.interestlens.explain.words.Text;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.ViewSource;
import dev.interestlens.ui.common.ViewValues;
import dev.interestlens.ui.common.run.Headline;
import dev.interestlens.ui.common.run.WatchedAttention;
import dev.interestlens.ui.control.Presence;
import dev.interestlens.ui.control.Worded;
import dev.interestlens.ui.control.history.AttentionStrip;
import dev.interestlens.workspace.AttentionLog;
import dev.interestlens.workspace.RunSummary;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Shows the entry points and the newest runs. */
public final class HomeController implements ViewSource {
    private static final int NEWEST = 6;
    private static final double NAME = 200;
    private static final double FAMILY = 70;
    private static final double DATA = 170;
    private static final double WHEN = 120;
    private static final double BEST = 240;
    private static final double MIN = 112;

    private final HomeViewModel model;
    private final Messages messages;
    private final Runnable chooseFiles;

    @FXML
    private VBox recent;

    @FXML
    private Node preview;

    @FXML
    private HBox questions;

    @FXML
    private VBox strip;

    @FXML
    private Label watched;

    /** @param chooseFiles asks for the files to import */
    public HomeController(HomeViewModel model, Messages messages, Runnable chooseFiles) {
        this.model = model;
        this.messages = messages;
        this.chooseFiles = chooseFiles;
    }

    @Override
    public void give(ViewValues view) {
        view.action("explain", model::explain);
        view.action("train", model::trainSample);
        view.action("openData", this::openData);
        view.action("play", model::play);
        view.value("cannotExplain", model.cannotExplain());
        view.value(
                "about",
                Bindings.when(model.explainsBundled())
                        .then(messages.bind("home.explain.bundled"))
                        .otherwise(messages.bind("home.explain.about")));
        view.value("cannotTrain", model.cannotTrain());
        view.value("busy", model.doingProperty().isNotNull());
        view.value("doing", messages.about(model.doingProperty(), messages::text));
        view.value("some", Bindings.isNotEmpty(model.runs()));
    }

    @FXML
    private void initialize() {
        messages.keepShown(this::showQuestions);
        messages.keepShown(this::showRuns, model.runs());
        messages.keepShown(this::showPreview, model.runs(), model.watchedProperty());
    }

    private void openData() {
        model.openData();
        chooseFiles.run();
    }

    private void showQuestions() {
        List<Text> titles = model.questions();
        questions.getChildren().clear();
        for (int i = 0; i < titles.size(); i++) {
            int number = i + 1;
            Button card = new Button(number + " · " + titles.get(i).in(messages.locale()));
            card.setId("home-question-" + number);
            card.getStyleClass().add("question-card");
            Worded.wrap(card);
            card.setMnemonicParsing(false);
            card.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
            card.setOnAction(event -> model.openQuestion(number));
            HBox.setHgrow(card, Priority.ALWAYS);
            questions.getChildren().add(card);
        }
    }

    private void showPreview() {
        AttentionLog log = model.watchedProperty().get();
        int sample = log == null ? -1 : log.likeliest();
        boolean shown = sample >= 0 && model.runs().isEmpty();
        Presence.set(preview, shown);
        if (!shown) {
            return;
        }
        AttentionLog.Watched seen = log.samples().get(sample);
        watched.setText(messages.text("home.preview.about", seen.candidate().in(messages.locale())));
        AttentionStrip picture = WatchedAttention.strip(log, sample, messages);
        Label readout = Worded.label(picture.readoutProperty(), "read-out");
        strip.getChildren().setAll(picture, readout);
    }

    private void showRuns() {
        recent.getChildren()
                .setAll(model.runs().stream().limit(NEWEST).map(this::row).toList());
    }

    private HBox row(RunSummary run) {
        Label name = Worded.text(run.name(), "title");
        name.setPrefWidth(NAME);
        name.setMinWidth(Region.USE_PREF_SIZE);
        Label best = note(
                run.best() == null
                        ? messages.text("home.noAuc")
                        : messages.text("home.best", Headline.first(run.best(), messages), run.bestEpoch()),
                BEST);
        best.setWrapText(true);
        best.setMinWidth(FAMILY);
        Label family = note(model.family(run), FAMILY);
        Label data = note(model.data(run), DATA);
        Label when = note(model.when(run), WHEN);
        when.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button open = new Button(messages.text("home.open"));
        open.getStyleClass().add("chip");
        open.setMinWidth(Region.USE_PREF_SIZE);
        open.setOnAction(event -> model.look(run));
        HBox row = new HBox(16, name, family, data, when, best, gap, open);
        row.getStyleClass().add("list-row");
        return row;
    }

    private static Label note(String text, double width) {
        Label label = Worded.text(text, "note");
        label.setPrefWidth(width);
        label.setMinWidth(Math.min(MIN, width));
        return label;
    }
}
