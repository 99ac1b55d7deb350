package dev.interestlens.ui.common.run;

import dev.interestlens.explain.words.Text;
import dev.interestlens.export.report.MeasurementReport;
import dev.interestlens.measurement.Findings;
import dev.interestlens.measurement.Findings.Found;
import dev.interestlens.measurement.Measurement;
import dev.interestlens.measurement.Measurement.Subject;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.ui.common.Background;
import dev.interestlens.ui.common.Job;
import dev.interestlens.ui.common.ReadOnly;
import dev.interestlens.ui.common.Session;
import dev.interestlens.ui.common.file.ReportSaver;
import dev.interestlens.workspace.Effort;
import dev.interestlens.workspace.RunSummary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import javafx.collections.ObservableSet;

/** What one measurement found of runs: as it is kept, or measured in a child process. */
public final class MeasurementViewModel<R> {
    private final Measurement<?, R> measurement;
    private final Session session;
    private final Background background;
    private final JobRunner job;
    private final ReportSaver saver;
    private final ObservableMap<List<RunFolder>, Found<R>> measured = FXCollections.observableHashMap();
    private final ObservableMap<RunFolder, Text> outdated = FXCollections.observableHashMap();
    private final ObjectProperty<String> panel = new SimpleObjectProperty<>(this, "panel", "");

    public MeasurementViewModel(Services services, Measurement<?, R> measurement) {
        this(
                services.session(),
                services.background(),
                services.runner(),
                new ReportSaver(
                        services.background(),
                        services.messages(),
                        services.dialogs(),
                        services.session().savedProperty()::set),
                measurement);
    }

    public MeasurementViewModel(
            Session session, Background background, JobRunner job, ReportSaver saver, Measurement<?, R> measurement) {
        this.session = session;
        this.background = background;
        this.job = job;
        this.saver = saver;
        this.measurement = measurement;
        OtherWeights.call(session, run -> List.copyOf(measured.keySet()).stream()
                .filter(runs -> runs.contains(run))
                .forEach(this::read));
    }

    public Measurement<?, R> measurement() {
        return measurement;
    }

    /** What is known, by run; where runs are measured together, by all of them. */
    public ObservableMap<List<RunFolder>, Found<R>> measured() {
        return measured;
    }

    /** Why what was kept of a run does not count any more, by run. */
    ObservableMap<RunFolder, Text> outdated() {
        return outdated;
    }

    /** The name of the panel that is shown. */
    ObjectProperty<String> panelProperty() {
        return panel;
    }

    /** Runs the measurement. */
    public JobRunner job() {
        return job;
    }

    /** Whether it is measured of one run at a time. */
    boolean isOfOne() {
        return !measurement.subject().isMany();
    }

    /** Ids of what is open. */
    ObservableSet<String> opened() {
        return session.opened();
    }

    String nameOf(RunFolder run) {
        return session.nameOf(run);
    }

    private String nameOf(List<RunFolder> runs) {
        return runs.stream().map(session::nameOf).collect(Collectors.joining(", "));
    }

    /** The name of one, how many there are of several: their names would be cut in the status bar of a narrow window. */
    private String brief(List<RunFolder> runs) {
        return runs.size() == 1 ? session.nameOf(runs.get(0)) : job.text("measurement.runs", runs.size());
    }

    /** What has a result of its own: each of some runs, or all of them together. */
    List<List<RunFolder>> cases(List<RunFolder> runs) {
        boolean together = measurement.subject() == Subject.RUNS_TOGETHER;
        return !together ? runs.stream().map(List::of).toList() : runs.size() < 2 ? List.of() : List.of(runs);
    }

    /** The known ones of some runs, by name. */
    Map<String, R> of(List<RunFolder> runs) {
        Map<String, R> named = new LinkedHashMap<>();
        cases(runs).stream()
                .filter(measured::containsKey)
                .forEach(each -> named.put(nameOf(each), measured.get(each).result()));
        return named;
    }

    /** Whether there is nothing to measure of some runs: none, or all is known. */
    boolean isKnown(List<RunFolder> runs) {
        return cases(runs).isEmpty() || !isOfOne() && measured.keySet().containsAll(cases(runs));
    }

    /** What is told of those of some runs that are known, and that can be told beside the first of them; empty where none is. */
    Optional<MeasurementReport> report(List<RunFolder> runs) {
        return Optional.of(of(comparable(runs)))
                .filter(known -> !known.isEmpty())
                .map(measurement::tell);
    }

    private List<RunFolder> comparable(List<RunFolder> runs) {
        if (measurement.subject() == Subject.RUNS_TOGETHER) {
            return runs;
        }
        List<RunFolder> known =
                runs.stream().filter(run -> measured.containsKey(List.of(run))).toList();
        return known.stream()
                .filter(run -> measurement.isComparable(session.summaries(List.of(known.get(0), run)).stream()
                        .map(RunSummary::description)
                        .toList()))
                .toList();
    }

    /** Reads what is kept of runs; weights that changed since leave nothing. */
    void read(List<RunFolder> runs) {
        cases(runs).forEach(each -> read(each, () -> {}));
        for (RunFolder run : runs) {
            background.load(
                    ticket -> measurement.outdated(run),
                    why -> why.ifPresentOrElse(words -> outdated.put(run, words), () -> outdated.remove(run)));
        }
    }

    /**
     * Reads what is kept of what has one result.
     *
     * @param none what is done where nothing is kept
     */
    public void read(List<RunFolder> one, Runnable none) {
        background.load(
                ticket -> measurement.kept(one).map(found -> Found.of(one, found)),
                found -> found.ifPresentOrElse(each -> measured.put(one, each), () -> {
                    measured.remove(one);
                    none.run();
                }));
    }

    private List<RunFolder> unknown(List<RunFolder> chosen) {
        return isOfOne()
                ? chosen
                : cases(chosen).stream()
                        .filter(each -> !measured.containsKey(each))
                        .flatMap(List::stream)
                        .toList();
    }

    /** What measuring those of the runs that are not known costs. */
    public Effort effort(List<RunFolder> chosen) {
        return measurement.effort(session.summaries(unknown(chosen)));
    }

    /** Measures those of the runs that are not known; one that is known is measured anew where one is measured at a time. */
    public void measure(List<RunFolder> chosen) {
        if (measurement.subject() == Subject.DATA && ReadOnly.refuses(session, background)) {
            return;
        }
        List<RunFolder> runs = unknown(chosen);
        job.start(
                Job.Kind.MEASUREMENT,
                effort(chosen),
                brief(runs),
                "measurement.stage.",
                measurement.command(runs),
                line -> read(runs));
    }

    /** Asks for a file and writes there what is known of some runs. */
    public void save(List<RunFolder> runs, Locale language) {
        Findings<R> findings = new Findings<>(
                measurement, cases(comparable(runs)).stream().map(measured::get).toList());
        String names = runs.stream().map(session::nameOf).collect(Collectors.joining(" "));
        saver.save(
                measurement.words("name").in(language),
                names + " " + measurement.id(),
                MeasurementReport.ENDINGS,
                findings.report().drawing(),
                findings::bytes);
    }
}
