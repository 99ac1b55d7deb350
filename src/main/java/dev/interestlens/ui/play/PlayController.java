package dev.interestlens.ui.play;

import dev.interestlens.data.synth.PlayLaw;
import dev.interestlens.figure.Numerals;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.ViewSource;
import dev.interestlens.ui.common.ViewValues;
import dev.interestlens.ui.control.Changes;
import dev.interestlens.ui.control.ChartMenu;
import dev.interestlens.ui.control.Named;
import dev.interestlens.ui.control.OneOf;
import dev.interestlens.ui.control.Worded;
import dev.interestlens.ui.control.chart.PlotLegend;
import dev.interestlens.ui.control.chart.XyPlot;
import dev.interestlens.ui.control.slides.SlideOffer;
import dev.interestlens.ui.control.slides.SlideShow;
import dev.interestlens.workspace.play.PlayFilm;
import dev.interestlens.workspace.play.PlaySetup;
import dev.interestlens.workspace.play.PlaySwitch;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Shows law, switches and film. */
public final class PlayController implements ViewSource {
    private static final double PLOT = 150;

    private final PlayViewModel model;
    private final Messages messages;
    private final PlayWords words;
    private final PlayPictures pictures;
    private final OneOf group = new OneOf();
    private final List<PersonPane> persons = new ArrayList<>();
    private final XyPlot found;
    private final XyPlot auc;
    private final PlotLegend foundLegend = new PlotLegend();
    private final PlotLegend aucLegend = new PlotLegend();
    private boolean showing;

    @FXML
    private ScrollPane root;

    @FXML
    private ChoiceBox<PlayLaw> laws;

    @FXML
    private Label aboutLaw;

    @FXML
    private FlowPane families;

    @FXML
    private VBox switches;

    @FXML
    private Label sentence;

    @FXML
    private GridPane strips;

    @FXML
    private Label told;

    @FXML
    private HBox curves;

    public PlayController(PlayViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        words = new PlayWords(messages);
        pictures = new PlayPictures(messages);
        found = new XyPlot(messages);
        auc = new XyPlot(messages);
    }

    @Override
    public void give(ViewValues view) {
        view.action("pause", () -> model.pausedProperty()
                .set(!model.pausedProperty().get()));
        view.action("step", model::step);
        view.action("slow", () -> model.slowProperty().set(!model.slowProperty().get()));
        view.action("seed", () -> model.choose(setup().withSeed(setup().seed() + 1)));
        view.action("keep", model::keep);
        view.action("save", model::save);
        view.part("lessons", new LessonPane(model, messages));
        view.value(
                "pauseText",
                Bindings.when(model.pausedProperty())
                        .then(messages.bind("play.goOn"))
                        .otherwise(messages.bind("play.pause")));
        view.value(
                "slowText",
                Bindings.when(model.slowProperty())
                        .then(messages.bind("play.faster"))
                        .otherwise(messages.bind("play.slower")));
        view.value("seedText", messages.bind(() -> messages.text("play.seed", setup().seed()), model.setupProperty()));
        view.value(
                "over",
                Bindings.createBooleanBinding(
                        () -> model.filmProperty().get() == null
                                || model.filmProperty().get().ended(),
                        model.filmProperty()));
    }

    @FXML
    private void initialize() {
        laws.getItems().setAll(PlayLaw.values());
        laws.valueProperty().addListener((observed, before, now) -> choose(now));
        for (String family : PlaySetup.FAMILIES) {
            ToggleButton button = Worded.toggle(messages.bindFamily(family, "name"), "chip");
            button.setId("play-" + family);
            group.add(button, family, () -> model.choose(setup().withFamily(family)));
            families.getChildren().add(button);
        }
        for (int i = 0; i < PlayPictures.PERSONS; i++) {
            PersonPane person = new PersonPane(messages);
            persons.add(person);
            strips.add(person, i % 2, i / 2);
            Changes.call(this::tell, person.readout());
        }
        curves.getChildren().setAll(curve(found, foundLegend, "play.found"), curve(auc, aucLegend, "play.auc"));
        messages.keepShown(this::tell);
        messages.keepShown(this::showSetup, model.setupProperty());
        messages.keepShown(this::showFilm, model.filmProperty());
        SlideOffer.on(root, model.filmProperty().isNotNull(), this::slides);
        root.sceneProperty().addListener((observed, before, now) -> shown(now));
    }

    /** They go on while the model learns. */
    private SlideShow slides() {
        PlayDrawings drawings = new PlayDrawings(pictures, words);
        return new SlideShow(
                model.filmProperty()
                        .map(film ->
                                drawings.slides(film, model.formerProperty().get())),
                null);
    }

    /** The weight under the pointer, else what rows and columns are. */
    private void tell() {
        told.setText(persons.stream()
                .map(person -> person.readout().get())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElseGet(() -> messages.text("play.frame")));
    }

    private void shown(Scene scene) {
        if (scene == null) {
            model.leave();
        } else {
            model.enter();
        }
    }

    private PlaySetup setup() {
        return model.setupProperty().get();
    }

    private void choose(PlayLaw law) {
        if (!showing && law != null) {
            model.choose(setup().withLaw(law));
        }
    }

    private Node curve(XyPlot plot, PlotLegend legend, String name) {
        plot.setMinHeight(PLOT);
        plot.setPrefHeight(PLOT);
        plot.setDescribe((series, index) -> messages.text(
                "play.point", series.name().in(messages.locale()), Numerals.of(series.y()[index]), Numerals.count((long)
                        series.x()[index])));
        ChartMenu.name(plot, () -> messages.text(name));
        Label readout = Worded.label(plot.readoutProperty(), "read-out");
        VBox box = new VBox(4, Worded.label(messages.bind(name), "title"), legend, plot, readout);
        box.setMinWidth(0);
        box.setPrefWidth(0);
        HBox.setHgrow(box, Priority.ALWAYS);
        return box;
    }

    private void showSetup() {
        PlaySetup setup = setup();
        showing = true;
        laws.setConverter(new Named<>(words::law));
        laws.setValue(setup.law());
        showing = false;
        aboutLaw.setText(words.aboutLaw(setup.law()));
        group.show(setup.family());
        switches.getChildren()
                .setAll(PlaySwitch.ofFamily(setup.family()).stream()
                        .map(each -> row(setup, each))
                        .toList());
    }

    private Node row(PlaySetup setup, PlaySwitch of) {
        ChoiceBox<String> box = new ChoiceBox<>();
        box.setId("play-" + of.setting());
        box.setMaxWidth(Double.MAX_VALUE);
        box.setConverter(new Named<>(value -> words.choice(setup, of, value)));
        box.getItems().setAll(of.choices());
        box.setValue(setup.switches().get(of.setting()));
        box.valueProperty().addListener((observed, before, now) -> model.choose(setup().with(of.setting(), now)));
        Label name = Worded.text(words.name(setup, of), "note");
        name.setLabelFor(box);
        return new VBox(2, name, box);
    }

    private void showFilm() {
        PlayFilm film = model.filmProperty().get();
        if (film == null) {
            return;
        }
        sentence.setText(words.sentence(film));
        for (int i = 0; i < persons.size(); i++) {
            persons.get(i).show(film.persons().get(i), pictures.strip(film, i));
        }
        PlayFilm former = model.formerProperty().get();
        found.setData(pictures.found(film, former));
        foundLegend.setSeries(found.getData().series(), messages.locale());
        auc.setData(pictures.auc(film, former));
        aucLegend.setSeries(auc.getData().series(), messages.locale());
    }
}
