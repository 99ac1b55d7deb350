package dev.interestlens.ui.explain;

import dev.interestlens.explain.Behaviour;
import dev.interestlens.explain.HeatMatrix;
import dev.interestlens.explain.Impression;
import dev.interestlens.explain.Item;
import dev.interestlens.explain.LookKind;
import dev.interestlens.explain.Text;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.control.ColorScale;
import dev.interestlens.ui.control.Figures;
import dev.interestlens.ui.control.HeatmapData;
import dev.interestlens.ui.control.HeatmapPane;
import dev.interestlens.ui.control.HistoryData;
import dev.interestlens.ui.control.HistoryStrip;
import dev.interestlens.ui.control.Pill;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.SetChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** Shows predictions and the explanation of one. */
public final class ExplainController {
    private static final int ABOVE = 5;
    private static final int MOST_CHIPS = 5;
    private static final double LIST = 300;
    private static final Duration TYPING = Duration.millis(150);

    private final ExplainViewModel model;
    private final Messages messages;
    private final HistoryStrip strip;
    private final HeatmapPane heatmap;
    private final PauseTransition typing = new PauseTransition(TYPING);
    private String matrix = "attention";

    @FXML
    private Node content;

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
    private Label lookMeaning;

    @FXML
    private Label stripReadout;

    @FXML
    private Label whatIf;

    @FXML
    private Button restore;

    @FXML
    private VBox stripPlace;

    @FXML
    private FlowPane matrices;

    @FXML
    private Label matrixNote;

    @FXML
    private VBox matrixPlace;

    public ExplainController(ExplainViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        this.strip = new HistoryStrip(messages);
        this.heatmap = new HeatmapPane(messages);
    }

    @FXML
    private void initialize() {
        stripPlace.getChildren().add(strip);
        VBox.setVgrow(heatmap, javafx.scene.layout.Priority.ALWAYS);
        matrixPlace.getChildren().add(heatmap);
        content.visibleProperty().bind(model.predictionsProperty().isNotNull());
        answer.visibleProperty().bind(model.explainedProperty().isNotNull());
        opening.visibleProperty().bind(model.busyProperty());
        empty.visibleProperty()
                .bind(content.visibleProperty().not().and(model.busyProperty().not()));
        reload.visibleProperty().bind(model.newerProperty());
        reload.managedProperty().bind(reload.visibleProperty());
        badge.setTooltip(new Tooltip());
        fillTable();
        typing.setOnFinished(event -> model.filterProperty().set(filter.getText()));
        filter.textProperty().addListener(change -> typing.playFromStart());
        strip.setOnToggle(model::toggle);
        model.off().addListener((SetChangeListener<Integer>) change -> {
            strip.off().clear();
            strip.off().addAll(model.off());
        });
        stripReadout.textProperty().bind(strip.readoutProperty());
        model.triedProperty().addListener(change -> showTried());
        model.explainedProperty().addListener((observed, before, now) -> {
            show(now);
            if (before == null) {
                bringIntoView();
            }
        });
        messages.language().addListener(change -> {
            table.refresh();
            show(model.explainedProperty().get());
            showCount();
        });
        model.scoredProperty().addListener(change -> showCount());
        model.rows().addListener((javafx.collections.ListChangeListener<Integer>) change -> {
            showCount();
            mark();
            bringIntoView();
        });
        content.sceneProperty().addListener((observed, before, now) -> {
            if (now != null) {
                model.enter();
            }
        });
        show(model.explainedProperty().get());
        showCount();
    }

    private void fillTable() {
        table.setItems(model.rows());
        table.getColumns()
                .setAll(List.of(
                        column("explain.column.item", PredictionOrder.Column.ITEM, 220, row -> rows().title(
                                        row, messages.locale())),
                        number(
                                "explain.column.score",
                                PredictionOrder.Column.SCORE,
                                52,
                                row -> Figures.fixed(rows().score(row), 3)),
                        number(
                                "explain.column.label",
                                PredictionOrder.Column.LABEL,
                                36,
                                row -> rows().label(row) == 1 ? "●" : ""),
                        number(
                                "explain.column.error",
                                PredictionOrder.Column.ERROR,
                                50,
                                row -> Figures.fixed(rows().error(row), 2)),
                        number(
                                "explain.column.length",
                                PredictionOrder.Column.LENGTH,
                                40,
                                row -> String.valueOf(rows().length(row)))));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setSortPolicy(sorted -> {
            sortAsAsked();
            return true;
        });
        table.getSelectionModel().selectedItemProperty().addListener((observed, before, now) -> {
            if (now != null) {
                model.select(now);
            }
        });
    }

    private Predictions rows() {
        return model.predictionsProperty().get();
    }

    private TableColumn<Integer, String> number(
            String key, PredictionOrder.Column by, double width, java.util.function.IntFunction<String> text) {
        TableColumn<Integer, String> column = column(key, by, width, text);
        column.getStyleClass().add("number");
        column.setMinWidth(width);
        return column;
    }

    private TableColumn<Integer, String> column(
            String key, PredictionOrder.Column by, double width, java.util.function.IntFunction<String> text) {
        TableColumn<Integer, String> column = new TableColumn<>();
        column.textProperty().bind(messages.bind(key));
        column.setUserData(by);
        column.setPrefWidth(width);
        column.setCellValueFactory(
                cell -> new ReadOnlyObjectWrapper<>(rows() == null ? "" : text.apply(cell.getValue())));
        return column;
    }

    private void sortAsAsked() {
        if (table.getSortOrder().isEmpty()) {
            model.orderProperty().set(new PredictionOrder(PredictionOrder.Column.SCORE, true, messages.locale()));
        } else {
            TableColumn<Integer, ?> by = table.getSortOrder().get(0);
            model.orderProperty()
                    .set(new PredictionOrder(
                            (PredictionOrder.Column) by.getUserData(),
                            by.getSortType() == TableColumn.SortType.DESCENDING,
                            messages.locale()));
        }
    }

    private void showCount() {
        Predictions all = rows();
        if (all == null) {
            count.setText("");
        } else if (model.scoredProperty().get() < all.size()) {
            count.setText(messages.text(
                    "explain.scoring", Figures.count(model.scoredProperty().get()), Figures.count(all.size())));
        } else {
            count.setText(
                    messages.text("explain.count", Figures.count(model.rows().size()), Figures.count(all.size())));
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
            strip.setData(HistoryData.empty());
            return;
        }
        Locale language = messages.locale();
        Impression impression = now.impression();
        sentence.setText(
                now.sentence() == null
                        ? messages.text("explain.measuring")
                        : plainQuotes(now.sentence().text().in(language)));
        candidate.setText(messages.text(
                "explain.candidate",
                impression.candidate().title().in(language),
                categoryOf(impression.candidate()),
                impression.user()));
        score.setText(Figures.fixed(now.looked().score(), 3));
        scoreNote.setText(
                now.effects() == null
                        ? messages.text("explain.score")
                        : messages.text(
                                "explain.score.empty",
                                Figures.fixed(now.effects().emptyScore(), 3)));
        boolean chosen = impression.label() == 1;
        label.setText(messages.text(chosen ? "explain.chosen" : "explain.notChosen"));
        label.setTone(chosen ? Pill.Tone.GOOD : Pill.Tone.NEUTRAL);
        showBadge(now);
        lookMeaning.setText(model.lookMeaning(now));
        strip.setData(historyOf(now));
        showMatrices(now.looked().matrices());
        showTried();
        mark();
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

    private HistoryData historyOf(Explained now) {
        Impression impression = now.impression();
        List<HistoryData.Behaviour> behaviours = new ArrayList<>();
        for (int j = 0; j < impression.behaviours(); j++) {
            Behaviour behaviour = impression.history().get(j);
            String time = behaviour.time() == Behaviour.UNTIMED ? "" : Moments.before(now.gap(j), messages);
            behaviours.add(named(behaviour.item(), time));
        }
        LookKind kind = now.looked().kind();
        boolean shares = kind == LookKind.ATTENTION || kind == LookKind.UNIFORM || kind == LookKind.ROLLOUT;
        return new HistoryData(
                behaviours,
                now.unread(),
                named(impression.candidate(), ""),
                now.looked().look(),
                now.effects() == null ? new double[0] : now.effects().effect(),
                shares && !behaviours.isEmpty() ? 1.0 / behaviours.size() : Double.NaN);
    }

    private HistoryData.Behaviour named(Item item, String time) {
        return new HistoryData.Behaviour(item.title().in(messages.locale()), categoryOf(item), time);
    }

    private String categoryOf(Item item) {
        return item.category().in(messages.locale());
    }

    private void showMatrices(List<HeatMatrix> all) {
        if (all.size() > MOST_CHIPS) {
            offerList(all);
            return;
        }
        ToggleGroup group = new ToggleGroup();
        matrices.getChildren().clear();
        for (HeatMatrix each : all) {
            ToggleButton chip = new ToggleButton(each.title().in(messages.locale()));
            chip.getStyleClass().add("chip");
            chip.setToggleGroup(group);
            chip.setSelected(each.name().equals(matrix));
            chip.setOnAction(event -> {
                chip.setSelected(true);
                showMatrix(each);
            });
            matrices.getChildren().add(chip);
        }
        if (all.isEmpty()) {
            heatmap.view().setData(HeatmapData.empty());
            matrixNote.setText(messages.text("explain.noMatrix"));
            return;
        }
        HeatMatrix shown = all.stream()
                .filter(each -> each.name().equals(matrix))
                .findFirst()
                .orElse(all.get(0));
        ((ToggleButton) matrices.getChildren().get(all.indexOf(shown))).setSelected(true);
        showMatrix(shown);
    }

    private void offerList(List<HeatMatrix> all) {
        ChoiceBox<String> list = new ChoiceBox<>();
        list.setPrefWidth(LIST);
        list.getItems()
                .setAll(all.stream()
                        .map(each -> each.title().in(messages.locale()))
                        .toList());
        HeatMatrix shown = all.stream()
                .filter(each -> each.name().equals(matrix))
                .findFirst()
                .orElse(all.get(0));
        list.getSelectionModel().select(all.indexOf(shown));
        list.getSelectionModel().selectedIndexProperty().addListener((observed, before, now) -> {
            if (now.intValue() >= 0) {
                showMatrix(all.get(now.intValue()));
            }
        });
        matrices.getChildren().setAll(list);
        showMatrix(shown);
    }

    private void showMatrix(HeatMatrix shown) {
        Locale language = messages.locale();
        matrix = shown.name();
        matrixNote.setText(shown.note().in(language));
        heatmap.view()
                .setData(new HeatmapData(
                        messages.text("explain.axis." + shown.rows().kind()),
                        messages.text("explain.axis." + shown.columns().kind()),
                        texts(shown.rows().labels()),
                        texts(shown.columns().labels()),
                        shown.values(),
                        shown.scale() == HeatMatrix.Scale.DIVERGING ? ColorScale.DIVERGING : ColorScale.SEQUENTIAL,
                        Double.NaN));
    }

    private List<String> texts(List<Text> labels) {
        return labels.stream().map(text -> text.in(messages.locale())).toList();
    }

    private void showTried() {
        boolean tried = !model.off().isEmpty();
        restore.setVisible(tried);
        Explained now = model.explainedProperty().get();
        whatIf.setText(
                now == null
                        ? ""
                        : !tried || Double.isNaN(model.triedProperty().get())
                                ? messages.text("explain.whatIf.hint")
                                : messages.text(
                                        "explain.whatIf",
                                        model.off().size(),
                                        Figures.fixed(now.looked().score(), 3),
                                        Figures.fixed(model.triedProperty().get(), 3)));
    }

    /** Keeps the explained row marked in the table, also after it was sorted anew. */
    private void mark() {
        Explained now = model.explainedProperty().get();
        if (now == null) {
            return;
        }
        int place = model.rows().placeOf(now.row());
        if (place >= 0 && table.getSelectionModel().getSelectedIndex() != place) {
            table.getSelectionModel().clearAndSelect(place);
        }
    }

    private void bringIntoView() {
        Explained now = model.explainedProperty().get();
        int place = now == null ? -1 : model.rows().placeOf(now.row());
        if (place >= 0) {
            table.scrollTo(Math.max(0, place - ABOVE));
        }
    }

    @FXML
    private void reload() {
        model.open();
    }

    @FXML
    private void restore() {
        model.off().clear();
    }

    @FXML
    private void save() {
        model.save();
    }
}
