package dev.interestlens.ui.data;

import dev.interestlens.data.DatasetInfo;
import dev.interestlens.data.protocol.probe.Leaks;
import dev.interestlens.figure.Numerals;
import dev.interestlens.ui.common.JobStatus;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.OpenDataset;
import dev.interestlens.ui.common.Refusals;
import dev.interestlens.ui.common.ViewLoader;
import dev.interestlens.ui.common.ViewSource;
import dev.interestlens.ui.common.ViewValues;
import dev.interestlens.ui.common.file.FileDrop;
import dev.interestlens.ui.common.run.BelievedPane;
import dev.interestlens.ui.common.run.BelievedViewModel;
import dev.interestlens.ui.common.run.ImportRunner;
import dev.interestlens.ui.control.Changes;
import dev.interestlens.ui.control.CommandOffer;
import dev.interestlens.ui.control.More;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;

/** Imports data, lists the data sets, and shows the open one. */
public final class DataController implements ViewSource {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE;
    private static final int FILES = 4;

    /** From this width on the figures stand further apart. */
    private static final double WIDE = 700;

    private final DataViewModel model;
    private final Messages messages;
    private final Refusals refusals;
    private final ViewLoader views;
    private final BelievedPane believed;

    @FXML
    private HBox believedButtons;

    @FXML
    private Node drop;

    @FXML
    private FlowPane figures;

    @FXML
    private Hyperlink leftOutAbout;

    @FXML
    private Node root;

    @FXML
    private More counts;

    @FXML
    private TabPane tabs;

    @FXML
    private Tab audit;

    @FXML
    private Tab timeline;

    /** @param planted whether explanations find causes planted in the open data set */
    public DataController(
            DataViewModel model, Messages messages, Refusals refusals, ViewLoader views, BelievedViewModel planted) {
        this.believed = new BelievedPane(planted, messages, "data.believed");
        this.model = model;
        this.messages = messages;
        this.refusals = refusals;
        this.views = views;
    }

    @Override
    public void give(ViewValues view) {
        view.action("stopReading", model::stopReading);
        view.action("chooseFolder", model::chooseFolder);
        view.action("chooseFiles", model::chooseFiles);
        view.action("sample", model::sample);
        view.action("writeCroissant", () -> model.write(ImportRunner.Form.CROISSANT));
        view.action("writeRecbole", () -> model.write(ImportRunner.Form.RECBOLE));
        view.action("writeParquet", () -> model.write(ImportRunner.Form.PARQUET));
        view.part("mapping", views.load(new MappingController(model.mapping(), messages)));
        view.part("samples", views.load(new SamplesController(model, messages, refusals)));
        view.part("audit", views.load(new AuditController(model, messages)));
        view.part("overview", views.load(new OverviewController(model, messages)));
        view.part("timeline", views.load(new TimelineController(model, messages)));
        view.part("datasets", views.load(new DatasetsController(model.datasets(), messages)));
        view.part("believed", believed);
        view.value("believedShown", believed.visibleProperty());
        view.value("reading", model.reading());
        view.value("progress", model.readingStatus().map(JobStatus::fraction).orElse(0.0));
        view.value(
                "progressText",
                messages.about(
                        model.readingStatus(), job -> messages.text("data.progress", job.title(), job.detail())));
        giveShown(view);
        giveData(view);
    }

    @FXML
    private void initialize() {
        figures.hgapProperty()
                .bind(Bindings.when(figures.widthProperty().lessThan(WIDE))
                        .then(12)
                        .otherwise(24));
        Changes.call(
                this::showUser, timeline.selectedProperty(), model.session().dataProperty());
        FileDrop.into(drop, () -> true, model::bring);
        CommandOffer.on(root, model::command);
        counts.remember(model.session().opened());
        believedButtons.getChildren().setAll(believed.buttons());
    }

    /** The open data set, or one that is being opened or mapped, or that there is none. */
    private void giveShown(ViewValues view) {
        BooleanBinding mapped = model.mapping().waitingProperty().isNotNull();
        BooleanBinding arriving = model.mapping().readingProperty().isNotEmpty();
        BooleanBinding other = mapped.or(arriving);
        BooleanBinding open = model.session().dataProperty().isNotNull();
        view.value("mapped", mapped);
        view.value("isArriving", arriving.and(mapped.not()));
        view.value("arriving", messages.bind("data.arriving", model.mapping().readingProperty()));
        view.value("shown", open.and(other.not()));
        view.value("isNone", open.or(other).not());
        view.value(
                "none",
                Bindings.when(model.reading())
                        .then(messages.bind("data.none.reading"))
                        .otherwise(
                                Bindings.when(Bindings.isEmpty(model.session().datasets()))
                                        .then(messages.bind("data.none"))
                                        .otherwise(messages.bind("data.none.closed"))));
    }

    private StringBinding of(Function<DatasetInfo, String> text) {
        return messages.about(model.session().dataProperty(), open -> text.apply(open.info()));
    }

    private void giveData(ViewValues view) {
        view.value("name", model.session().dataProperty().map(OpenDataset::name));
        view.value("source", of(info -> source(info.origin())));
        view.value("sentence", messages.bind(this::sentence, model.samples().givesProperty()));
        view.value("events", of(info -> Numerals.count(info.counts().events())));
        view.value("users", of(info -> Numerals.count(info.counts().users())));
        view.value("items", of(info -> Numerals.count(info.counts().items())));
        view.value("categories", of(info -> Numerals.count(info.counts().categories())));
        view.value("median", of(info -> Numerals.count(info.histories().median())));
        view.value("duplicates", of(info -> Numerals.count(info.audit().duplicates())));
        view.value("ties", of(info -> Numerals.count(info.audit().ties())));
        view.value(
                "isLeftOut",
                model.session()
                        .dataProperty()
                        .map(open -> open.info().leftOut() > 0)
                        .orElse(false));
        view.value("leftOut", of(info -> Numerals.count(info.leftOut())));
        view.value(
                "leftOutAbout", of(info -> messages.text(info.leftOut() == 1 ? "data.leftOut.one" : "data.leftOut")));
        view.value("span", of(info -> span(info.times())));
    }

    private String span(DatasetInfo.Times times) {
        return times.timed()
                ? messages.text("data.span", day(times.firstTime()), day(times.lastTime()))
                : messages.text("data.untimed");
    }

    private String source(DatasetInfo.Origin origin) {
        String files = origin.sources().stream()
                .map(DatasetInfo.SourceFile::name)
                .limit(FILES)
                .collect(Collectors.joining(", "));
        return messages.text(
                "data.source",
                format(origin.format(), messages),
                files + (origin.sources().size() > FILES ? " …" : ""));
    }

    /** What there is to train on, and whether anything shows the answer before it is asked. */
    private String sentence() {
        Leaks gives = model.samples().givesProperty().get();
        return gives == null
                ? messages.text("data.sentence.counting")
                : messages.text(
                        gives.showsAnswer() ? "data.sentence.leak" : "data.sentence",
                        Numerals.count(gives.counts().rows().train()),
                        Numerals.count(gives.counts().rows().test()),
                        gives.probes().figures().size());
    }

    private void showUser() {
        if (timeline.isSelected()) {
            model.timeline().begin();
        }
    }

    private static String day(long seconds) {
        return Instant.ofEpochSecond(seconds).atOffset(ZoneOffset.UTC).format(DAY);
    }

    @FXML
    private void showAudit() {
        leftOutAbout.setVisited(false);
        tabs.getSelectionModel().select(audit);
    }

    /** The name of a format: proper names stay as they are, for words there is a text. */
    static String format(String name, Messages messages) {
        return messages.find("data.format." + name).orElse(name);
    }
}
