package dev.interestlens.ui.common.run;

import dev.interestlens.explain.picture.Panel;
import dev.interestlens.explain.picture.Picture;
import dev.interestlens.explain.words.Text;
import dev.interestlens.export.report.MeasurementReport;
import dev.interestlens.figure.Drawing;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.table.Table;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.control.ChartMenu;
import dev.interestlens.ui.control.DrawingView;
import dev.interestlens.ui.control.More;
import dev.interestlens.ui.control.Named;
import dev.interestlens.ui.control.Presence;
import dev.interestlens.ui.control.Worded;
import dev.interestlens.ui.control.slides.Slide;
import dev.interestlens.ui.control.slides.SlideOffer;
import dev.interestlens.ui.control.slides.SlideSeries;
import dev.interestlens.ui.control.slides.SlideShow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
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

/** What a measurement found of runs: a sentence and a picture, one panel at a time, with what measures and what saves it. */
public final class MeasurementPane<R> extends VBox {
    private final MeasurementViewModel<R> model;
    private final Messages messages;
    private final ChoiceBox<RunFolder> run = new ChoiceBox<>();
    private final ChoiceBox<Panel> panel = new ChoiceBox<>();
    private final Label sentence = Worded.wrap(Worded.text("", "sentence"));
    private final Label note = Worded.wrap(Worded.text("", "note"));
    private final Label readout = Worded.text("", "read-out");
    private final BooleanProperty nothingToMeasure = new SimpleBooleanProperty(this, "nothingToMeasure");
    private final BooleanProperty nothingToShow = new SimpleBooleanProperty(this, "nothingToShow", true);
    private final ObjectProperty<List<RunFolder>> given = new SimpleObjectProperty<>(this, "given", List.of());
    private final More more;
    private boolean changing;

    public MeasurementPane(MeasurementViewModel<R> model, Messages messages) {
        super(8);
        setPadding(new Insets(0, 14, 0, 0)); // for the scroll bar
        this.model = model;
        this.messages = messages;
        run.setConverter(new Named<>(model::nameOf));
        run.accessibleTextProperty().bind(messages.bind("measurement.run"));
        panel.setConverter(new Named<>(each -> each.title().in(messages.locale())));
        panel.accessibleTextProperty().bind(messages.bind("measurement.panel"));
        Presence.withWords(sentence);
        Presence.withWords(note);
        more = new More("measurement-" + model.measurement().id(), model.opened());
        getChildren().setAll(bar(), new JobBar(messages, model.job()), sentence, note, readout, more);
        run.valueProperty().addListener((observed, before, now) -> show());
        panel.valueProperty().addListener((observed, before, now) -> choose(now));
        messages.keepShown(this::show, model.measured(), model.outdated());
    }

    private FlowPane bar() {
        Button measure = Worded.button(
                messages.bind(
                        () -> model.job().estimates().offer(words("measure"), model.effort(shown())),
                        given,
                        run.valueProperty(),
                        model.measured(),
                        model.job().estimates().timesProperty()),
                () -> model.measure(shown()),
                "chip");
        measure.setId("measure-" + model.measurement().id());
        measure.disableProperty().bind(model.job().statusProperty().isNotNull().or(nothingToMeasure));
        Button save =
                Worded.button(messages.bind("measurement.save"), () -> model.save(shown(), messages.locale()), "chip");
        save.setId("save-" + model.measurement().id());
        save.disableProperty().bind(nothingToShow);
        FlowPane bar = new FlowPane(8, 4, run, panel, measure, save);
        bar.getStyleClass().add("choices");
        return bar;
    }

    private String words(String key) {
        return model.measurement().words(key).in(messages.locale());
    }

    /** The runs that are given, in the order of their columns. */
    public void setRuns(List<RunFolder> chosen) {
        if (!chosen.equals(given.get())) {
            RunFolder before = run.getValue();
            given.set(List.copyOf(chosen));
            run.getItems().setAll(chosen);
            run.setValue(run.getItems().contains(before) ? before : chosen.isEmpty() ? null : chosen.get(0));
            model.read(given.get());
            show();
        }
    }

    /** Those that are shown: all, or the one that is chosen. */
    private List<RunFolder> shown() {
        return model.isOfOne() ? Optional.ofNullable(run.getValue()).stream().toList() : given.get();
    }

    /** Whether there is anything to present. */
    public boolean isMeasured() {
        return !nothingToShow.get();
    }

    /** Offers the pictures as slides of a screen, while one is shown. */
    public void offerSlides(Node screen) {
        SlideOffer.on(screen, nothingToShow.not(), () -> SlideShow.of(List.of(slides())));
    }

    /** The command that measures what is shown. */
    public List<String> command() {
        return shown().isEmpty() ? List.of() : model.measurement().command(shown());
    }

    /** Each panel of all runs side by side, then of each run with its sentence. */
    public SlideSeries slides() {
        List<Slide> slides = new ArrayList<>();
        List<RunFolder> runs = shown();
        List<Panel> all = panels(runs);
        for (Panel each : all) {
            if (model.cases(runs).size() > 1) {
                slides.add(slide(each, Phrase.EMPTY));
            }
            model.cases(runs).forEach(one -> panels(one).stream()
                    .filter(its -> its.title().equals(each.title()))
                    .forEach(its -> slides.add(slide(its, its.finding()))));
        }
        return new SlideSeries(Phrase.same(String.join(", ", model.of(runs).keySet())), slides);
    }

    private static Slide slide(Panel panel, Phrase sentence) {
        return new Slide(panel.title(), panel.pictures().get(0).drawing(), sentence);
    }

    private List<Panel> panels(List<RunFolder> runs) {
        return model.report(runs).map(MeasurementReport::panels).orElse(List.of());
    }

    private void show() {
        Presence.set(run, model.isOfOne() && given.get().size() > 1);
        List<Panel> panels = panels(shown());
        changing = true;
        panel.getItems().setAll(panels);
        Presence.set(panel, panels.size() > 1);
        Panel kept = panels.stream()
                .filter(each -> each.name().equals(model.panelProperty().get()))
                .findFirst()
                .orElse(panels.isEmpty() ? null : panels.get(0));
        panel.setValue(kept);
        changing = false;
        nothingToShow.set(panels.isEmpty());
        nothingToMeasure.set(model.isKnown(shown()));
        draw(kept);
        showTables();
    }

    /** All numbers, on demand. */
    private void showTables() {
        List<Node> tables = model.report(shown()).stream()
                .flatMap(report -> report.tables().stream())
                .filter(table -> !table.isEmpty())
                .flatMap(this::table)
                .toList();
        more.setText(messages.text("measurement.more"));
        more.getContent().setAll(tables);
        Presence.set(more, !tables.isEmpty());
    }

    /** A table between its title and its notes. */
    private Stream<Node> table(Table table) {
        Stream<Node> title = Stream.of(table.title())
                .filter(phrase -> !phrase.equals(Phrase.EMPTY))
                .map(phrase -> Worded.wrap(Worded.text(phrase.in(messages.locale()), "plot-title")));
        Stream<Node> notes =
                table.notes().stream().map(note -> Worded.wrap(Worded.text(note.in(messages.locale()), "note")));
        return Stream.of(title, Stream.of(new TableGrid(table, messages)), notes)
                .flatMap(Function.identity());
    }

    private void choose(Panel chosen) {
        if (!changing && chosen != null) {
            model.panelProperty().set(chosen.name());
            draw(chosen);
        }
    }

    private void draw(Panel chosen) {
        getChildren().removeIf(DrawingView.class::isInstance);
        readout.textProperty().unbind();
        readout.setText("");
        if (chosen == null) {
            sentence.setText("");
            note.setText(about());
            return;
        }
        sentence.getStyleClass().setAll("label", model.cases(shown()).size() > 1 ? "note" : "sentence");
        sentence.setText(chosen.finding().in(messages.locale()));
        note.setText(chosen.pictures().get(0).note().in(messages.locale()));
        chosen.pictures().forEach(picture -> draw(chosen, picture));
    }

    /** What would be measured, or why what is kept does not count. */
    private String about() {
        return shown().stream()
                .map(model.outdated()::get)
                .filter(why -> why != null)
                .findFirst()
                .map((Text why) -> why.in(messages.locale()))
                .orElseGet(() -> words("about"));
    }

    private void draw(Panel chosen, Picture picture) {
        String title = picture.title().in(messages.locale());
        Drawing drawing = picture.drawing();
        DrawingView view = new DrawingView(messages, drawing, title, () -> picture.numbers(messages.locale()));
        view.growWithDrawing();
        view.menu().setDrawing(() -> chosen.captioned(picture));
        ChartMenu.name(view, () -> title);
        readout.textProperty().bind(view.readoutProperty());
        getChildren().add(getChildren().indexOf(readout), view);
    }
}
