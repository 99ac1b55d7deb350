package dev.interestlens.question.five;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.interestlens.measurement.serving.FrontReport;
import java.util.List;

/**
 * The time to serve a request, on the machine that measured it.
 *
 * @param candidates of a request
 * @param within milliseconds that it may take
 * @param users whose catalogue was ranked
 * @param wallOverCpu wall time divided by CPU time
 * @param stages of requests with the longest history, family by family
 * @param points ways to serve
 * @param unchanged families in which 8-bit integers change nothing
 */
record ServingResult(
        int candidates,
        double within,
        int users,
        double wallOverCpu,
        List<Stages> stages,
        List<Point> points,
        List<String> unchanged) {
    /**
     * CPU milliseconds of each stage, medians.
     *
     * @param p99 of the whole request
     */
    record Stages(String family, int history, double[] p50, double p99) {
        double total() {
            double sum = 0;
            for (double each : p50) {
                sum += each;
            }
            return sum;
        }
    }

    /**
     * A way to serve. In JSON its quality is flattened.
     *
     * @param form {@code plain}: the user is computed for each candidate; {@code split}: once
     * @param front whether no other is at least as good and as fast
     */
    record Point(
            String family,
            int history,
            String form,
            String precision,
            @JsonUnwrapped Quality quality,
            double p50,
            double p99,
            boolean front) {}

    /**
     * How good it is.
     *
     * @param ndcg NDCG@10 among all items
     * @param low with high, 95 % of its mean over users
     */
    record Quality(double auc, double ndcg, double low, double high) {
        static Quality of(FrontReport.Quality measured) {
            return new Quality(measured.auc(), measured.ndcg10(), measured.ndcgLow(), measured.ndcgHigh());
        }
    }

    ServingResult {
        stages = List.copyOf(stages);
        points = List.copyOf(points);
        unchanged = List.copyOf(unchanged);
    }

    /** A point of a family in plain floats. */
    Point point(String family, int history, String form) {
        return points.stream()
                .filter(point -> point.family().equals(family)
                        && point.history() == history
                        && point.form().equals(form)
                        && point.precision().equals("float"))
                .findFirst()
                .orElseThrow();
    }

    List<String> families() {
        return stages.stream().map(Stages::family).toList();
    }

    int longest() {
        return points.stream().mapToInt(Point::history).max().orElseThrow();
    }

    int shortest() {
        return points.stream().mapToInt(Point::history).min().orElseThrow();
    }
}
