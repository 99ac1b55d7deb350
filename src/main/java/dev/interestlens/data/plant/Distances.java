package dev.interestlens.data.plant;

import dev.interestlens.data.Field;
import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.Schema;
import java.util.Arrays;
import java.util.SplittableRandom;

/** How many events lie between two neighbouring events of one category, as often as it is so in the log; at most 50. */
final class Distances {
    private static final int MAX = 50;

    private final double[] upTo = new double[MAX + 1];

    static Distances of(PreparedDataset data, LogItems log) {
        Distances distances = new Distances();
        int[] last = new int[data.schema().itemFields().get(Schema.CATEGORY).size()];
        for (int user = 0; user < log.users(); user++) {
            Arrays.fill(last, -1);
            for (int at = 0; at < log.length(user); at++) {
                int category = data.itemField(Schema.CATEGORY, log.item(user, at), 0);
                if (category >= Field.FIRST) {
                    if (last[category] >= 0 && at - last[category] <= MAX) {
                        distances.upTo[at - last[category]]++;
                    }
                    last[category] = at;
                }
            }
        }
        Arrays.parallelPrefix(distances.upTo, Double::sum);
        return distances;
    }

    /** One of 1 … max, or 1 where the log has none that small. */
    int draw(SplittableRandom random, int max) {
        double value = random.nextDouble() * upTo[Math.min(max, MAX)];
        for (int distance = 1; distance <= Math.min(max, MAX); distance++) {
            if (value < upTo[distance]) {
                return distance;
            }
        }
        return 1;
    }
}
