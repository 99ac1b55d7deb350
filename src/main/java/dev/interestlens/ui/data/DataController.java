package dev.interestlens.ui.data;

import dev.interestlens.data.DatasetInfo;
import dev.interestlens.data.protocol.ProtocolConfig;
import dev.interestlens.data.protocol.SampleCounts;
import dev.interestlens.data.source.PrepareOptions;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.OpenData;
import dev.interestlens.ui.common.Refusals;
import dev.interestlens.ui.control.BarChart;
import dev.interestlens.ui.control.BarData;
import dev.interestlens.ui.control.ConfigForm;
import dev.interestlens.ui.control.Figures;
import dev.interestlens.ui.control.Pill;
import dev.interestlens.ui.data.DataViewModel.Gives;
import dev.interestlens.ui.data.DataViewModel.Waiting;
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
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** Shows a data set, and brings one in. */
public final class DataController {
    private static final List<String> ENCODINGS = List.of(
            PrepareOptions.AUTO, "UTF-8", "GB18030", "Big5", "Shift_JIS", "windows-1252", "ISO-8859-1", "UTF-16");
    private static final List<String> SEPARATORS = List.of(PrepareOptions.AUTO, ",", "\t", ";", "|", "::");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE;

    private final DataViewModel model;
    private final Messages messages;
    private final BarChart lengths;
    private final ConfigForm protocol;
    private boolean filling;
    private final Map<String, ChoiceBox<String>> choices = new LinkedHashMap<>();

    @FXML
    private Node drop;

    @FXML
    private ListView<Path> datasets;

    @FXML
    private Node mapping;

    @FXML
    private Label mappingTitle;

    @FXML
    private Label mappingFile;

    @FXML
    private ComboBox<String> encoding;

    @FXML
    private ComboBox<String> separator;

    @FXML
    private Node dialect;

    @FXML
    private FlowPane roles;

    @FXML
    private Button read;

    @FXML
    private Label missing;

    @FXML
    private Node reading;

    @FXML
    private ProgressBar progress;

    @FXML
    private Label progressText;

    @FXML
    private Label train;

    @FXML
    private Label trainNote;

    @FXML
    private Label valid;

    @FXML
    private Label validNote;

    @FXML
    private Label test;

    @FXML
    private Label testNote;

    @FXML
    private VBox probes;

    @FXML
    private Label counting;

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
        model.waitingProperty().addListener(change -> showMapping());
        model.givesProperty().addListener(change -> showGives());
        encoding.getItems().setAll(ENCODINGS);
        separator.getItems().setAll(SEPARATORS);
        encoding.setConverter(new Names(ENCODINGS));
        separator.setConverter(new Names(SEPARATORS));
        encoding.setOnAction(event -> changed());
        separator.setOnAction(event -> changed());
        reading.visibleProperty().bind(model.readingProperty());
        reading.managedProperty().bind(reading.visibleProperty());
        model.session().jobProperty().addListener((observed, before, job) -> {
            if (job != null) {
                progress.setProgress(job.fraction());
                progressText.setText(job.detail());
            }
        });
        messages.language().addListener(change -> {
            showData();
            showMapping();
            showGives();
        });
        drop.setOnDragOver(this::dragOver);
        drop.setOnDragDropped(this::dropped);
        showMapping();
        showData();
        showGives();
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
        boolean mapped = model.waitingProperty().get() != null;
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
            label.setMinHeight(Region.USE_PREF_SIZE);
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
        Waiting waiting = model.waitingProperty().get();
        mapping.setVisible(waiting != null);
        showData();
        if (waiting == null) {
            return;
        }
        filling = true;
        mappingTitle.setText(
                waiting.needsColumns()
                        ? messages.text("data.mapping")
                        : messages.text("data.recognised", waiting.preview().format()));
        mappingFile.setText(messages.text(
                "data.mapping.file",
                waiting.table().file(),
                waiting.table().encoding(),
                separatorName(waiting.table().separator())));
        dialect.setVisible(waiting.needsColumns());
        dialect.setManaged(waiting.needsColumns());
        encoding.setValue(waiting.options().encoding());
        separator.setValue(waiting.options().separator());
        fillRoles(waiting);
        fillRows(waiting);
        read.setDisable(!waiting.isReadable());
        missing.setVisible(!waiting.isReadable());
        filling = false;
    }

    private void fillRoles(Waiting waiting) {
        roles.setVisible(waiting.needsColumns());
        roles.setManaged(waiting.needsColumns());
        roles.getChildren().clear();
        choices.clear();
        for (String role : model.roles()) {
            ChoiceBox<String> box = new ChoiceBox<>();
            box.getItems().add("");
            box.getItems().addAll(waiting.table().columns());
            box.setValue(waiting.roles().getOrDefault(role, ""));
            box.setPrefWidth(140);
            box.setOnAction(event -> changed());
            Label label = new Label(messages.text("data.role." + role));
            label.getStyleClass().add("note");
            label.setLabelFor(box);
            roles.getChildren().add(new VBox(2, label, box));
            choices.put(role, box);
        }
    }

    private void fillRows(Waiting waiting) {
        rows.getColumns().clear();
        for (int i = 0; i < waiting.table().columns().size(); i++) {
            int at = i;
            String name = waiting.table().columns().get(i);
            String role = waiting.roles().entrySet().stream()
                    .filter(entry -> entry.getValue().equals(name))
                    .map(entry -> messages.text("data.role." + entry.getKey()))
                    .findFirst()
                    .orElse("");
            TableColumn<List<String>, String> column =
                    new TableColumn<>(role.isEmpty() ? name : messages.text("data.column", name, role));
            column.setPrefWidth(130);
            column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(
                    at < cell.getValue().size() ? cell.getValue().get(at) : ""));
            rows.getColumns().add(column);
        }
        rows.getItems().setAll(waiting.table().rows());
    }

    private String separatorName(String text) {
        return switch (text) {
            case "auto" -> messages.text("data.auto");
            case "\t" -> messages.text("data.tab");
            default -> text;
        };
    }

    private void changed() {
        if (!filling && model.waitingProperty().get() != null) {
            Map<String, String> chosen = new LinkedHashMap<>();
            choices.forEach((role, box) -> chosen.put(role, box.getValue()));
            model.change(encoding.getValue(), separator.getValue(), chosen);
        }
    }

    private void showGives() {
        Gives gives = model.givesProperty().get();
        probes.getChildren().clear();
        if (gives == null) {
            counting.setText(messages.text("data.gives.counting"));
            List.of(train, valid, test, trainNote, validNote, testNote).forEach(label -> label.setText("–"));
            return;
        }
        SampleCounts counts = gives.counts();
        fill(train, trainNote, "data.gives.train", counts.train(), counts.trainPositives());
        fill(valid, validNote, "data.gives.valid", counts.valid(), counts.validPositives());
        fill(test, testNote, "data.gives.test", counts.test(), counts.testPositives());
        counting.setText(messages.text(
                "data.gives.left",
                Figures.count(counts.coldTest()),
                Figures.count(counts.shortUsers()),
                Figures.count(counts.skipped())));
        gives.probes().forEach((name, value) -> probes.getChildren().add(probe(name, value)));
    }

    private void fill(Label figure, Label note, String key, int all, int positives) {
        figure.setText(Figures.count(all));
        note.setText(messages.text(key, Figures.count(positives)));
    }

    private Node probe(String name, double value) {
        Probe probe = Probe.of(name);
        Label words = new Label(messages.text("data.probe." + name));
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        Pill pill = new Pill();
        pill.setMinWidth(Region.USE_PREF_SIZE);
        pill.setText(probe == Probe.COUNT ? Figures.count(Math.round(value)) : Figures.fixed(value, 3));
        pill.setTone(probe.isHarmless(value) ? Pill.Tone.GOOD : Pill.Tone.WARNING);
        HBox line = new HBox(8, words, pill);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    @FXML
    private void prepare() {
        model.read();
    }

    @FXML
    private void cancel() {
        model.leave();
    }

    @FXML
    private void stopReading() {
        model.stopReading();
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

    /** Encodings and separators as people call them. */
    private final class Names extends StringConverter<String> {
        private final List<String> known;

        Names(List<String> known) {
            this.known = known;
        }

        @Override
        public String toString(String text) {
            return text == null ? "" : separatorName(text);
        }

        @Override
        public String fromString(String typed) {
            return known.stream()
                    .filter(each -> separatorName(each).equals(typed))
                    .findFirst()
                    .orElse(typed);
        }
    }
}
