package dev.interestlens.ui.explain.engine;

import dev.interestlens.explain.look.SimilarPredictions;
import dev.interestlens.ui.common.Background;
import dev.interestlens.ui.common.Background.Lane;
import dev.interestlens.ui.common.LatestRequest;
import dev.interestlens.ui.explain.query.Predictions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;

/**
 * Finds predictions that are similar for the model, among at most some thousands spread over the test part; in chunks, so that clicks are handled in
 * between.
 */
public final class LikeSearch {
    private static final int MAX = 4_096;
    private static final int FOUND = 30;

    private final Background background;
    private final ExplainEngine engine;
    private final Runnable done;
    private final LatestRequest searching = new LatestRequest();
    private final List<Integer> rows = new ArrayList<>();
    private final List<float[]> vectors = new ArrayList<>();
    private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper(this, "fraction", -1);
    private Predictions of;

    /** @param done called after a search, on the FX thread */
    public LikeSearch(Background background, ExplainEngine engine, Runnable done) {
        this.background = background;
        this.engine = engine;
        this.done = done;
    }

    /** Progress of a search, 0 … 1, or −1 where there is none. */
    public ReadOnlyDoubleProperty fractionProperty() {
        return fraction.getReadOnlyProperty();
    }

    public void forget() {
        searching.forget();
        rows.clear();
        vectors.clear();
        of = null;
        fraction.set(-1);
    }

    /** Searches them unless they are known. */
    public void find(Predictions all, int row) {
        if (row >= all.size() || !all.alike(row).isEmpty()) {
            return;
        }
        if (of != all) {
            forget();
            of = all;
            int most = Math.min(MAX, all.size());
            IntStream.range(0, most)
                    .map(i -> (int) ((long) i * all.size() / most))
                    .forEach(rows::add);
        }
        if (!rows.contains(row)) {
            rows.add(row);
        }
        go(all, row);
    }

    private void go(Predictions all, int row) {
        int from = vectors.size();
        fraction.set((double) from / rows.size());
        if (from == rows.size()) {
            List<Integer> places = List.copyOf(rows);
            List<float[]> known = List.copyOf(vectors);
            background.load(
                    searching, ticket -> SimilarPredictions.nearest(known, places.indexOf(row), FOUND), nearest -> {
                        fraction.set(-1);
                        all.alike(row, nearest.stream().map(places::get).toList());
                        done.run();
                    });
            return;
        }
        int[] next = rows.subList(from, Math.min(rows.size(), from + ExplainEngine.MEASURED)).stream()
                .mapToInt(Integer::intValue)
                .toArray();
        background.run(Lane.ENGINE, searching, ticket -> engine.interests(next), found -> {
            if (found.isEmpty()) {
                fraction.set(-1);
                return;
            }
            vectors.addAll(List.of(found.get()));
            go(all, row);
        });
    }
}
