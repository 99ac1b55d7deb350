package dev.interestlens.measurement.ageing;

import dev.interestlens.data.protocol.Catalogue;
import dev.interestlens.data.protocol.Neighbours;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.data.protocol.Trend;
import dev.interestlens.metric.CatalogueRanking;
import dev.interestlens.metric.FullRanking;
import dev.interestlens.model.CatalogueScorer;
import dev.interestlens.train.EngineInverse;
import dev.interestlens.workspace.OpenRun;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;

/**
 * NDCG@10 of each asked event of each later slice, by the model of one cut and by what is simpler, made of the same events.
 *
 * @param slices one map for each slice from the cut on: the values by the name of who ranks; an item that is not known has 0
 * @param known for each slice, whether the item of each asked event is known at the cut: 1 or 0
 */
record CutScores(List<Map<String, double[]>> slices, List<double[]> known) {
    static final String MODEL = "model";
    static final String POPULARITY = "popularity";

    /** @param asked of each later slice */
    static CutScores of(OpenRun run, List<List<Slices.Asked>> asked, DoubleConsumer done) {
        SampleSet samples = run.samples();
        Catalogue catalogue = new Catalogue(samples);
        float[] popularity = catalogue.popularity();
        Neighbours neighbours = samples.neighbours(new EngineInverse());
        Trend trend = samples.trend().orElseThrow();
        List<Map<String, double[]>> slices = new ArrayList<>();
        List<double[]> known = new ArrayList<>();
        try (CatalogueScorer scorer = run.model().catalogue(catalogue.batch())) {
            for (List<Slices.Asked> slice : asked) {
                Map<String, double[]> values = new LinkedHashMap<>();
                for (String name : List.of(MODEL, CatalogueRanking.TREND, CatalogueRanking.NEIGHBOURS, POPULARITY)) {
                    values.put(name, new double[slice.size()]);
                }
                double[] there = new double[slice.size()];
                for (int i = 0; i < there.length; i++) {
                    done.accept((slices.size() + (double) i / there.length) / asked.size());
                    int place = catalogue.place(slice.get(i).item());
                    if (place >= 0) {
                        Catalogue.Query query = new Catalogue.Query(
                                slice.get(i).user(), slice.get(i).position(), place);
                        boolean[] open = catalogue.open(query);
                        float[] logits = scorer.logits(catalogue.sample(query), () -> false)
                                .orElseThrow();
                        values.get(MODEL)[i] = ndcg(logits, place, open);
                        values.get(CatalogueRanking.TREND)[i] = ndcg(trend.of(catalogue, query), place, open);
                        values.get(CatalogueRanking.NEIGHBOURS)[i] =
                                ndcg(catalogue.neighbours(neighbours, query), place, open);
                        values.get(POPULARITY)[i] = ndcg(popularity, place, open);
                        there[i] = 1;
                    }
                }
                slices.add(values);
                known.add(there);
            }
        }
        return new CutScores(slices, known);
    }

    private static double ndcg(float[] scores, int truth, boolean[] open) {
        FullRanking one = new FullRanking(new int[1], List.of(FullRanking.rank(scores, truth, open)));
        return FullRanking.mean(one.ndcg(CatalogueRanking.TOP)).orNaN();
    }
}
