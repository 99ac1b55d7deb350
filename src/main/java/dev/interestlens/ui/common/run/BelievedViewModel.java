package dev.interestlens.ui.common.run;

import dev.interestlens.measurement.trust.Believed;
import dev.interestlens.measurement.trust.TrustPanels;
import dev.interestlens.measurement.trust.TrustReport;
import dev.interestlens.model.ForeignConfig;
import dev.interestlens.model.ModelCatalog;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.ui.common.Background;
import dev.interestlens.ui.common.Job;
import dev.interestlens.ui.common.LatestRequest;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.OpenDataset;
import dev.interestlens.ui.common.ReadOnly;
import dev.interestlens.ui.common.Session;
import dev.interestlens.ui.common.file.FileDialogs;
import dev.interestlens.ui.common.file.ReportSaver;
import dev.interestlens.workspace.RunSummary;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/** Which explanations of a model find causes planted in its log, and the measurement of that in a child process. */
public final class BelievedViewModel {
    private final Session session;
    private final ObservableValue<RunFolder> run;
    private final ObservableValue<Path> log;
    private final ObservableValue<RunSummary.Status> status;
    private final Background background;
    private final Messages messages;
    private final ReportSaver saver;
    private final JobRunner job;
    private final LatestRequest reading = new LatestRequest();
    private final ReadOnlyObjectWrapper<Believed> known = new ReadOnlyObjectWrapper<>(this, "known", Believed.NOTHING);

    /**
     * @param run the trained model, or null
     * @param log a data set where a first model would be trained, while there is no run; null for none
     */
    private BelievedViewModel(
            Session session,
            ObservableValue<RunFolder> run,
            ObservableValue<Path> log,
            Background background,
            Messages messages,
            FileDialogs dialogs,
            JobRunner job) {
        this.session = session;
        this.run = run;
        this.log = log;
        this.background = background;
        this.messages = messages;
        saver = new ReportSaver(background, messages, dialogs, session.savedProperty()::set);
        this.job = job;
        job.whenEnded(this::read);
        status = Bindings.createObjectBinding(
                () -> Optional.ofNullable(run.getValue())
                        .flatMap(session::summary)
                        .map(RunSummary::status)
                        .orElse(null),
                run,
                session.runs());
        for (ObservableValue<?> each : List.of(run, log, status)) {
            each.addListener((observed, before, now) -> read());
        }
        read();
    }

    /** About a run. */
    public static BelievedViewModel ofRun(
            Session session,
            ObservableValue<RunFolder> run,
            Background background,
            Messages messages,
            FileDialogs dialogs,
            JobRunner job) {
        return new BelievedViewModel(session, run, new SimpleObjectProperty<>(), background, messages, dialogs, job);
    }

    /** About the open data set, and the selected run if it was trained on that, else the one that was trained on it last. */
    public static BelievedViewModel ofData(
            Session session, Background background, Messages messages, FileDialogs dialogs, JobRunner job) {
        ObservableValue<Path> log = session.dataProperty().map(OpenDataset::folder);
        ObservableValue<RunFolder> trained = Bindings.createObjectBinding(
                () -> trained(session), session.runs(), session.dataProperty(), session.runProperty());
        return new BelievedViewModel(session, trained, log, background, messages, dialogs, job);
    }

    private static RunFolder trained(Session session) {
        OpenDataset open = session.dataProperty().get();
        Stream<RunSummary> selected = Optional.ofNullable(session.runProperty().get())
                .flatMap(session::summary)
                .filter(RunSummary::hasModel)
                .stream();
        return Stream.concat(selected, session.readyRuns())
                .filter(each -> open != null
                        && each.status() == RunSummary.Status.ENDED
                        && each.description().fingerprint().equals(open.info().fingerprint())
                        && !each.description().config().model().id().equals(ForeignConfig.ID))
                .map(RunSummary::folder)
                .findFirst()
                .orElse(null);
    }

    /** What was measured of it, and what could be. */
    public ReadOnlyObjectProperty<Believed> knownProperty() {
        return known.getReadOnlyProperty();
    }

    /** Runs the measurement. */
    JobRunner job() {
        return job;
    }

    /** Reads what is kept with the data set again; a run that ended meanwhile can be measured now. */
    public void read() {
        reading.forget();
        known.set(Believed.NOTHING);
        RunFolder folder = run.getValue();
        Path dataset = log.getValue();
        if (folder != null) {
            background.load(
                    reading,
                    ticket -> dataset == null ? Believed.of(folder) : Believed.of(folder, dataset),
                    known::set);
        } else if (dataset != null) {
            background.load(reading, ticket -> Believed.of(dataset), known::set);
        }
    }

    /** The family it is about. */
    String family() {
        return Optional.ofNullable(run.getValue())
                .flatMap(session::summary)
                .map(RunSummary::description)
                .map(description -> description.config().model().id())
                .orElse(ModelCatalog.first().id());
    }

    private String name() {
        return run.getValue() == null ? session.nameOfData(log.getValue()) : session.nameOf(run.getValue());
    }

    /** Goes on where an earlier measurement was cancelled. */
    void measure() {
        if (known.get().command().isEmpty() || ReadOnly.refuses(session, background)) {
            return;
        }
        String title = messages.text("explain.believed.job", name());
        job.start(
                Job.Kind.TRUST,
                known.get().effort(),
                title,
                "measurement.stage.",
                known.get().command(),
                line -> {});
    }

    /** Asks for a file and writes there what was found. */
    void save() {
        TrustReport report = known.get().report().orElseThrow();
        Locale language = messages.locale();
        saver.save(
                messages.text("explain.believed.save"),
                name() + " planted causes",
                () -> TrustPanels.of(report).page(List.of()).bytes("html", language),
                TrustPanels.of(report).drawing());
    }
}
