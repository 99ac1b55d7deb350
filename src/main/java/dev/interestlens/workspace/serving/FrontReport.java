package dev.interestlens.workspace.serving;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
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
 * @param unchanged precisions that change nothing in a model, and are no points of their own
 * @param wallOverCpu wall time over CPU time of all requests; NaN where there was no CPU time
 */
public record FrontReport(
        int candidates,
        int users,
        int rows,
        int runs,
        List<Point> points,
        List<Unchanged> unchanged,
        double wallOverCpu) {
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

        /** What it is called in files. */
        @JsonValue
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * A way to serve.
     *
     * @param path folder of the run
     * @param history the most behaviours that are read
     * @param ndcgLow with its high end 95 % of the mean over users
     * @param cpuP99 milliseconds
     * @param frontByAuc whether no other is at least as good in AUC and as fast, and better in one
     * @param frontByNdcg the same in NDCG@10
     * @param export what the command line is given to write this very point; the target is to be added
     */
    public record Point(
            String run,
            String path,
            String model,
            int history,
            String precision,
            Form form,
            double auc,
            double ndcg10,
            double ndcgLow,
            double ndcgHigh,
            double cpuP50,
            double cpuP99,
            boolean frontByAuc,
            boolean frontByNdcg,
            List<String> export) {
        public Point {
            export = List.copyOf(export);
        }

        private Point onFront(boolean byAuc, boolean byNdcg) {
            return new Point(
                    run, path, model, history, precision, form, auc, ndcg10, ndcgLow, ndcgHigh, cpuP50, cpuP99, byAuc,
                    byNdcg, export);
        }
    }

    /** A precision that changes nothing in the model of a run. */
    public record Unchanged(String run, String precision) {}

    /**
     * What a measurement says at its end.
     *
     * @param event {@code done}
     */
    public record Done(String event, FrontReport report) {}

    /** The same points, each told whether it is on the front. */
    static List<Point> marked(List<Point> points) {
        List<Point> marked = new ArrayList<>();
        for (Point point : points) {
            marked.add(point.onFront(!dominated(point, points, Point::auc), !dominated(point, points, Point::ndcg10)));
        }
        return marked;
    }

    private static boolean dominated(Point point, List<Point> points, ToDoubleFunction<Point> quality) {
        double own = quality.applyAsDouble(point);
        return points.stream().anyMatch(other -> {
            double theirs = quality.applyAsDouble(other);
            boolean noWorse = theirs >= own && other.cpuP99() <= point.cpuP99();
            return noWorse && (theirs > own || other.cpuP99() < point.cpuP99());
        });
    }
}
