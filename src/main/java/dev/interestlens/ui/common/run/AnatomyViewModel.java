package dev.interestlens.ui.common.run;

import dev.interestlens.explain.anatomy.Anatomy;
import dev.interestlens.metric.RankMetric;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.ui.common.Background;
import dev.interestlens.ui.common.Job;
import dev.interestlens.ui.common.Session;
import dev.interestlens.workspace.Effort;
import dev.interestlens.workspace.compare.RunAnatomy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import javafx.collections.ObservableSet;

/** What figures of runs are made of: as kept in their folders, or measured in a child process. */
public final class AnatomyViewModel {
    private final Session session;
    private final Background background;
    private final JobRunner job;
    private final ObservableMap<RunFolder, Anatomy> measured = FXCollections.observableHashMap();
    private final ObservableSet<RunFolder> outdated = FXCollections.observableSet();
    private final ObjectProperty<RankMetric> metric = new SimpleObjectProperty<>(this, "metric", RankMetric.AUC);

    public AnatomyViewModel(Session session, Background background, JobRunner job) {
        this.session = session;
        this.background = background;
        this.job = job;
        OtherWeights.call(session, run -> {
            if (measured.containsKey(run)) {
                read(List.of(run));
            }
        });
    }

    /** What is known, by run. */
    ObservableMap<RunFolder, Anatomy> measured() {
        return measured;
    }

    /** Those that were measured by a rule of before alone. */
    ObservableSet<RunFolder> outdated() {
        return outdated;
    }

    /** The metric that is shown. */
    ObjectProperty<RankMetric> metricProperty() {
        return metric;
    }

    /** Runs the measurement. */
    JobRunner job() {
        return job;
    }

    /** The known ones of some runs, by name. */
    Map<String, Anatomy> of(List<RunFolder> runs) {
        Map<String, Anatomy> named = new LinkedHashMap<>();
        runs.stream().filter(measured::containsKey).forEach(run -> named.put(session.nameOf(run), measured.get(run)));
        return named;
    }

    /** Reads what is kept in the folders of runs; weights that changed since leave nothing. */
    void read(List<RunFolder> runs) {
        for (RunFolder run : runs) {
            background.load(
                    ticket -> RunAnatomy.kept(run),
                    found -> found.ifPresentOrElse(each -> measured.put(run, each), () -> measured.remove(run)));
            background.load(ticket -> RunAnatomy.isOutdated(run), old -> {
                if (old) {
                    outdated.add(run);
                } else {
                    outdated.remove(run);
                }
            });
        }
    }

    private List<RunFolder> unknown(List<RunFolder> chosen) {
        return chosen.stream().filter(run -> !measured.containsKey(run)).toList();
    }

    /** What measuring those of the runs that are not known costs. */
    Effort effort(List<RunFolder> chosen) {
        return Effort.ofPasses(Job.Kind.ANATOMY.name(), session.summaries(unknown(chosen)));
    }

    /** Measures those of the runs that are not known, on their test parts, by every metric. */
    void measure(List<RunFolder> chosen) {
        List<RunFolder> runs = unknown(chosen);
        List<String> arguments = new ArrayList<>(List.of("anatomy"));
        runs.forEach(run -> arguments.addAll(List.of("--run", run.path().toString())));
        for (RankMetric each : RankMetric.values()) {
            arguments.addAll(List.of("--metric", each.id()));
        }
        job.start(
                Job.Kind.ANATOMY,
                effort(chosen),
                runs.stream().map(session::nameOf).collect(Collectors.joining(", ")),
                "anatomy.stage.",
                arguments,
                line -> read(runs));
    }
}
