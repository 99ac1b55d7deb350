package dev.interestlens.ui.data;

import dev.interestlens.data.source.PrepareOptions;
import dev.interestlens.data.source.Roles;
import dev.interestlens.data.source.prepare.Preview;
import dev.interestlens.data.source.role.ColumnGuess;
import dev.interestlens.data.source.role.TableRoles;
import dev.interestlens.ui.common.DraftUndo;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.SparkPane;
import dev.interestlens.ui.common.ViewSource;
import dev.interestlens.ui.common.ViewValues;
import dev.interestlens.ui.control.Changes;
import dev.interestlens.ui.control.Presence;
import dev.interestlens.ui.control.Reveal;
import dev.interestlens.ui.control.TableMenu;
import dev.interestlens.ui.control.TitleCell;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** Shows the detected format of a source, and lets a person correct it before the import. */
public final class MappingController implements ViewSource {
    private static final List<String> SEPARATORS = List.of(PrepareOptions.AUTO, ",", "\t", ";", "|", "::");
    private static final List<String> QUOTES =
            List.of(PrepareOptions.AUTO, PrepareOptions.NONE, "\"", "'", "`", "|", "~");
    private static final int EXAMPLES = 4;
    private static final double COLUMN = 118;
    /** Columns that share the width of the table; more are scrolled. */
    private static final int FIT = 8;

    private static final String MASTER = "spark://host:7077";

    private final MappingViewModel model;
    private final Messages messages;
    private final ImportFields fields;
    private ImportQuestion asked;
    private ReadColumns readColumns;
    private final SparkPane sparkPane;

    @FXML
    private Node root;

    @FXML
    private ComboBox<String> encoding;

    @FXML
    private ComboBox<String> separator;

    @FXML
    private ComboBox<String> quote;

    @FXML
    private ComboBox<String> time;

    @FXML
    private VBox told;

    @FXML
    private GridPane columns;

    @FXML
    private VBox beside;

    @FXML
    private ToggleButton more;

    @FXML
    private VBox moreBox;

    @FXML
    private TextField rating;

    @FXML
    private TextField minimumLabel;

    @FXML
    private Node question;

    @FXML
    private Label questionWhat;

    @FXML
    private FlowPane answers;

    @FXML
    private TextField kinds;

    @FXML
    private TextField core;

    @FXML
    private Node refusal;

    @FXML
    private FlowPane ways;

    @FXML
    private TableView<List<String>> rows;

    @FXML
    private Button read;

    @FXML
    private Button readAndTrain;

    @FXML
    private ToggleButton spark;

    MappingController(MappingViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        fields = new ImportFields(model, messages);
        sparkPane = new SparkPane(messages, List.of("master", "out"), Map.of("master", MASTER), this::showSpark);
    }

    @Override
    public void give(ViewValues view) {
        view.action("cancel", model::leave);
        view.action("read", model::read);
        view.action("readAndTrain", model::readAndTrain);
        view.part("sparkPane", sparkPane);
        view.value("title", messages.about(model.waitingProperty(), this::title));
        view.value("file", messages.about(model.waitingProperty(), this::about));
        view.value("missing", messages.about(model.waitingProperty(), this::missing));
        view.value("checked", messages.bind(this::checked, model.checkedProperty()));
        view.value("isRemembered", is(PendingSource::remembered));
        view.value("isTable", is(PendingSource::needsColumns));
        view.value("isCut", is(waiting -> waiting.needsColumns() && waiting.isCut()));
        view.value("isReadable", is(PendingSource::isReadable));
        view.value("hasTime", is(waiting -> waiting.has(Roles.TIME)));
        view.value("hasRating", is(waiting -> waiting.has(Roles.RATING)));
        view.value("hasLabel", is(waiting -> waiting.has(Roles.LABEL)));
        view.value("hasEvent", is(waiting -> waiting.has(Roles.EVENT)));
        view.value("thinking", model.thinkingProperty());
        view.value("refusal", messages.about(model.refusedProperty(), why -> why.problem()
                .what(messages.locale())));
        view.value("refusalMore", messages.about(model.refusedProperty(), why -> why.more(messages.locale())));
    }

    @FXML
    private void initialize() {
        TableMenu.on(rows, messages);
        asked = new ImportQuestion(questionWhat, answers, model, messages);
        readColumns = new ReadColumns(told, columns, beside, model, messages);
        fields.choice("encoding", encoding, model.encodings());
        fields.choice("separator", separator, SEPARATORS);
        fields.choice("quote", quote, QUOTES);
        fields.choice("time", time, model.times());
        fields.text("minimumRating", rating);
        fields.text("minimumLabel", minimumLabel);
        fields.text("eventTypes", kinds);
        fields.text("core", core);
        Presence.when(moreBox, more.selectedProperty());
        Changes.call(() -> Reveal.now(moreBox), more.selectedProperty());
        root.addEventHandler(KeyEvent.KEY_PRESSED, event -> DraftUndo.key(event, model::undo, model::redo));
        Changes.call(this::showSpark, spark.selectedProperty());
        Changes.call(this::showRefused, model.refusedProperty(), model.checkedProperty());
        Changes.call(this::fillFields, model.waitingProperty());
        fillFields();
        messages.keepShown(this::show, model.waitingProperty());
    }

    /** Another language keeps what was typed. */
    private void fillFields() {
        PendingSource waiting = model.waitingProperty().get();
        if (waiting != null) {
            fields.show(waiting.options());
        }
    }

    private ObservableValue<Boolean> is(Predicate<PendingSource> holds) {
        return model.waitingProperty().map(holds::test).orElse(false);
    }

    private String title(PendingSource waiting) {
        return waiting.needsColumns()
                ? messages.text("data.mapping")
                : messages.text(
                        "data.recognised",
                        DataController.format(waiting.preview().format(), messages));
    }

    private void show() {
        PendingSource waiting = model.waitingProperty().get();
        if (waiting == null) {
            return;
        }
        kinds.setPromptText(String.join(", ", waiting.examples(Roles.EVENT, EXAMPLES)));
        asked.show(waiting);
        readColumns.show(waiting);
        showRows(waiting);
        showSpark();
        showRefused();
    }

    private void showSpark() {
        PendingSource waiting = model.waitingProperty().get();
        if (waiting != null && waiting.isReadable() && spark.isSelected()) {
            sparkPane.show(model.sparkLine(sparkPane.text("master"), sparkPane.text("out")));
        }
    }

    /** What has to be said before the import; empty where nothing is, or a question says it. */
    private String missing(PendingSource waiting) {
        List<String> unclear = waiting.table().assignment().unclear();
        if (!unclear.isEmpty()) {
            return messages.text(
                    "data.mapping.unclear",
                    unclear.stream()
                            .map(name -> messages.text("data.mapping.quoted", name))
                            .collect(Collectors.joining(messages.text("data.question.between"))));
        }
        if (!waiting.isReadable()) {
            Optional<ColumnGuess> purchases =
                    waiting.table().assignment().told().elsewhere().map(TableRoles.Elsewhere::purchases);
            if (purchases.isPresent()) {
                return messages.text(
                        "data.mapping.elsewhere",
                        purchases.get().column(),
                        purchases.get().why().in(messages.locale()));
            }
            boolean one = waiting.table().columns().size() == 1;
            return waiting.isOpen() || waiting.isSigned()
                    ? ""
                    : messages.text(one ? "data.mapping.one" : "data.mapping.missing");
        }
        return waiting.needsColumns() && !waiting.has(Roles.TIME) && !waiting.has(Roles.ORDER)
                ? messages.text("data.mapping.untimed")
                : "";
    }

    private void showRefused() {
        RefusedSource refused = model.refusedProperty().get();
        PendingSource waiting = model.waitingProperty().get();
        boolean ofAField = fields.mark(refused);
        Presence.set(refusal, refused != null && !ofAField);
        boolean askedAgain = refused != null && !refused.formats().isEmpty();
        Presence.set(question, waiting != null && waiting.isAsked() && !askedAgain);
        read.setDisable(waiting == null || !waiting.isReadable() || ofAField || model.willStop());
        readAndTrain.setDisable(read.isDisable());
        if (ofAField) {
            more.setSelected(true);
            fields.reveal(refused);
        } else if (refused != null) {
            fill(refused);
            Reveal.now(refusal);
        }
    }

    private void fill(RefusedSource refused) {
        List<Button> buttons = new ArrayList<>();
        for (RefusedSource.Way way : refused.ways()) {
            Button button = new Button(messages.text("data.way." + way, refused.rows()));
            button.setId("way-" + way.name());
            button.setOnAction(event -> model.take(way));
            buttons.add(button);
        }
        refused.formats()
                .forEach(value ->
                        buttons.add(asked.answer(refused.setting(), value, asked.named(refused.setting(), value))));
        ways.getChildren().setAll(buttons);
        Presence.set(ways, !buttons.isEmpty());
    }

    private String about(PendingSource waiting) {
        NamedTexts names = new NamedTexts(SEPARATORS, messages);
        Preview.Table table = waiting.table();
        String name = table.encoding().charset().name();
        String encoding = name.equals("UTF-8") || table.sample().isEmpty()
                ? name
                : messages.text("data.mapping.sample", name, table.sample());
        String text = waiting.isCut()
                ? messages.text("data.mapping.file", waiting.files(), encoding, names.toString(table.separator()))
                : messages.text("data.mapping.whole", waiting.files(), encoding);
        if (table.time().isEmpty() || table.question().isPresent()) {
            return text;
        }
        boolean order = !table.examples().isEmpty()
                && table.examples().stream().allMatch(row -> row.time().isEmpty());
        return order
                ? messages.text("data.mapping.order", text)
                : messages.text("data.mapping.times", text, names.toString(table.time()));
    }

    private String checked() {
        return model.checkedProperty().get().map(new ToldWords(messages)::of).orElse("");
    }

    private void showRows(PendingSource waiting) {
        List<TableColumn<List<String>, String>> shown = new ArrayList<>();
        for (int i = 0; i < waiting.table().columns().size(); i++) {
            int at = i;
            String name = waiting.table().columns().get(i);
            TableColumn<List<String>, String> column = TitleCell.in(new TableColumn<>(name));
            column.setPrefWidth(COLUMN);
            column.setSortable(false);
            column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(
                    at < cell.getValue().size() ? cell.getValue().get(at) : ""));
            shown.add(column);
        }
        rows.setColumnResizePolicy(
                shown.size() <= FIT
                        ? TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS
                        : TableView.UNCONSTRAINED_RESIZE_POLICY);
        rows.getColumns().setAll(shown);
        rows.getItems().setAll(waiting.table().rows());
    }
}
