package dev.interestlens.ui.export;

import dev.interestlens.measurement.serving.FrontReport;
import dev.interestlens.measurement.serving.FrontReport.Point;
import dev.interestlens.store.Json;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.ui.common.run.OtherWeights;
import dev.interestlens.ui.export.ExportViewModel.Task;
import dev.interestlens.workspace.Effort;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/** Quality against latency of ways to serve the open run, and other runs of its data. */
public final class FrontViewModel {
    /** The quality metric. */
    enum Metric {
        NDCG10,
        AUC;

        double of(Point point) {
            return this == AUC ? point.quality().auc() : point.quality().ndcg10();
        }

        boolean front(Point point) {
            return this == AUC ? point.front().frontByAuc() : point.front().frontByNdcg();
        }
    }

    private final ExportViewModel export;
    private final BooleanProperty others = new SimpleBooleanProperty(this, "others");
    private final ObjectProperty<Metric> metric = new SimpleObjectProperty<>(this, "metric", Metric.NDCG10);
    private final ObjectProperty<Point> chosen = new SimpleObjectProperty<>(this, "chosen");
    private final ReadOnlyObjectWrapper<FrontReport> report = new ReadOnlyObjectWrapper<>(this, "report");

    public FrontViewModel(ExportViewModel export) {
        this.export = export;
        export.session().runProperty().addListener(change -> {
            report.set(null);
            chosen.set(null);
        });
        OtherWeights.call(export.session(), run -> {
            if (isMeasured(run)) {
                report.set(null);
                chosen.set(null);
            }
        });
    }

    private boolean isMeasured(RunFolder run) {
        return report.get() != null
                && report.get().points().stream()
                        .anyMatch(
                                point -> point.served().path().equals(run.path().toString()));
    }

    ExportViewModel export() {
        return export;
    }

    /** Whether other runs of the same data are measured too. */
    BooleanProperty othersProperty() {
        return others;
    }

    ObjectProperty<Metric> metricProperty() {
        return metric;
    }

    /** The point that was clicked, or null. */
    ObjectProperty<Point> chosenProperty() {
        return chosen;
    }

    /** The last report, or null. */
    ReadOnlyObjectProperty<FrontReport> reportProperty() {
        return report.getReadOnlyProperty();
    }

    /** Points on the Pareto front of a run, the fastest first. */
    List<Point> front(String path) {
        return points(path, true);
    }

    /** Dominated points of all runs. */
    List<Point> dominated() {
        return points(null, false);
    }

    private List<Point> points(String path, boolean front) {
        return Optional.ofNullable(report.get()).map(FrontReport::points).orElse(List.of()).stream()
                .filter(point -> metric.get().front(point) == front
                        && (path == null || point.served().path().equals(path)))
                .sorted((a, b) -> Double.compare(a.cpu().cpuP99(), b.cpu().cpuP99()))
                .toList();
    }

    private List<RunFolder> runs() {
        RunFolder folder = export.session().runProperty().get();
        return others.get() ? export.comparable() : folder == null ? List.of() : List.of(folder);
    }

    private Effort effort() {
        return Effort.ofPasses(Task.FRONT.name(), export.session().summaries(runs()));
    }

    /** The words of the button that measures. */
    StringBinding offer(String key) {
        return export.estimates()
                .offer(key, this::effort, others, export.session().runProperty());
    }

    void measure() {
        RunFolder folder = export.session().runProperty().get();
        report.set(null);
        chosen.set(null);
        List<String> arguments = new ArrayList<>(List.of("pareto", "--precision", "float,int8"));
        List<RunFolder> runs = runs();
        runs.forEach(run -> arguments.addAll(List.of("--run", run.path().toString())));
        export.start(
                Task.FRONT,
                effort(),
                export.session().nameOf(folder),
                arguments,
                line -> measured(Json.read(line, FrontReport.Done.class).report()));
    }

    void measured(FrontReport now) {
        report.set(now);
    }

    void exportChosen() {
        export.export(chosen.get());
    }
}
