package dev.interestlens.ui.explain;

import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.Session;
import dev.interestlens.ui.common.ViewSource;
import dev.interestlens.ui.common.ViewValues;
import dev.interestlens.ui.common.run.BelievedPane;
import dev.interestlens.ui.control.Changes;
import dev.interestlens.ui.control.ChartMenu;
import dev.interestlens.ui.control.Columns;
import dev.interestlens.ui.control.CommandOffer;
import dev.interestlens.ui.control.More;
import dev.interestlens.ui.control.Pill;
import dev.interestlens.ui.control.Reveal;
import dev.interestlens.ui.control.Snapshot;
import dev.interestlens.ui.control.slides.SlideOffer;
import dev.interestlens.ui.control.slides.SlideShow;
import dev.interestlens.ui.explain.engine.ExplainedSample;
import dev.interestlens.ui.explain.engine.WhatIfResult;
import dev.interestlens.ui.explain.picture.HistoryCursor;
import dev.interestlens.ui.explain.picture.StickyHeader;
import dev.interestlens.ui.explain.query.FacetsPane;
import dev.interestlens.ui.explain.query.FilterNote;
import dev.interestlens.ui.explain.query.FilterSuggestions;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** Shows predictions and the explanation of one. */
public final class ExplainController implements ViewSource {
    private static final double MIN_TABLE = 270;
    private static final double MAX_TABLE = 440;
    private static final double TABLE = 0.24;
    private static final double WIDE_TABLE = 0.5;
    private static final Duration TYPING = Duration.millis(150);

    private final ExplainViewModel model;
    private final Messages messages;
    private final Runnable bundled;
    private final HistoryPane history;
    private final BelievedPane believed;
    private final InsidePane inside;
    private ExplainViews shownSides;
    private final Consumer<Path> open;
    private final PauseTransition typing = new PauseTransition(TYPING);
    private PredictionTable rows;
    private AnswerHead head;
    private BookmarksMenu keptMenu;
    private double narrow = Double.NaN;

    @FXML
    private SplitPane content;

    @FXML
    private ScrollPane page;

    @FXML
    private Region card;

    @FXML
    private Label compact;

    @FXML
    private Label mistake;

    @FXML
    private VBox answer;

    @FXML
    private TextField filter;

    @FXML
    private Label count;

    @FXML
    private TableView<Integer> table;

    @FXML
    private MenuButton kept;

    @FXML
    private Label sentence;

    @FXML
    private Label more;

    @FXML
    private VBox secondary;

    @FXML
    private Button saveExplanation;

    @FXML
    private FlowPane chips;

    @FXML
    private Label candidate;

    @FXML
    private Label score;

    @FXML
    private Label scoreNote;

    @FXML
    private Pill label;

    @FXML
    private Pill badge;

    @FXML
    private ToggleButton pin;

    @FXML
    private VBox historyPlace;

    @FXML
    private HBox sides;

    @FXML
    private VBox insidePlace;

    @FXML
    private Columns columns;

    @FXML
    private Region below;

    /** @param open shows a folder in the system's file browser; {@code bundled} opens the bundled model */
    public ExplainController(ExplainViewModel model, Messages messages, Consumer<Path> open, Runnable bundled) {
        this.model = model;
        this.bundled = bundled;
        this.messages = messages;
        this.open = open;
        history = new HistoryPane(model, messages);
        believed = new BelievedPane(model.believed(), messages, "explain.believed").withFigure(this::showPlanted);
        inside = new InsidePane(
                messages,
                model.sample()::range,
                new HistoryCursor(history.markedProperty()),
                model.session().opened());
    }

    @Override
    public void give(ViewValues view) {
        view.action("bundled", bundled);
        view.action("goToTrain", () -> model.session().goalProperty().set(Session.Goal.TRAIN));
        view.action("openRun", model::open);
        view.action("takeRun", model.choice()::settle);
        view.action("before", () -> rows.step(-1));
        view.action("after", () -> rows.step(1));
        view.action("save", this::save);
        view.action(
                "showSaved",
                () -> open.accept(
                        model.saving().savedProperty().get().toAbsolutePath().getParent()));
        giveState(view);
        view.part("believed", believed);
        view.part(
                "facets",
                new FacetsPane(
                        model.table().facetsProperty(),
                        (field, conditions) -> filter.setText(model.table().filterWith(field, conditions)),
                        messages));
    }

    @FXML
    private void initialize() {
        makeExplanation();
        makeTable();
        follow();
    }

    /** The view in which the figure of planted causes is the first one. */
    private void showPlanted() {
        model.beyond().sideProperty().set(Side.FIDELITY);
        Reveal.now(below);
    }

    private void makeExplanation() {
        SampleViewModel sample = model.sample();
        historyPlace.getChildren().add(history);
        VBox.setVgrow(history, Priority.ALWAYS);
        head = new AnswerHead(model, messages, sentence, more, candidate, score, scoreNote, label, badge);
        HBox believing = new HBox(8);
        believing.getChildren().setAll(believed.buttons());
        More further = new More();
        further.setId("explain-more");
        further.textProperty().bind(messages.bind("explain.more"));
        further.remember(model.session().opened());
        chips.getChildren().add(chips.getChildren().indexOf(pin), further.takeButton()); // before all that it opens
        chips.getChildren().add(believing);
        further.foldWhenCompact(secondary, pin, saveExplanation, believing);
        shownSides = new ExplainViews(model, messages, sides, insidePlace, columns, card, below, page, inside);
        ChartMenu.name(content, () -> {
            ExplainedSample now = model.sample().explainedProperty().get();
            return now == null ? "" : model.saving().nameOf(now);
        });
        ChartMenu.name(historyPlace, () -> messages.text("explain.save.history"));
        new StickyHeader(page, answer, card, compact);
        compact.textProperty()
                .bind(messages.about(
                        sample.explainedProperty(),
                        this::inShort,
                        model.whatIf().triedProperty()));
    }

    /** What is seen: the predictions with the explanation of one, or that they are opened, or why there are none. */
    private void giveState(ViewValues view) {
        SampleViewModel sample = model.sample();
        BooleanBinding open = model.table().predictionsProperty().isNotNull();
        BooleanBinding explained = sample.explainedProperty().isNotNull();
        view.value("open", open);
        view.value("explained", explained);
        view.value(
                "waiting", explained.not().and(Bindings.isNotEmpty(model.table().rows())));
        view.value("opening", model.busyProperty());
        view.value("closed", open.not().and(model.busyProperty().not()));
        view.value("newer", model.newer());
        view.value("facetsShown", model.table().facetsShownProperty());
        view.value(
                "unmeasured",
                sample.explainedProperty().map(now -> !now.isWhole()).orElse(true));
        view.value("saved", model.saving().savedProperty().isNotNull());
        view.value(
                "savedAt",
                messages.about(
                        model.saving().savedProperty(), file -> messages.text("figure.saved", file.getFileName())));
        view.value("otherRun", model.choice().isOther());
        view.value("runReady", model.choice().isReady());
        view.value(
                "otherRunText",
                messages.bind(
                        this::otherRun,
                        model.choice().isOther(),
                        model.session().runs()));
        view.value("refused", model.refused());
        view.value(
                "empty",
                messages.bind(this::empty, model.refused(), model.choice().runProperty()));
        view.value("emptyNext", messages.bind(this::emptyNext, model.refused()));
    }

    private void makeTable() {
        keptMenu = new BookmarksMenu(kept, filter, model, messages);
        new TableCount(count, model, messages);
        rows = new PredictionTable(table, model, messages);
        Changes.call(this::divide, content.widthProperty());
        model.table().furtherProperty().addListener((observed, before, now) -> {
            if (now && content.getDividerPositions()[0] < WIDE_TABLE) {
                narrow = content.getDividerPositions()[0];
                content.setDividerPositions(WIDE_TABLE);
            } else if (!now && !Double.isNaN(narrow)) {
                content.setDividerPositions(narrow);
                narrow = Double.NaN;
            }
        });
        new FilterNote(filter, mistake, table, model.table().allScored(), messages);
        new FilterSuggestions(filter, model.table()::suggestions, messages);
        typing.setOnFinished(event -> model.table().filterProperty().set(filter.getText()));
        Changes.call(typing::playFromStart, filter.textProperty());
    }

    private void follow() {
        SampleViewModel sample = model.sample();
        Changes.call(head::showScore, model.whatIf().triedProperty());
        Changes.call(this::showInside, model.whatIf().triedProperty());
        sample.explainedProperty().addListener((observed, before, now) -> {
            show(now);
            boolean other = before == null || now != null && before.row() != now.row();
            if (!other && now != null && !before.panels().equals(now.panels())) {
                showInside(); // effects and groups are measured later
            }
            if (other) {
                showInside();
                showPinned();
                keptMenu.show();
                model.saving().forgetSaved();
                rows.bringIntoView();
            }
        });
        Changes.call(rows::reordered, model.table().rows());
        Changes.callWhenOpened(content, model::enter);
        new ExplainKeys(model, rows::step, inside, page, this::save).on(content.getParent());
        ExplainSlides slides = new ExplainSlides(messages);
        SlideOffer.on(
                content,
                sample.explainedProperty().isNotNull(),
                () -> new SlideShow(
                        sample.explainedProperty()
                                .map(now -> slides.of(now, model.beyond().panels())),
                        rows::step));
        CommandOffer.on(content, model.saving()::command);
        messages.keepShown(table::refresh);
        messages.keepShown(() -> show(sample.explainedProperty().get()));
        showInside();
        messages.keepShown(this::showPinned, sample.pinnedProperty());
    }

    /** Says where another run is explained than the selected one. */
    private String otherRun() {
        return model.choice().isOther().get()
                ? messages.text(
                        "explain.run.other",
                        model.choice().name(),
                        model.choice().wanted())
                : "";
    }

    /** The table needs no more space in a wide window; the explanation does. */
    private void divide() {
        double width = content.getWidth();
        if (!model.table().furtherProperty().get() && width > 0) {
            double few = Math.max(MIN_TABLE, Math.min(MAX_TABLE, TABLE * width));
            content.setDividerPositions(few / width);
        }
    }

    private String inShort(ExplainedSample now) {
        return messages.text(
                "explain.inShort",
                now.impression().candidate().title().in(messages.locale()),
                now.impression().userKey(),
                head.scoreText(),
                now.sentence() == null ? "" : now.sentence().first().in(messages.locale()));
    }

    private void show(ExplainedSample now) {
        head.show(now);
        if (now != null) {
            showPinState();
            rows.mark();
        }
    }

    /** Shows the panels of the changed prediction, where something was changed. */
    private void showInside() {
        ExplainedSample now = model.sample().explainedProperty().get();
        WhatIfResult tried = model.whatIf().triedProperty().get();
        if (now == null) {
            inside.setPanels(List.of(), new int[0]);
        } else if (tried == null) {
            inside.setPanels(now.panels(), now.read().steps());
        } else {
            inside.setPanels(tried.seen().panels(), tried.read().steps());
        }
    }

    private void showPinned() {
        ExplainedSample pinned = model.sample().pinnedProperty().get();
        ExplainedSample now = model.sample().explainedProperty().get();
        boolean other = pinned != null && (now == null || now.row() != pinned.row());
        inside.setBeside(
                other ? pinned.panels() : List.of(),
                other ? pinned.impression().candidate().title().in(messages.locale()) : "");
        showPinState();
    }

    private void showPinState() {
        ExplainedSample pinned = model.sample().pinnedProperty().get();
        ExplainedSample now = model.sample().explainedProperty().get();
        pin.setSelected(pinned != null && now != null && pinned.row() == now.row());
    }

    @FXML
    private void pin() {
        model.sample().pin();
        showPinState();
    }

    private void save() {
        model.saving().save(shownSides.shown(), Snapshot::of);
    }

    private String empty() {
        return model.refused().get()
                ? messages.text("explain.refused", model.choice().name())
                : messages.text("explain.empty");
    }

    private String emptyNext() {
        return messages.text(model.refused().get() ? "explain.refused.next" : "explain.empty.next");
    }
}
