package dev.interestlens.ui.data;

import dev.interestlens.data.DatasetInfo;
import dev.interestlens.figure.Numerals;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.OpenData;
import dev.interestlens.ui.common.Refusals;
import dev.interestlens.ui.common.ViewLoader;
import dev.interestlens.ui.common.file.FileDrop;
import dev.interestlens.ui.common.run.BelievedPane;
import dev.interestlens.ui.common.run.BelievedViewModel;
import dev.interestlens.ui.common.run.ImportRunner;
import dev.interestlens.ui.control.Changes;
import dev.interestlens.ui.control.CommandOffer;
import dev.interestlens.ui.control.EmptyPane;
import dev.interestlens.ui.control.FigureBox;
import dev.interestlens.ui.control.More;
import dev.interestlens.ui.control.Presence;
import dev.interestlens.ui.data.SamplesViewModel.Gives;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Imports data, lists the data sets, and shows the open one. */
public final class DataController {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE;
    private static final int FILES = 4;

    /** From this width on the figures stand further apart. */
    private static final double WIDE = 700;

    private final DataViewModel model;
    private final Messages messages;
    private final Refusals refusals;
    private final ViewLoader views;
    private final BelievedViewModel planted;

    @FXML
    private HBox believedButtons;

    @FXML
    private VBox believedPlace;

    @FXML
    private Node drop;

    @FXML
    private FlowPane figures;

    @FXML
    private StackPane datasets;

    @FXML
    private StackPane mapping;

    @FXML
    private Node reading;

    @FXML
    private ProgressBar progress;

    @FXML
    private Label progressText;

    @FXML
    private Node shown;

    @FXML
    private EmptyPane none;

    @FXML
    private EmptyPane arriving;

    @FXML
    private Label name;

    @FXML
    private Label source;

    @FXML
    private FigureBox events;

    @FXML
    private FigureBox users;

    @FXML
    private FigureBox items;

    @FXML
    private FigureBox categories;

    @FXML
    private FigureBox median;

    @FXML
    private FigureBox duplicates;

    @FXML
    private FigureBox ties;

    @FXML
    private Node leftOutBox;

    @FXML
    private Label leftOut;

    @FXML
    private Hyperlink leftOutAbout;

    @FXML
    private Node root;

    @FXML
    private Label sentence;

    @FXML
    private More counts;

    @FXML
    private Label span;

    @FXML
    private TabPane tabs;

    @FXML
    private Tab samples;

    @FXML
    private Tab audit;

    @FXML
    private Tab overview;

    @FXML
    private Tab timeline;

    /** @param planted whether explanations find causes planted in the open data set */
    public DataController(
            DataViewModel model, Messages messages, Refusals refusals, ViewLoader views, BelievedViewModel planted) {
        this.planted = planted;
        this.model = model;
        this.messages = messages;
        this.refusals = refusals;
        this.views = views;
    }

    @FXML
    private void initialize() {
        figures.hgapProperty()
                .bind(Bindings.when(figures.widthProperty().lessThan(WIDE))
                        .then(12)
                        .otherwise(24));
        mapping.getChildren().add(views.load(new MappingController(model.mapping(), messages)));
        samples.setContent(views.load(new SamplesController(model, messages, refusals)));
        audit.setContent(views.load(new AuditController(model, messages)));
        overview.setContent(views.load(new OverviewController(model, messages)));
        timeline.setContent(views.load(new TimelineController(model, messages)));
        Changes.call(
                this::showUser, timeline.selectedProperty(), model.session().dataProperty());
        datasets.getChildren().add(views.load(new DatasetsController(model.datasets(), messages)));
        Presence.when(reading, model.reading());
        none.titleProperty()
                .bind(Bindings.when(model.reading())
                        .then(messages.bind("data.none.reading"))
                        .otherwise(
                                Bindings.when(Bindings.isEmpty(model.session().datasets()))
                                        .then(messages.bind("data.none"))
                                        .otherwise(messages.bind("data.none.closed"))));
        model.readingStatus().subscribe(job -> {
            if (job != null) {
                progress.setProgress(job.fraction());
                progressText.setText(messages.text("data.progress", job.title(), job.detail()));
            }
        });
        FileDrop.into(drop, () -> true, model::bring);
        CommandOffer.on(root, () -> {
            OpenData open = model.session().dataProperty().get();
            return open == null ? List.of() : List.of("inspect", open.folder().toString());
        });
        counts.remember(model.session().opened());
        BelievedPane believed = new BelievedPane(planted, messages, "data.believed");
        believedButtons.getChildren().setAll(believed.buttons());
        believedPlace.getChildren().setAll(believed);
        Presence.when(believedPlace, believed.visibleProperty());
        Changes.call(this::showSentence, model.samples().givesProperty());
        messages.keepShown(
                this::showData,
                model.session().dataProperty(),
                model.mapping().waitingProperty(),
                model.mapping().readingProperty());
    }

    /** What there is to train on, and whether anything shows the answer before it is asked. */
    private void showSentence() {
        Gives gives = model.samples().givesProperty().get();
        sentence.setText(
                gives == null
                        ? messages.text("data.sentence.counting")
                        : messages.text(
                                gives.showsAnswer() ? "data.sentence.leak" : "data.sentence",
                                Numerals.count(gives.counts().train()),
                                Numerals.count(gives.counts().test()),
                                gives.probes().size()));
    }

    private void showUser() {
        if (timeline.isSelected()) {
            model.timeline().begin();
        }
    }

    private void showData() {
        OpenData open = model.session().dataProperty().get();
        boolean mapped = model.mapping().waitingProperty().get() != null;
        String coming = model.mapping().readingProperty().get();
        boolean other = mapped || !coming.isEmpty();
        mapping.setVisible(mapped);
        arriving.setVisible(!mapped && !coming.isEmpty());
        arriving.setTitle(messages.text("data.arriving", coming));
        Presence.set(shown, open != null && !other);
        none.setVisible(open == null && !other);
        if (open == null) {
            return;
        }
        DatasetInfo info = open.info();
        name.setText(open.name());
        showSentence();
        String files = info.sources().stream()
                .map(DatasetInfo.SourceFile::name)
                .limit(FILES)
                .collect(Collectors.joining(", "));
        source.setText(messages.text(
                "data.source",
                format(info.format(), messages),
                files + (info.sources().size() > FILES ? " …" : "")));
        events.setText(Numerals.count(info.events()));
        users.setText(Numerals.count(info.users()));
        items.setText(Numerals.count(info.items()));
        categories.setText(Numerals.count(info.categories()));
        median.setText(Numerals.count(info.historyLength().median()));
        duplicates.setText(Numerals.count(info.duplicates()));
        ties.setText(Numerals.count(info.ties()));
        long out = info.leftOut();
        Presence.set(leftOutBox, out > 0);
        leftOut.setText(Numerals.count(out));
        leftOutAbout.setText(messages.text(out == 1 ? "data.leftOut.one" : "data.leftOut"));
        span.setText(
                info.timed()
                        ? messages.text("data.span", day(info.firstTime()), day(info.lastTime()))
                        : messages.text("data.untimed"));
    }

    private static String day(long seconds) {
        return Instant.ofEpochSecond(seconds).atOffset(ZoneOffset.UTC).format(DAY);
    }

    @FXML
    private void showAudit() {
        leftOutAbout.setVisited(false);
        tabs.getSelectionModel().select(audit);
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

    @FXML
    private void writeCroissant() {
        model.write(ImportRunner.Form.CROISSANT);
    }

    @FXML
    private void writeRecbole() {
        model.write(ImportRunner.Form.RECBOLE);
    }

    @FXML
    private void writeParquet() {
        model.write(ImportRunner.Form.PARQUET);
    }

    /** The name of a format: proper names stay as they are, for words there is a text. */
    static String format(String name, Messages messages) {
        return messages.find("data.format." + name).orElse(name);
    }
}
