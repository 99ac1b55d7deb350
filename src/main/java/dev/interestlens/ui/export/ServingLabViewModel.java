package dev.interestlens.ui.export;

import dev.interestlens.figure.data.StackData;
import dev.interestlens.measurement.Measurements;
import dev.interestlens.measurement.latency.LatencyReport;
import dev.interestlens.measurement.latency.LatencyReport.Row;
import dev.interestlens.store.Json;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.ui.common.Session;
import dev.interestlens.ui.export.ExportViewModel.Task;
import dev.interestlens.workspace.Effort;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;

/** The serving latency of the open run, and what fits into a budget. */
public final class ServingLabViewModel {
    static final List<Integer> CANDIDATES = List.of(1, 10, 100, 1000, 10_000);
    static final List<Integer> LENGTHS = List.of(10, 50, 200, 1000, 10_000);

    private final ExportViewModel export;
    private final DoubleProperty budget = new SimpleDoubleProperty(this, "budget", 10);
    private final ObjectProperty<Integer> threads = new SimpleObjectProperty<>(this, "threads", 1);
    private final ObjectProperty<Integer> candidates = new SimpleObjectProperty<>(this, "candidates", 1000);
    private final ObjectProperty<Integer> length = new SimpleObjectProperty<>(this, "length", 200);
    private final ReadOnlyObjectWrapper<LatencyReport> report = new ReadOnlyObjectWrapper<>(this, "report");

    /** @param export with the measured run and the job */
    public ServingLabViewModel(ExportViewModel export) {
        this.export = export;
        session().runProperty().addListener(change -> report.set(null));
    }

    Session session() {
        return export.session();
    }

    ExportViewModel export() {
        return export;
    }

    /** Milliseconds that a request may take. */
    DoubleProperty budgetProperty() {
        return budget;
    }

    /** The last report of the open run, or null. */
    ReadOnlyObjectProperty<LatencyReport> reportProperty() {
        return report.getReadOnlyProperty();
    }

    /** The request with the most candidates, then the longest history, that fits into the budget. */
    Optional<Row> largest() {
        return Optional.ofNullable(report.get()).flatMap(now -> now.within(budget.get()));
    }

    /** The rows with the total of all stages, by candidates, then length. */
    List<Row> totals() {
        return report.get() == null ? List.of() : report.get().stage(LatencyReport.TOTAL);
    }

    /** The times with the budget as a line, as every surface draws them. */
    StackData bars() {
        StackData told = (StackData) Measurements.LATENCY
                .tell(Map.of(report.get().run(), report.get()))
                .panels()
                .get(0)
                .pictures()
                .get(0)
                .data();
        return told.withLimit(budget.get());
    }

    /** Threads of the runtime. */
    ObjectProperty<Integer> threadsProperty() {
        return threads;
    }

    /** The most candidates of a request. */
    ObjectProperty<Integer> candidatesProperty() {
        return candidates;
    }

    /** The longest history, at most the longest that the run's model reads. */
    ObjectProperty<Integer> lengthProperty() {
        return length;
    }

    /** Powers of two up to the processors of this machine. */
    static List<Integer> threadChoices(int processors) {
        return IntStream.iterate(1, each -> each <= processors, each -> 2 * each)
                .boxed()
                .toList();
    }

    private Effort effort() {
        RunFolder run = session().runProperty().get();
        String kind = Task.LATENCY + " " + threads.get() + " " + candidates.get() + " " + length.get();
        return Effort.ofPasses(kind, session().summaries(run == null ? List.of() : List.of(run)));
    }

    /** The words of the button that measures. */
    StringBinding offer(String key) {
        return export.estimates()
                .offer(key, this::effort, threads, candidates, length, session().runProperty());
    }

    void measure() {
        report.set(null);
        export.start(
                Task.LATENCY,
                effort(),
                session().nameOf(session().runProperty().get()),
                command(),
                line -> report.set(Json.read(line, LatencyReport.Done.class).report()));
    }

    /** Words of the command that measures with these settings; none without a run. */
    List<String> command() {
        if (!export.canExport().get()) {
            return List.of();
        }
        int longest = Math.min(read(), length.get());
        List<Integer> lengths = Stream.concat(LENGTHS.stream().filter(each -> each < longest), Stream.of(longest))
                .toList();
        return List.of(
                "latency",
                "--run",
                session().runProperty().get().path().toString(),
                "--candidates",
                joined(CANDIDATES.stream()
                        .filter(each -> each <= candidates.get())
                        .toList()),
                "--length",
                joined(lengths),
                "--threads",
                threads.get().toString());
    }

    /** The longest history that the run's model reads. */
    private int read() {
        return export.summary()
                .orElseThrow()
                .description()
                .config()
                .protocol()
                .history()
                .maxLength();
    }

    private static String joined(List<Integer> numbers) {
        return String.join(",", numbers.stream().map(String::valueOf).toList());
    }
}
