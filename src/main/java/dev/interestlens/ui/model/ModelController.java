package dev.interestlens.ui.model;

import dev.interestlens.figure.Numerals;
import dev.interestlens.model.config.Preset;
import dev.interestlens.train.run.JournalEntry;
import dev.interestlens.ui.common.AdviceWords;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.Refusals;
import dev.interestlens.ui.common.Session;
import dev.interestlens.ui.common.ViewSource;
import dev.interestlens.ui.common.ViewValues;
import dev.interestlens.ui.control.Card;
import dev.interestlens.ui.control.Changes;
import dev.interestlens.ui.control.Columns;
import dev.interestlens.ui.control.More;
import dev.interestlens.ui.control.Named;
import dev.interestlens.ui.control.OneOf;
import dev.interestlens.ui.control.Presence;
import dev.interestlens.ui.control.form.ConfigForm;
import dev.interestlens.ui.control.form.ConfigWords;
import dev.interestlens.ui.control.slides.SlideOffer;
import dev.interestlens.ui.control.slides.SlideShow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;

/** Shows the families, the settings of one, and the resulting model. */
public final class ModelController implements ViewSource {
    /** Width in which the settings are beside the model: a short summary, or all of them. */
    private static final double BESIDE = 920;

    private static final double BESIDE_ALL = 860;

    private final ModelViewModel model;
    private final Messages messages;
    private final ConfigForm form;
    private final Supplier<Parent> costs;
    private final Supplier<Parent> made;
    private final Supplier<Parent> teach;
    private final Supplier<SlideShow> slides;
    private final OneOf families = new OneOf();

    @FXML
    private HBox familyPlace;

    @FXML
    private Label chosenAbout;

    @FXML
    private ChoiceBox<Preset> preset;

    @FXML
    private Card switchesCard;

    @FXML
    private More switches;

    @FXML
    private HBox changed;

    @FXML
    private Label differences;

    @FXML
    private HBox switchesLine;

    @FXML
    private Label flowNote;

    @FXML
    private Columns columns;

    @FXML
    private HBox adviceLine;

    @FXML
    private More adviceReasons;

    @FXML
    private ToggleButton madeTab;

    @FXML
    private ToggleButton teachTab;

    @FXML
    private StackPane teachPlace;

    /** @param costs builds what the resulting model costs, {@code made} its view, {@code teach} that of a family's equations, {@code slides} both */
    public ModelController(
            ModelViewModel model,
            Messages messages,
            Refusals refusals,
            Supplier<Parent> costs,
            Supplier<Parent> made,
            Supplier<Parent> teach,
            Supplier<SlideShow> slides) {
        this.slides = slides;
        this.costs = costs;
        this.made = made;
        this.teach = teach;
        this.model = model;
        this.messages = messages;
        this.form = new ConfigForm(messages, refusals::of);
    }

    @Override
    public void give(ViewValues view) {
        view.action("reset", this::reset);
        view.action("takeAdvice", this::takeAdvice);
        view.part("form", form);
        view.part("costs", costs.get());
        view.part("made", made.get());
        view.value("isAdvised", model.adviceProperty().isNotNull());
        view.value("advice", messages.about(model.adviceProperty(), advised -> new AdviceWords(messages)
                .title(advised.family())));
        view.value("adviceWhy", messages.about(model.adviceProperty(), this::why));
        view.value("flowNote", messages.bind(this::flow, model.session().opened(), model.madeProperty()));
        view.value(
                "otherAdvised",
                Bindings.createBooleanBinding(
                        this::isOtherAdvised,
                        model.adviceProperty(),
                        model.session().draftProperty()));
    }

    @FXML
    private void initialize() {
        SlideOffer.on(columns, new SimpleBooleanProperty(true), slides);
        switches.remember(model.session().opened());
        switches.keepOpenWhile(form.wrong());
        switchesLine.getChildren().add(switches.takeButton());
        Presence.when(switches, switches.openProperty());
        Changes.call(this::arrange, switches.openProperty());
        arrange();
        Presence.when(flowNote, madeTab.selectedProperty());
        switchesCard
                .prefWidthProperty()
                .bind(Bindings.when(switches.openProperty()).then(480).otherwise(326));
        switchesCard.setMinWidth(326);
        model.families().forEach(this::addFamily);
        preset.valueProperty().addListener((observed, before, now) -> {
            if (now != null && now != model.presetProperty().get()) {
                form.takeBack();
                model.choose(now);
            }
        });
        form.valueProperty().addListener((observed, before, now) -> {
            if (!now.equals(model.config())) {
                model.set(now);
            }
        });
        model.session().wrongEntries().follow(Session.Goal.MODEL, form);
        Changes.call(this::show, model.session().draftProperty());
        adviceLine.getChildren().add(2, adviceReasons.takeButton());
        adviceReasons.remember(model.session().opened());
        Presence.when(adviceReasons, adviceReasons.openProperty());
        Parent lesson = teach.get();
        teachPlace.getChildren().setAll(lesson);
        lesson.visibleProperty().bind(teachTab.selectedProperty());
        madeTab.setSelected(true);
        madeTab.setOnAction(event -> madeTab.setSelected(true));
        teachTab.setOnAction(event -> teachTab.setSelected(true));
        Presence.whileVisible(chosenAbout);
        messages.keepShown(this::show);
    }

    private void arrange() {
        columns.setLeast(switches.openProperty().get() ? BESIDE_ALL : BESIDE);
    }

    private void addFamily(String id) {
        FamilyCard card = new FamilyCard(messages, id);
        HBox.setHgrow(card, Priority.ALWAYS);
        families.add(card, id, () -> {
            form.takeBack();
            model.choose(id);
        });
        familyPlace.getChildren().add(card);
    }

    private void showPresets() {
        preset.setConverter(new Named<>(each -> messages.text("preset." + each)));
        if (!preset.getItems().equals(model.presets())) {
            preset.setValue(null); // the family of before may have had others
            preset.getItems().setAll(model.presets());
        }
        preset.setValue(model.presetProperty().get());
    }

    private void show() {
        Record config = model.config();
        families.show(model.family());
        chosenAbout.setText(messages.family(model.family(), "about"));
        showPresets();
        if (!config.equals(form.valueProperty().get())) {
            form.show(config, "model." + model.family(), ModelViewModel::shown, model.presetConfig());
        }
        showDifferences();
    }

    private String flow() {
        boolean sizes = model.session().opened().contains(CostsController.SIZES);
        return messages.text(sizes ? "model.flow.sizes" : "model.flow.note", model.historyLength());
    }

    private void showDifferences() {
        List<String> texts = new ArrayList<>();
        ConfigWords words = new ConfigWords(messages);
        model.differences()
                .forEach((name, value) -> texts.add(messages.text(
                        "model.difference",
                        form.name(name),
                        words.value("model." + model.family(), model.config(), name)
                                .orElse(value))));
        Presence.set(changed, !texts.isEmpty());
        differences.setText(messages.text(
                "model.differences",
                messages.text("preset." + model.presetProperty().get()),
                String.join(" · ", texts)));
    }

    private void reset() {
        form.takeBack();
        model.reset();
    }

    private String why(ModelViewModel.Advised advised) {
        String why = new AdviceWords(messages).why(advised.family());
        if (!advised.measured().isEmpty()) {
            String measured = advised.measured().stream()
                    .map(this::measured)
                    .collect(Collectors.joining(messages.text("compare.below.and")));
            return messages.text("model.advice.measured", why, measured);
        }
        return advised.table() == null
                ? why
                : messages.text("model.advice.table", why, Numerals.fixed(advised.table(), 3));
    }

    /** How a run stood to the best of what is simpler. */
    private String measured(ModelViewModel.Ran run) {
        JournalEntry.Rival best = run.compared().rivals().stream()
                .max(Comparator.comparingDouble(JournalEntry.Rival::ndcg10))
                .orElseThrow();
        return messages.text(
                "model.advice.measured." + best.lead(),
                messages.family(run.family(), "title"),
                messages.text("model.advice.rival." + best.name()),
                Numerals.plainSigned(best.difference(), 3));
    }

    private boolean isOtherAdvised() {
        ModelViewModel.Advised advised = model.adviceProperty().get();
        return advised != null && !advised.family().family().equals(model.family());
    }

    private void takeAdvice() {
        form.takeBack();
        model.choose(model.adviceProperty().get().family().family());
    }
}
