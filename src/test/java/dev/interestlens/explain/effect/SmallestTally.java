package dev.interestlens.explain.effect;

import dev.interestlens.data.protocol.Part;
import dev.interestlens.explain.look.Impression;
import dev.interestlens.explain.look.Scores;
import dev.interestlens.measurement.quality.RunExplainer;
import dev.interestlens.store.ArrayFill;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.workspace.OpenRun;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Smallest changes of choices of the test part beside those of a greedy search: {@code SmallestTally ROWS SHARE RUN…}, where the threshold is that share of
 * the row's own score. Milliseconds are of the
 * processor, so that it may be asked while the machine does other things. It takes minutes and is no test.
 */
public final class SmallestTally {
    private int rows;
    private int found;
    private int proven;
    private int ways;
    private int sizes;
    private int greedy;
    private int greedyLarger;
    private int greedySizes;
    private long nanos;
    private long greedyNanos;

    private SmallestTally() {}

    public static void main(String... args) {
        for (int k = 2; k < args.length; k++) {
            try (OpenRun run = OpenRun.best(new RunFolder(Path.of(args[k])));
                    RunExplainer explainer = new RunExplainer(run)) {
                SmallestTally tally = new SmallestTally();
                int all = run.samples().size(Part.TEST);
                for (int row = 0; row < all && tally.rows < Integer.parseInt(args[0]); row++) {
                    Impression impression = explainer.impressions().of(Part.TEST, row);
                    if (impression.behaviours() > 0 && impression.label() > 0.5) {
                        tally.add(run, impression, Double.parseDouble(args[1]));
                    }
                }
                System.out.printf(
                        Locale.ROOT,
                        "%s: %d rows, %d found (%d proven), mean size %.2f, %.1f sets of that size; greedy finds %d, larger in %d, mean size %.2f; %.0f ms a row, greedy %.0f%n",
                        args[k],
                        tally.rows,
                        tally.found,
                        tally.proven,
                        tally.sizes / (double) tally.found,
                        tally.ways / (double) tally.found,
                        tally.greedy,
                        tally.greedyLarger,
                        tally.greedySizes / (double) tally.greedy,
                        tally.nanos / 1e6 / tally.rows,
                        tally.greedyNanos / 1e6 / tally.rows);
            }
        }
    }

    private static long spent() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private void add(OpenRun run, Impression impression, double share) {
        double threshold = share * Scores.sigmoid(run.model().logits(impression.batch())[0]);
        boolean[] all = ArrayFill.flags(impression.behaviours(), j -> true);
        long from = spent();
        SmallestSets.Found best = SmallestChange.find(run.model(), impression, all, threshold, () -> false)
                .orElseThrow()
                .found();
        long between = spent();
        nanos += between - from;
        int steps = SmallestChange.find(run.model(), impression, all, threshold, 0, () -> false)
                .orElseThrow()
                .found()
                .size();
        greedyNanos += spent() - between;
        rows++;
        if (best.size() > 0) {
            found++;
            proven += best.proven() ? 1 : 0;
            ways += best.sets().size();
            sizes += best.size();
            greedy += steps > 0 ? 1 : 0;
            greedySizes += steps;
            greedyLarger += steps > best.size() ? 1 : 0;
        }
    }
}
