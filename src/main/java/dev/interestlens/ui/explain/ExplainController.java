package dev.interestlens.ui.explain;

import dev.interestlens.explain.Impression;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.control.Figures;
import dev.interestlens.ui.control.Pill;
import java.util.List;
import java.util.Locale;
import javafx.animation.PauseTransition;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** Shows predictions and the explanation of one. */
public final class ExplainController {
    private static final double WIDE_TABLE = 0.5;
    private static final Duration TYPING = Duration.millis(150);

    private final ExplainViewModel model;
    private final Messages messages;
    private final HistoryPane history;
    private final InsidePane inside;
    private final BeyondPane beyond;
    private final PauseTransition typing = new PauseTransition(TYPING);
    private PredictionTable rows;

    @FXML
    private SplitPane content;

    @FXML
    private Pane empty;

    @FXML
    private Node answer;

    @FXML
    private Node opening;

    @FXML
    private TextField filter;

    @FXML
    private Label count;

    @FXML
    private TableView<Integer> table;

    @FXML
    private Button reload;

    @FXML
    private ToggleButton measures;

    @FXML
    private MenuButton kept;

    @FXML
    private Label sentence;

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
    private FlowPane sides;

    @FXML
    private VBox insidePlace;

    public ExplainController(ExplainViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        history = new HistoryPane(model, messages);
        inside = new InsidePane(messages, model.sample()::range);
        beyond = new BeyondPane(model, messages);
    }

    @FXML
    private void initialize() {
        SampleViewModel sample = model.sample();
        historyPlace.getChildren().add(history);
        VBox.setVgrow(inside, Priority.ALWAYS);
        VBox.setVgrow(beyond, Priority.ALWAYS);
        fillSides();
        content.visibleProperty().bind(model.table().predictionsProperty().isNotNull());
        answer.visibleProperty().bind(sample.explainedProperty().isNotNull());
        opening.visibleProperty().bind(model.busyProperty());
        empty.visibleProperty()
                .bind(content.visibleProperty().not().and(model.busyProperty().not()));
        reload.visibleProperty().bind(model.newerProperty());
        reload.managedProperty().bind(reload.visibleProperty());
        badge.setTooltip(new Tooltip());
        badge.getTooltip().setWrapText(true);
        badge.getTooltip().setMaxWidth(420);
        rows = new PredictionTable(table, model, messages);
        measures.selectedProperty().bindBidirectional(model.table().measuresProperty());
        model.table().measuresProperty().addListener((observed, before, now) -> {
            if (now && content.getDividerPositions()[0] < WIDE_TABLE) {
                content.setDividerPositions(WIDE_TABLE);
            }
        });
        typing.setOnFinished(event -> model.table().filterProperty().set(filter.getText()));
        filter.textProperty().addListener(change -> typing.playFromStart());
        model.whatIf().triedProperty().addListener(change -> {
            showScore();
            showInside();
        });
        sample.pinnedProperty().addListener(change -> showPinned());
        sample.explainedProperty().addListener((observed, before, now) -> {
            show(now);
            if (before == null || now != null && before.row() != now.row()) {
                showInside();
                showPinned();
                showKept();
                rows.bringIntoView();
            }
        });
        messages.language().addListener(change -> {
            table.refresh();
            show(sample.explainedProperty().get());
            showCount();
            showKept();
            showPinned();
        });
        model.table().scoredProperty().addListener(change -> showCount());
        model.table().measuredProperty().addListener(change -> showCount());
        model.table().rows().addListener((ListChangeListener<Integer>) change -> {
            showCount();
            rows.mark();
            rows.bringIntoView();
        });
        model.keptProperty().addListener(change -> showKept());
        content.sceneProperty().addListener((observed, before, now) -> {
            if (now != null) {
                model.enter();
            }
        });
        content.getParent().addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        show(sample.explainedProperty().get());
        showInside();
        showCount();
        showKept();
        showPinned();
    }

    private void fillSides() {
        ToggleGroup group = new ToggleGroup();
        for (BeyondViewModel.Side side : BeyondViewModel.Side.values()) {
            ToggleButton chip = new ToggleButton();
            chip.textProperty().bind(messages.bind("explain.side." + side));
            chip.getStyleClass().add("side-chip");
            chip.setToggleGroup(group);
            chip.setSelected(side == model.beyond().sideProperty().get());
            chip.setOnAction(event -> {
                chip.setSelected(true);
                model.beyond().sideProperty().set(side);
            });
            sides.getChildren().add(chip);
        }
        model.beyond().sideProperty().addListener(change -> showSide());
        showSide();
    }

    private void showSide() {
        boolean within = model.beyond().sideProperty().get() == BeyondViewModel.Side.INSIDE;
        insidePlace.getChildren().setAll(within ? inside : beyond);
    }

    private void key(KeyEvent event) {
        if (event.getTarget() instanceof TextInputControl) {
            return;
        }
        if (event.isShortcutDown()) {
            switch (event.getCode()) {
                case Z -> {
                    if (event.isShiftDown()) {
                        model.whatIf().redo();
                    } else {
                        model.whatIf().undo();
                    }
                }
                case Y -> model.whatIf().redo();
                case S -> model.save();
                default -> {
                    return;
                }
            }
        } else {
            switch (event.getCode()) {
                case LEFT -> rows.step(-1);
                case RIGHT -> rows.step(1);
                case P -> model.sample().pin();
                case X -> model.sample().exchange();
                case L -> inside.nextView();
                case H -> inside.nextPicture();
                case T -> inside.switchTable();
                default -> {
                    return;
                }
            }
        }
        event.consume();
    }

    private void showCount() {
        TableViewModel all = model.table();
        Predictions predictions = all.predictionsProperty().get();
        if (predictions == null) {
            count.setText("");
            return;
        }
        int size = predictions.size();
        boolean measuring =
                all.measuresProperty().get() && all.measuredProperty().get() < size;
        int done = all.scoredProperty().get() < size
                ? all.scoredProperty().get()
                : all.measuredProperty().get();
        if (all.scoredProperty().get() < size || measuring) {
            count.setText(messages.text(
                    all.scoredProperty().get() < size ? "explain.scoring" : "explain.measures.busy",
                    Figures.count(done),
                    Figures.count(size)));
        } else {
            count.setText(
                    messages.text("explain.count", Figures.count(all.rows().size()), Figures.count(size)));
        }
    }

    private void show(Explained now) {
        boolean some = now != null;
        for (Node each : List.of(label, badge, score)) {
            each.setVisible(some);
        }
        if (!some) {
            sentence.setText(messages.text("explain.choose"));
            candidate.setText("");
            scoreNote.setText("");
            return;
        }
        Locale language = messages.locale();
        Impression impression = now.impression();
        sentence.setText(
                now.sentence() == null
                        ? messages.text("explain.measuring")
                        : plainQuotes(now.sentence().text().in(language)));
        String category = impression.candidate().category().in(language);
        candidate.setText(messages.text(
                "explain.candidate",
                impression.candidate().title().in(language),
                category.isEmpty() ? impression.candidate().id() : category,
                impression.userKey()));
        boolean chosen = impression.label() == 1;
        label.setText(messages.text(chosen ? "explain.chosen" : "explain.notChosen"));
        label.setTone(chosen ? Pill.Tone.GOOD : Pill.Tone.NEUTRAL);
        showScore();
        showBadge(now);
        showPinState();
        rows.mark();
    }

    private void showScore() {
        Explained now = model.sample().explainedProperty().get();
        Tried tried = model.whatIf().triedProperty().get();
        if (now == null) {
            return;
        }
        score.setText(
                tried == null
                        ? Figures.fixed(now.looked().score(), 3)
                        : messages.text(
                                "explain.score.tried",
                                Figures.fixed(now.looked().score(), 3),
                                Figures.fixed(tried.score(), 3)));
        scoreNote.setText(
                now.effects() == null
                        ? messages.text("explain.score")
                        : messages.text(
                                "explain.score.empty",
                                Figures.fixed(now.effects().emptyScore(), 3)));
    }

    /** The typeface draws curly quotes as wide as an ideograph, which suits Chinese alone. */
    private String plainQuotes(String text) {
        return messages.locale().getLanguage().equals("zh") ? text : text.replaceAll("[“”]", "\"");
    }

    private void showBadge(Explained now) {
        badge.setVisible(now.isWhole());
        if (now.isWhole()) {
            badge.setText(model.badge(now));
            badge.getTooltip().setText(model.badgeHelp(now));
            badge.setTone(
                    switch (now.agreement().badge()) {
                        case AGREES -> Pill.Tone.GOOD;
                        case PARTLY -> Pill.Tone.WARNING;
                        case NO_MATCH -> Pill.Tone.BAD;
                        case CANNOT_JUDGE -> Pill.Tone.NEUTRAL;
                    });
        }
    }

    /** Of what is changed by hand, where something is. */
    private void showInside() {
        Explained now = model.sample().explainedProperty().get();
        Tried tried = model.whatIf().triedProperty().get();
        inside.setPanels(
                now == null
                        ? List.of()
                        : tried == null ? now.panels() : tried.seen().panels());
    }

    private void showPinned() {
        Explained pinned = model.sample().pinnedProperty().get();
        Explained now = model.sample().explainedProperty().get();
        boolean other = pinned != null && (now == null || now.row() != pinned.row());
        inside.setBeside(
                other ? pinned.panels() : List.of(),
                other ? pinned.impression().candidate().title().in(messages.locale()) : "");
        showPinState();
    }

    private void showPinState() {
        Explained pinned = model.sample().pinnedProperty().get();
        Explained now = model.sample().explainedProperty().get();
        pin.setSelected(pinned != null && now != null && pinned.row() == now.row());
    }

    private void showKept() {
        kept.getItems().clear();
        MenuItem slice = item(messages.text("explain.kept.slice"), model::keepSlice);
        MenuItem change = item(messages.text("explain.kept.pin"), model::keepPin);
        MenuItem lies = item(messages.text("explain.kept.lies"), () -> filter.setText("against>0.5 ent<0.8 n>=5"));
        MenuItem wrong = item(messages.text("explain.kept.wrong"), () -> filter.setText("label=1 p<0.3 hist<0"));
        kept.getItems().addAll(slice, change, new SeparatorMenuItem(), lies, wrong);
        Explained shown = model.sample().explainedProperty().get();
        if (shown != null) {
            String title = shown.impression().candidate().title().in(messages.locale());
            String user = shown.impression().userKey();
            kept.getItems()
                    .addAll(
                            item(messages.text("explain.kept.item"), () -> filter.setText("\"" + title + "\"")),
                            item(messages.text("explain.kept.user"), () -> filter.setText("user:\"" + user + "\"")));
        }
        Kept now = model.keptProperty().get();
        if (!now.slices().isEmpty() || !now.pins().isEmpty()) {
            kept.getItems().add(new SeparatorMenuItem());
        }
        now.slices().forEach(each -> kept.getItems()
                .add(keptItem(each.name(), () -> filter.setText(each.filter()), () -> model.drop(each))));
        now.pins().forEach(each -> kept.getItems()
                .add(keptItem(each.name(), () -> model.show(each), () -> model.drop(each))));
    }

    private Menu keptItem(String name, Runnable show, Runnable drop) {
        Menu menu = new Menu(name);
        menu.setMnemonicParsing(false);
        menu.getItems()
                .addAll(item(messages.text("explain.kept.show"), show), item(messages.text("explain.kept.drop"), drop));
        return menu;
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> action.run());
        return item;
    }

    @FXML
    private void reload() {
        model.open();
    }

    @FXML
    private void pin() {
        model.sample().pin();
        showPinState();
    }

    @FXML
    private void before() {
        rows.step(-1);
    }

    @FXML
    private void after() {
        rows.step(1);
    }

    @FXML
    private void save() {
        model.save();
    }
}
