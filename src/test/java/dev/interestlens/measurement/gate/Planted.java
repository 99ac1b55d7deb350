package dev.interestlens.measurement.gate;

import dev.interestlens.data.protocol.Catalogue;
import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.metric.FullRanking;
import dev.interestlens.metric.KeptRanking;
import dev.interestlens.metric.RankingMetric;
import dev.interestlens.train.EngineInverse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;

/** Rankings whose differences are known. */
final class Planted {
    private Planted() {}

    /** The ranking by co-occurrence, which needs no training. */
    static KeptRanking neighbours(SampleSet samples) {
        Catalogue catalogue = new Catalogue(samples);
        List<Catalogue.Query> all =
                catalogue.queries(Part.TEST, Integer.MAX_VALUE).all();
        List<FullRanking.Rank> ranks = new ArrayList<>();
        List<int[]> best = new ArrayList<>();
        int[] ranked = new int[all.size()];
        for (Catalogue.Query query : all) {
            boolean[] open = catalogue.open(query);
            float[] scores = catalogue.neighbours(samples.neighbours(new EngineInverse()), query);
            ranked[ranks.size()] = FullRanking.rank(new float[open.length], query.truth(), open)
                    .tied();
            ranks.add(FullRanking.rank(scores, query.truth(), open));
            best.add(Arrays.stream(FullRanking.best(scores, open, 10))
                    .map(catalogue::item)
                    .toArray());
        }
        return new KeptRanking(
                all.stream().mapToInt(Catalogue.Query::user).toArray(),
                all.stream().mapToInt(Catalogue.Query::position).toArray(),
                all.stream().mapToInt(query -> catalogue.item(query.truth())).toArray(),
                ranks.stream().mapToInt(FullRanking.Rank::better).toArray(),
                ranks.stream().mapToInt(FullRanking.Rank::tied).toArray(),
                ranked,
                best.toArray(int[][]::new));
    }

    private static KeptRanking with(KeptRanking ranking, int[] better) {
        return new KeptRanking(
                ranking.users(),
                ranking.positions(),
                ranking.items(),
                better,
                ranking.tied(),
                ranking.ranked(),
                ranking.best());
    }

    private static KeptRanking moved(KeptRanking ranking, BitSet entries, double factor) {
        int[] better = ranking.better().clone();
        entries.stream()
                .forEach(entry -> better[entry] = (int) Math.min(
                        ranking.ranked()[entry] - ranking.tied()[entry],
                        Math.floor((ranking.better()[entry] + 1) * factor - 1)));
        return with(ranking, better);
    }

    static double ndcg(KeptRanking ranking, BitSet entries) {
        double[] values = ranking.values(RankingMetric.NDCG10);
        return entries.stream().mapToDouble(entry -> values[entry]).average().orElse(Double.NaN);
    }

    /** Their true items fall by a common factor of the rank, chosen so that NDCG@10 falls by about the loss. */
    static KeptRanking lowered(KeptRanking ranking, BitSet entries, double loss) {
        double before = ndcg(ranking, entries);
        double least = 1;
        double most = 1000;
        for (int step = 0; step < 40; step++) {
            double middle = Math.sqrt(least * most);
            if (before - ndcg(moved(ranking, entries, middle), entries) < loss) {
                least = middle;
            } else {
                most = middle;
            }
        }
        return moved(ranking, entries, most);
    }

    /** Each true item moves up or down by a factor of the rank, as another seed moves it. */
    static KeptRanking shuffled(KeptRanking ranking, long seed) {
        Random random = new Random(seed);
        int[] better = ranking.better().clone();
        for (int entry = 0; entry < better.length; entry++) {
            better[entry] = (int) Math.min(
                    ranking.ranked()[entry] - ranking.tied()[entry],
                    Math.floor((better[entry] + 1) * Math.exp(random.nextGaussian() / 2) - 0.5));
            better[entry] = Math.max(0, better[entry]);
        }
        return with(ranking, better);
    }
}
