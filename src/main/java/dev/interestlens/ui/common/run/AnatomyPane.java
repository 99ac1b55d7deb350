package dev.interestlens.ui.common.run;

import dev.interestlens.explain.anatomy.Anatomy;
import dev.interestlens.explain.anatomy.AnatomyPanel;
import dev.interestlens.explain.anatomy.AnatomyWords;
import dev.interestlens.explain.picture.Panel;
import dev.interestlens.explain.picture.Picture;
import dev.interestlens.figure.Phrase;
import dev.interestlens.metric.RankMetric;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.control.ChartMenu;
import dev.interestlens.ui.control.DrawingView;
import dev.interestlens.ui.control.Named;
import dev.interestlens.ui.control.Presence;
import dev.interestlens.ui.control.Worded;
import dev.interestlens.ui.control.slides.Slide;
import dev.interestlens.ui.control.slides.SlideOffer;
import dev.interestlens.ui.control.slides.SlideSeries;
import dev.interestlens.ui.control.slides.SlideShow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** What a figure of runs is made of: a sentence, and a column for each run. */
public final class AnatomyPane extends VBox {
    private final AnatomyViewModel model;
    private final Messages messages;
    private final ChoiceBox<RankMetric> metric = new ChoiceBox<>();
    private final Label sentence = new Label();
    private final Label note = Worded.text("", "note");
    private final Label readout = Worded.text("", "read-out");
    private final BooleanProperty nothingToMeasure = new SimpleBooleanProperty(this, "nothingToMeasure");
    private final ObjectProperty<List<RunFolder>> shown = new SimpleObjectProperty<>(this, "shown", List.of());

    public AnatomyPane(AnatomyViewModel model, Messages messages) {
        super(8);
        setPadding(new Insets(0, 14, 0, 0)); // for the scroll bar
        this.model = model;
        this.messages = messages;
        metric.getItems().setAll(RankMetric.values());
        metric.accessibleTextProperty().bind(messages.bind("anatomy.metric"));
        metric.setConverter(new Named<>(each -> AnatomyWords.metric(each.id()).in(messages.locale())));
        metric.valueProperty().bindBidirectional(model.metricProperty());
        Button measure = Worded.button(
                model.job()
                        .estimates()
                        .offer("anatomy.measure", () -> model.effort(shown.get()), shown, model.measured()),
                () -> model.measure(shown.get()),
                "chip");
        measure.setId("measure-anatomy");
        measure.disableProperty().bind(model.job().statusProperty().isNotNull().or(nothingToMeasure));
        FlowPane bar = new FlowPane(8, 4, metric, measure);
        bar.getStyleClass().add("choices");
        for (Label label : List.of(sentence, note)) {
            Worded.wrap(label);
            Presence.withWords(label);
        }
        getChildren().setAll(bar, new JobBar(messages, model.job()), sentence, note, readout);
        messages.keepShown(() -> metric.setConverter(metric.getConverter())); // shows its texts again
        messages.keepShown(this::show, metric.valueProperty(), model.measured(), model.outdated());
    }

    /** Offers the picture of each metric as slides of a screen, while one is shown. */
    public void offerSlides(Node screen) {
        SlideOffer.on(screen, sentence.visibleProperty(), () -> SlideShow.of(List.of(slides())));
    }

    /** Whether there is anything to present. */
    public boolean isMeasured() {
        return !model.of(shown.get()).isEmpty();
    }

    /** For each metric all runs side by side, then each with its sentence. */
    public SlideSeries slides() {
        Map<String, Anatomy> known = model.of(shown.get());
        List<Slide> slides = new ArrayList<>();
        for (RankMetric each : RankMetric.values()) {
            if (known.size() > 1) {
                AnatomyPanel.of(known, each).ifPresent(panel -> slides.add(slide(panel, Phrase.EMPTY)));
            }
            known.forEach((run, anatomy) -> AnatomyPanel.of(Map.of(run, anatomy), each)
                    .ifPresent(panel -> slides.add(slide(panel, panel.finding()))));
        }
        return new SlideSeries(Phrase.same(String.join(", ", known.keySet())), slides);
    }

    private static Slide slide(Panel panel, Phrase sentence) {
        return new Slide(panel.title(), panel.pictures().get(0).drawing(), sentence);
    }

    /** The runs that are shown, in the order of their columns. */
    public void setRuns(List<RunFolder> chosen) {
        if (!chosen.equals(shown.get())) {
            shown.set(List.copyOf(chosen));
            model.read(shown.get());
            show();
        }
    }

    private void show() {
        getChildren().removeIf(DrawingView.class::isInstance);
        readout.textProperty().unbind();
        readout.setText("");
        nothingToMeasure.set(model.measured().keySet().containsAll(shown.get()));
        Optional<Panel> found = AnatomyPanel.of(model.of(shown.get()), metric.getValue());
        sentence.getStyleClass().setAll("label", shown.get().size() > 1 ? "note" : "sentence");
        sentence.setText(model.of(shown.get()).entrySet().stream()
                .flatMap(run ->
                        run.getValue().figure(metric.getValue()).stream().map(figure -> sentence(run.getKey(), figure)))
                .collect(Collectors.joining("\n")));
        note.setText(found.map(panel -> panel.pictures().get(0).note().in(messages.locale()))
                .orElseGet(() -> messages.text(
                        shown.get().stream().anyMatch(model.outdated()::contains)
                                ? "anatomy.outdated"
                                : "anatomy.about")));
        found.ifPresent(this::draw);
    }

    private String sentence(String run, Anatomy.Figure figure) {
        String words = AnatomyWords.sentence(figure).in(messages.locale());
        return shown.get().size() > 1 ? messages.text("anatomy.of", run, words) : words;
    }

    private void draw(Panel panel) {
        Picture picture = panel.pictures().get(0);
        String title = panel.title().in(messages.locale());
        DrawingView view =
                new DrawingView(messages, picture.drawing(), title, () -> picture.numbers(messages.locale()));
        view.menu().setDrawing(panel::drawing);
        ChartMenu.name(view, () -> title);
        readout.textProperty().bind(view.readoutProperty());
        getChildren().add(getChildren().indexOf(note), view);
    }
}
