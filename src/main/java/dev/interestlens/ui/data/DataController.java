package dev.interestlens.ui.data;

import dev.interestlens.data.DatasetInfo;
import dev.interestlens.data.protocol.ProtocolConfig;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.OpenData;
import dev.interestlens.ui.common.Refusals;
import dev.interestlens.ui.control.BarChart;
import dev.interestlens.ui.control.BarData;
import dev.interestlens.ui.control.ConfigForm;
import dev.interestlens.ui.control.Figures;
import dev.interestlens.ui.data.DataViewModel.Mapping;
import java.io.File;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Shows a data set, and brings one in. */
public final class DataController {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE;

    private final DataViewModel model;
    private final Messages messages;
    private final BarChart lengths;
    private final ConfigForm protocol;
    private final Map<String, ChoiceBox<String>> choices = new LinkedHashMap<>();

    @FXML
    private Node drop;

    @FXML
    private ListView<Path> datasets;

    @FXML
    private Node mapping;

    @FXML
    private Label mappingFile;

    @FXML
    private FlowPane roles;

    @FXML
    private TableView<List<String>> rows;

    @FXML
    private Node shown;

    @FXML
    private Node none;

    @FXML
    private Label name;

    @FXML
    private Label source;

    @FXML
    private Label events;

    @FXML
    private Label users;

    @FXML
    private Label items;

    @FXML
    private Label categories;

    @FXML
    private Label median;

    @FXML
    private Label span;

    @FXML
    private VBox histogramPlace;

    @FXML
    private Label barReadout;

    @FXML
    private VBox audit;

    @FXML
    private VBox protocolPlace;

    public DataController(DataViewModel model, Messages messages, Refusals refusals) {
        this.model = model;
        this.messages = messages;
        this.lengths = new BarChart(messages);
        this.protocol = new ConfigForm(messages, refusals::of);
    }

    @FXML
    private void initialize() {
        VBox.setVgrow(lengths, Priority.ALWAYS);
        histogramPlace.getChildren().add(lengths);
        barReadout.textProperty().bind(lengths.readoutProperty());
        protocolPlace.getChildren().add(protocol);
        protocol.show(model.protocol(), "protocol", DataViewModel::shown, ProtocolConfig.defaults());
        protocol.valueProperty().addListener((observed, before, now) -> {
            model.setProtocol((ProtocolConfig) now);
            showData();
        });
        datasets.setItems(model.datasets());
        datasets.setCellFactory(list -> new NameCell());
        datasets.getSelectionModel().selectedItemProperty().addListener((observed, before, now) -> {
            OpenData open = model.session().dataProperty().get();
            if (now != null && (open == null || !open.folder().equals(now))) {
                model.open(now);
            }
        });
        model.datasets().addListener((ListChangeListener<Path>) change -> mark());
        model.session().dataProperty().addListener(change -> showData());
        model.mappingProperty().addListener(change -> showMapping());
        messages.language().addListener(change -> {
            showData();
            showMapping();
        });
        drop.setOnDragOver(this::dragOver);
        drop.setOnDragDropped(this::dropped);
        showMapping();
        showData();
    }

    private void dragOver(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
        }
        event.consume();
    }

    private void dropped(DragEvent event) {
        model.bring(event.getDragboard().getFiles().stream().map(File::toPath).toList());
        event.setDropCompleted(true);
        event.consume();
    }

    private void mark() {
        OpenData open = model.session().dataProperty().get();
        if (open != null) {
            datasets.getSelectionModel().select(open.folder());
        }
    }

    private void showData() {
        OpenData open = model.session().dataProperty().get();
        boolean mapped = model.mappingProperty().get() != null;
        shown.setVisible(open != null && !mapped);
        none.setVisible(open == null && !mapped);
        if (open == null) {
            return;
        }
        mark();
        DatasetInfo info = open.info();
        name.setText(info.name());
        source.setText(messages.text(
                "data.source",
                info.format(),
                String.join(
                        ", ",
                        info.sources().stream()
                                .map(DatasetInfo.SourceFile::name)
                                .limit(4)
                                .toList())));
        events.setText(Figures.count(info.events()));
        users.setText(Figures.count(info.users()));
        items.setText(Figures.count(info.items()));
        categories.setText(Figures.count(info.categories()));
        median.setText(Figures.count(info.historyLength().median()));
        span.setText(
                info.timed()
                        ? messages.text("data.span", day(info.firstTime()), day(info.lastTime()))
                        : messages.text("data.untimed"));
        lengths.setData(histogram(info));
        audit.getChildren().clear();
        for (String line : lines(info)) {
            Label label = new Label(line);
            label.setWrapText(true);
            label.setMinHeight(javafx.scene.layout.Region.USE_PREF_SIZE);
            audit.getChildren().add(label);
        }
    }

    private List<String> lines(DatasetInfo info) {
        List<String> lines = new java.util.ArrayList<>(model.audit(info));
        if (info.rejected().isEmpty()) {
            lines.add(0, messages.text("data.nothingDropped"));
        }
        lines.add(messages.text("data.duplicates", Figures.count(info.duplicates()), Figures.count(info.ties())));
        return lines;
    }

    private static String day(long seconds) {
        return Instant.ofEpochSecond(seconds).atOffset(ZoneOffset.UTC).format(DAY);
    }

    private BarData histogram(DatasetInfo info) {
        List<DatasetInfo.Bin> bins = info.histogram();
        int longest = model.protocol().history().maxLength();
        double mark = Double.NaN;
        for (int i = 0; i < bins.size(); i++) {
            DatasetInfo.Bin bin = bins.get(i);
            if (longest >= bin.from() && longest <= bin.to()) {
                mark = i + (longest - bin.from() + 1.0) / (bin.to() - bin.from() + 1);
            }
        }
        return new BarData(
                bins.stream()
                        .map(bin -> bin.from() == bin.to() ? String.valueOf(bin.from()) : bin.from() + "–" + bin.to())
                        .toList(),
                bins.stream().mapToDouble(DatasetInfo.Bin::count).toArray(),
                mark,
                messages.text("data.truncation", longest));
    }

    private void showMapping() {
        Mapping waiting = model.mappingProperty().get();
        mapping.setVisible(waiting != null);
        showData();
        if (waiting == null) {
            return;
        }
        mappingFile.setText(messages.text(
                "data.mapping.file",
                waiting.table().file(),
                waiting.table().encoding(),
                waiting.table().separator().equals("\t")
                        ? "TAB"
                        : waiting.table().separator()));
        roles.getChildren().clear();
        choices.clear();
        for (String role : model.roles()) {
            ChoiceBox<String> box = new ChoiceBox<>();
            box.getItems().add("");
            box.getItems().addAll(waiting.table().columns());
            box.setValue(waiting.roles().getOrDefault(role, ""));
            box.setPrefWidth(150);
            Label label = new Label(messages.text("data.role." + role));
            label.getStyleClass().add("note");
            roles.getChildren().add(new VBox(2, label, box));
            choices.put(role, box);
        }
        rows.getColumns().clear();
        for (int i = 0; i < waiting.table().columns().size(); i++) {
            int at = i;
            TableColumn<List<String>, String> column =
                    new TableColumn<>(waiting.table().columns().get(i));
            column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(
                    at < cell.getValue().size() ? cell.getValue().get(at) : ""));
            rows.getColumns().add(column);
        }
        rows.getItems().setAll(waiting.table().rows());
    }

    @FXML
    private void prepare() {
        Map<String, String> chosen = new LinkedHashMap<>();
        choices.forEach((role, box) -> chosen.put(role, box.getValue()));
        model.prepare(chosen);
    }

    @FXML
    private void cancel() {
        model.cancelMapping();
    }

    @FXML
    private void chooseFolder() {
        model.chooseFolder();
    }

    @FXML
    private void chooseFiles() {
        model.chooseFiles();
    }

    @FXML
    private void sample() {
        model.sample();
    }

    /** A data set by its folder's name. */
    private static final class NameCell extends ListCell<Path> {
        @Override
        protected void updateItem(Path folder, boolean empty) {
            super.updateItem(folder, empty);
            setText(empty ? "" : folder.getFileName().toString());
        }
    }
}
