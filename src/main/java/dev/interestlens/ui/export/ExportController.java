package dev.interestlens.ui.export;

import dev.interestlens.export.onnx.Precision;
import dev.interestlens.figure.Numerals;
import dev.interestlens.publish.ModelExport.Format;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.SparkPane;
import dev.interestlens.ui.common.ViewSource;
import dev.interestlens.ui.common.ViewValues;
import dev.interestlens.ui.common.file.FileDrop;
import dev.interestlens.ui.common.run.JobProgressPane;
import dev.interestlens.ui.control.CommandOffer;
import dev.interestlens.ui.control.FocusReturn;
import dev.interestlens.ui.control.More;
import dev.interestlens.ui.control.Offers;
import dev.interestlens.ui.control.Presence;
import dev.interestlens.ui.control.Reveal;
import dev.interestlens.ui.control.Worded;
import dev.interestlens.ui.control.slides.SlideOffer;
import dev.interestlens.ui.export.ExportViewModel.Task;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Shows exports, and the verification of foreign files. */
public final class ExportController implements ViewSource {
    /** Fields of the Spark command with their prompts. */
    private static final Map<String, String> SPARK = Map.of(
            "master", "spark://host:7077",
            "pairs", "/shared/pairs.parquet",
            "scores", "/shared/scores.parquet",
            "lists", "/shared/lists.parquet");

    private final ExportViewModel model;
    private final Messages messages;
    private final Parent lab;
    private final ToggleGroup choice = new ToggleGroup();
    private final SparkPane sparkPane;

    @FXML
    private More fileOptions;

    @FXML
    private More cluster;

    @FXML
    private CheckBox attention;

    @FXML
    private CheckBox pair;

    @FXML
    private HBox numbers;

    @FXML
    private Label precisionName;

    @FXML
    private CheckBox measure;

    @FXML
    private Button export;

    @FXML
    private Button runReport;

    @FXML
    private Button comparison;

    @FXML
    private Button tensorboard;

    @FXML
    private Button mlflow;

    @FXML
    private Button check;

    @FXML
    private StackPane exporting;

    @FXML
    private StackPane reporting;

    @FXML
    private StackPane checking;

    @FXML
    private VBox result;

    @FXML
    private Button spark;

    @FXML
    private StackPane sparking;

    @FXML
    private VBox drop;

    @FXML
    private VBox sound;

    @FXML
    private Tab serving;

    @FXML
    private TabPane root;

    /** @param lab the view of the serving lab */
    public ExportController(ExportViewModel model, Messages messages, Parent lab) {
        this.model = model;
        this.messages = messages;
        this.lab = lab;
        sparkPane = new SparkPane(messages, List.of("master", "pairs", "scores", "lists"), SPARK, () -> model.spark()
                .lineProperty()
                .set(""));
    }

    @Override
    public void give(ViewValues view) {
        ExportWords words = new ExportWords(messages);
        view.action("explain", model::explain);
        view.action("openElsewhere", model::openElsewhere);
        view.action("recommendOnSpark", () -> model.spark().recommend(this::sparkField));
        view.value("cannotExport", model.canExport().not());
        view.value("cannotOpenElsewhere", model.canOpenElsewhere().not());
        view.value(
                "run",
                messages.bind(
                        () -> title(model.session().runProperty().get()),
                        model.session().runProperty(),
                        model.session().runs()));
        view.value(
                "deviation",
                messages.about(
                        model.writtenProperty(),
                        now -> messages.text(
                                "export.deviation",
                                Numerals.of(now.done().deviation()),
                                Numerals.count(now.done().rows()))));
        view.value(
                "written",
                messages.about(
                        model.writtenProperty(),
                        now -> messages.text("export.done", now.done().file())));
        view.value("card", messages.about(model.writtenProperty(), words::about));
        view.value(
                "report",
                messages.about(model.reports().writtenProperty(), page -> messages.text("export.report.done", page)));
        view.value("isWritten", model.writtenProperty().isNotNull());
        view.value("isChecked", model.checkedProperty().isNotNull());
        view.value("found", messages.about(model.checkedProperty(), words::found));
        view.value("details", messages.about(model.checkedProperty(), words::details));
        view.part(
                "formats",
                new VBox(16, Stream.of(Format.values()).map(this::choice).toArray(Node[]::new)));
        view.part("spark", sparkPane);
    }

    @FXML
    private void initialize() {
        export.setOnAction(event -> model.export());
        check.setOnAction(event -> model.chooseFile());
        runReport.setOnAction(event -> model.reports().ofRun());
        comparison.setOnAction(event -> model.reports().comparison());
        tensorboard.setOnAction(event -> model.reports().exchange("tensorboard"));
        mlflow.setOnAction(event -> model.reports().exchange("mlflow"));
        spark.setOnAction(event -> model.spark().write(this::sparkField));
        serving.setContent(lab);
        SlideOffer.of(lab).ifPresent(slides -> Offers.on(root, slides));
        Optional<CommandOffer> measuring = Offers.of(lab, CommandOffer.class);
        CommandOffer.on(root, () -> measuring
                .filter(offer -> serving.isSelected())
                .map(offer -> offer.words().get())
                .orElseGet(model::command));
        fileOptions.remember(model.session().opened());
        cluster.remember(model.session().opened());
        offerChoices();
        List.of(export, runReport, tensorboard, mlflow, spark)
                .forEach(each -> each.disableProperty().bind(model.canExport().not()));
        comparison.disableProperty().bind(model.canCompare().not());
        check.disableProperty().bind(model.taskProperty().isNotNull());
        model.spark().lineProperty().addListener((observed, before, now) -> sparkPane.show(now));
        List.of(export, runReport, comparison, tensorboard, mlflow, check, spark)
                .forEach(FocusReturn::on);
        new JobProgressPane(messages, model.statusOf(Task.EXPORT), model::cancel).insteadOf(exporting);
        new JobProgressPane(messages, model.statusOf(Task.REPORT), model::cancel).insteadOf(reporting);
        new JobProgressPane(messages, model.statusOf(Task.CHECK), model::cancel).insteadOf(checking);
        new JobProgressPane(messages, model.statusOf(Task.SPARK), model::cancel).insteadOf(sparking);
        FileDrop.into(drop, () -> model.taskProperty().get() == null, files -> model.check(files.get(0)));
        model.taskProperty().addListener((observed, before, now) -> {
            if (now == Task.CHECK) {
                Reveal.now(drop);
            }
        });
        model.writtenProperty().addListener((observed, before, now) -> Reveal.now(result));
        model.checkedProperty().addListener((observed, before, now) -> Reveal.now(sound));
    }

    private void offerChoices() {
        attention.selectedProperty().bindBidirectional(model.choice().attentionProperty());
        Presence.when(attention, model.choice().canChooseAttention());
        pair.selectedProperty().bindBidirectional(model.choice().servingProperty());
        Presence.when(pair, model.choice().canServe());
        Choice<Precision> precision =
                new Choice<>(messages, model.choice().precisionProperty(), List.of(Precision.values()), this::name);
        precisionName.setLabelFor(precision);
        numbers.getChildren().add(precision);
        Presence.when(numbers, model.choice().canServe());
        measure.textProperty().bind(model.measuring());
        measure.selectedProperty().bindBidirectional(model.choice().measureProperty());
        Presence.when(measure, model.choice().canMeasure());
    }

    private VBox choice(Format format) {
        RadioButton button = new RadioButton();
        button.textProperty().bind(messages.bind("export.format." + format));
        button.setToggleGroup(choice);
        button.setSelected(model.choice().formatProperty().get() == format);
        button.selectedProperty().addListener((observed, before, now) -> {
            if (now) {
                model.choice().formatProperty().set(format);
            }
        });
        Label about = Worded.label(messages.bind("export.format." + format + ".about"), "note", "indented");
        about.setWrapText(true);
        return new VBox(2, button, about);
    }

    /** Name of the run, and why nothing can be exported of it. */
    private String title(RunFolder folder) {
        if (folder == null) {
            return messages.text("export.noRun");
        }
        String name = model.session().nameOf(folder);
        boolean empty =
                model.session().summary(folder).filter(each -> !each.hasModel()).isPresent();
        return empty ? messages.text("shell.run.noCheckpoint", name) : name;
    }

    private String name(Precision precision) {
        return messages.text("export.precision." + precision);
    }

    private String sparkField(String name) {
        return sparkPane.text(name).isEmpty() ? SPARK.get(name) : sparkPane.text(name);
    }
}
