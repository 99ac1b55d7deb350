package dev.interestlens.ui.explain;

import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.control.Pill;
import dev.interestlens.ui.control.Snapshot;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
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
    private final PauseTransition typing = new PauseTransition(TYPING);
    private PredictionTable rows;
    private AnswerHead head;
    private KeptMenu keptMenu;

    @FXML
    private SplitPane content;

    @FXML
    private Pane empty;

    @FXML
    private VBox answer;

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

    @FXML
    private Region below;

    public ExplainController(ExplainViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        history = new HistoryPane(model, messages);
        inside = new InsidePane(messages, model.sample()::range);
    }

    @FXML
    private void initialize() {
        SampleViewModel sample = model.sample();
        historyPlace.getChildren().add(history);
        head = new AnswerHead(
                model, messages, new AnswerHead.Places(sentence, candidate, score, scoreNote, label, badge));
        new Sides(model, messages, sides, insidePlace, below, inside);
        content.visibleProperty().bind(model.table().predictionsProperty().isNotNull());
        answer.visibleProperty().bind(sample.explainedProperty().isNotNull());
        opening.visibleProperty().bind(model.busyProperty());
        empty.visibleProperty()
                .bind(content.visibleProperty().not().and(model.busyProperty().not()));
        reload.visibleProperty().bind(model.newerProperty());
        reload.managedProperty().bind(reload.visibleProperty());
        keptMenu = new KeptMenu(kept, filter, model, messages);
        new TableCount(count, model, messages);
        rows = new PredictionTable(table, model, messages);
        measures.selectedProperty().bindBidirectional(model.table().furtherProperty());
        model.table().furtherProperty().addListener((observed, before, now) -> {
            if (now && content.getDividerPositions()[0] < WIDE_TABLE) {
                content.setDividerPositions(WIDE_TABLE);
            }
        });
        typing.setOnFinished(event -> model.table().filterProperty().set(filter.getText()));
        filter.textProperty().addListener(change -> typing.playFromStart());
        model.whatIf().triedProperty().addListener(change -> {
            head.showScore();
            showInside();
        });
        sample.pinnedProperty().addListener(change -> showPinned());
        sample.explainedProperty().addListener((observed, before, now) -> {
            show(now);
            if (before == null || now != null && before.row() != now.row()) {
                showInside();
                showPinned();
                keptMenu.show();
                rows.bringIntoView();
            }
        });
        messages.language().addListener(change -> {
            table.refresh();
            show(sample.explainedProperty().get());
            showPinned();
        });
        model.table().rows().addListener((ListChangeListener<Integer>) change -> {
            rows.mark();
            rows.bringIntoView();
        });
        content.sceneProperty().addListener((observed, before, now) -> {
            if (now != null) {
                model.enter();
            }
        });
        content.getParent().addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        show(sample.explainedProperty().get());
        showInside();
        showPinned();
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
                case S -> save();
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

    private void show(Explained now) {
        head.show(now);
        if (now != null) {
            showPinState();
            rows.mark();
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
        model.saving().save(inside.shown().orElse(null), Snapshot::of);
    }
}
