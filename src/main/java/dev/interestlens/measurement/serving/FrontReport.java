package dev.interestlens.measurement.serving;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.interestlens.store.EnumNames;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Quality against time of several ways to serve the same data.
 *
 * @param candidates of a timed request
 * @param users whose catalogue was ranked
 * @param rows of the test part that AUC is over
 * @param runs timed requests of each point
 * @param points each measured
 * @param unchanged precisions that change nothing in a model, and so have no points
 * @param wallOverCpu wall time over CPU time of all requests; NaN where there was no CPU time
 * @param cpuMillis CPU time of all requests
 */
public record FrontReport(
        int candidates,
        int users,
        int rows,
        int runs,
        List<Point> points,
        List<Unchanged> unchanged,
        double wallOverCpu,
        @JsonProperty(required = true) double cpuMillis) {
    public FrontReport {
        points = List.copyOf(points);
        unchanged = List.copyOf(unchanged);
    }

    /** How a request is computed. */
    public enum Form {
        /** One graph; the user's side is repeated for each candidate. */
        PLAIN,
        /** Two graphs: the user first, then the candidates. */
        SPLIT;

        /** Its name in files. */
        @JsonValue
        public String word() {
            return EnumNames.lower(this);
        }
    }

    /**
     * A way to serve. In JSON its parts are flattened.
     *
     * @param export arguments of the command that exports this point, without the target
     */
    public record Point(
            @JsonUnwrapped Served served,
            @JsonUnwrapped Quality quality,
            @JsonUnwrapped Cpu cpu,
            @JsonUnwrapped Front front,

            @JsonPropertyDescription("The command that writes this point")
            List<String> export) {
        public Point {
            export = List.copyOf(export);
        }
    }

    /**
     * What is served.
     *
     * @param run its name
     * @param path folder of the run
     * @param model its family
     * @param history the most behaviours that are read
     */
    public record Served(String run, String path, String model, int history, String precision, Form form) {}

    /** @param ndcgLow with its high end 95 % of the mean over users */
    public record Quality(double auc, double ndcg10, double ndcgLow, double ndcgHigh) {}

    /** CPU time of a request, milliseconds: the median, and what 99 of 100 do not exceed. */
    public record Cpu(
            @JsonProperty(required = true) double cpuP50,
            @JsonProperty(required = true) double cpuP99) {}

    /**
     * Whether a point is on the front.
     *
     * @param frontByAuc whether no other is at least as good in AUC and as fast, and better in one
     * @param frontByNdcg the same in NDCG@10
     */
    public record Front(boolean frontByAuc, boolean frontByNdcg) {
        static final Front UNKNOWN = new Front(false, false);
    }

    /** A precision that changes nothing in the model of a run. */
    public record Unchanged(String run, String precision) {}

    /**
     * The last line of a measurement.
     *
     * @param event {@code done}
     */
    public record Done(String event, FrontReport report) {}

    /** Those of several runs as one, in which points of one run can be ahead of those of another. */
    public static FrontReport together(Collection<FrontReport> reports) {
        FrontReport last = List.copyOf(reports).get(reports.size() - 1);
        double cpu = reports.stream().mapToDouble(FrontReport::cpuMillis).sum();
        double wall = reports.stream()
                .filter(each -> each.cpuMillis() > 0)
                .mapToDouble(each -> each.wallOverCpu() * each.cpuMillis())
                .sum();
        return new FrontReport(
                last.candidates(),
                last.users(),
                last.rows(),
                last.runs(),
                marked(reports.stream().flatMap(each -> each.points().stream()).toList()),
                reports.stream().flatMap(each -> each.unchanged().stream()).toList(),
                cpu > 0 ? wall / cpu : Double.NaN,
                cpu);
    }

    /** The same points with their fronts. */
    static List<Point> marked(List<Point> points) {
        List<Point> marked = new ArrayList<>();
        for (Point point : points) {
            Front front =
                    new Front(!dominated(point, points, Quality::auc), !dominated(point, points, Quality::ndcg10));
            marked.add(new Point(point.served(), point.quality(), point.cpu(), front, point.export()));
        }
        return marked;
    }

    private static boolean dominated(Point point, List<Point> points, ToDoubleFunction<Quality> quality) {
        double own = quality.applyAsDouble(point.quality());
        double time = point.cpu().cpuP99();
        return points.stream().anyMatch(other -> {
            double theirs = quality.applyAsDouble(other.quality());
            boolean noWorse = theirs >= own && other.cpu().cpuP99() <= time;
            return noWorse && (theirs > own || other.cpu().cpuP99() < time);
        });
    }
}
