package dev.interestlens.measurement.gate;

import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.protocol.Sample;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.explain.words.Text;
import dev.interestlens.metric.KeptRanking;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** The users with the greatest losses and gains, the greatest first. */
public record Examples(List<Gate.Example> losses, List<Gate.Example> gains) {
    public Examples {
        losses = List.copyOf(losses);
        gains = List.copyOf(gains);
    }

    /** A user at one of the user's events. */
    private record Place(int user, int position) {}

    static Examples of(SampleSet samples, KeptRanking before, KeptRanking after, double[] differences) {
        return new Examples(of(samples, before, after, differences, 1), of(samples, before, after, differences, -1));
    }

    /**
     * Users whose true item ranks lower or higher, the greatest loss or gain first; of a user the entry with the greatest one. Equal differences are
     * ordered by the ratio of ranks.
     *
     * @param sign 1 for losses, −1 for gains
     */
    private static List<Gate.Example> of(
            SampleSet samples, KeptRanking before, KeptRanking after, double[] differences, int sign) {
        Set<Integer> users = new HashSet<>();
        Map<Place, Integer> rows = rows(samples);
        return IntStream.range(0, before.size())
                .boxed()
                .filter(entry -> sign * moved(before, after, entry) < 0)
                .sorted(Comparator.<Integer>comparingDouble(entry -> sign * differences[entry])
                        .thenComparingDouble(entry -> sign * moved(before, after, entry)))
                .filter(entry -> users.add(before.users()[entry]))
                .limit(Gate.EXAMPLES)
                .map(entry -> example(samples.data(), rows, before, after, entry, differences[entry]))
                .toList();
    }

    private static double moved(KeptRanking before, KeptRanking after, int entry) {
        return Math.log(before.rank(entry).expected() / after.rank(entry).expected());
    }

    private static Map<Place, Integer> rows(SampleSet samples) {
        Map<Place, Integer> rows = new HashMap<>();
        float[] labels = samples.labels(Part.TEST);
        for (int row = 0; row < labels.length; row += samples.group(Part.TEST)) {
            if (labels[row] == 1) {
                Sample sample = samples.sample(Part.TEST, row);
                rows.put(new Place(sample.user(), sample.position()), row);
            }
        }
        return rows;
    }

    private static Gate.Example example(
            PreparedDataset data,
            Map<Place, Integer> rows,
            KeptRanking before,
            KeptRanking after,
            int entry,
            double difference) {
        int user = before.users()[entry];
        int item = before.items()[entry];
        return new Gate.Example(
                data.userKey(user),
                rows.get(new Place(user, before.positions()[entry])),
                new Text(data.itemTitle(item, Locale.ENGLISH), data.itemTitle(item, Locale.CHINESE)),
                before.rank(entry).expected(),
                after.rank(entry).expected(),
                difference);
    }
}
