package dev.interestlens.ui.explain;

import dev.interestlens.explain.view.CategoryMap;
import dev.interestlens.filter.Suggestions;
import dev.interestlens.ui.common.Background;
import dev.interestlens.ui.common.Background.Lane;
import dev.interestlens.ui.common.LatestRequest;
import dev.interestlens.ui.control.Changes;
import dev.interestlens.ui.explain.engine.ExplainEngine;
import dev.interestlens.ui.explain.engine.LikeSearch;
import dev.interestlens.ui.explain.query.Facets;
import dev.interestlens.ui.explain.query.PredictionFilter;
import dev.interestlens.ui.explain.query.PredictionOrder;
import dev.interestlens.ui.explain.query.Predictions;
import dev.interestlens.ui.explain.query.RowList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The predictions of the open run: scored in chunks, filtered and sorted off the FX thread, and measured on demand. */
final class TableViewModel {
    /** Number of scores that is enough to choose the first prediction to show. */
    static final int ENOUGH_SCORES = 4 * ExplainEngine.ROWS;

    private static final int ANEW = 4_096;

    private final Background background;
    private final ExplainEngine engine;
    private final LatestRequest scoring = new LatestRequest();
    private final LatestRequest measuring = new LatestRequest();
    private final LatestRequest ordering = new LatestRequest();
    private final RowList rows = new RowList();
    private final StringProperty filter = new SimpleStringProperty(this, "filter", "");
    private final ObjectProperty<PredictionOrder> order = new SimpleObjectProperty<>(
            this, "order", new PredictionOrder(PredictionOrder.Column.SCORE, true, Locale.ENGLISH));
    private final BooleanProperty measures = new SimpleBooleanProperty(this, "measures");
    private final BooleanProperty further = new SimpleBooleanProperty(this, "further");
    private final ReadOnlyObjectWrapper<Predictions> predictions = new ReadOnlyObjectWrapper<>(this, "predictions");
    private final ReadOnlyObjectWrapper<Facets> facets = new ReadOnlyObjectWrapper<>(this, "facets", Facets.NONE);
    private final BooleanProperty facetsShown = new SimpleBooleanProperty(this, "facetsShown");
    private final ReadOnlyIntegerWrapper scored = new ReadOnlyIntegerWrapper(this, "scored");
    private final ReadOnlyIntegerWrapper measured = new ReadOnlyIntegerWrapper(this, "measured");
    private MeasuredRows measuredRows = new MeasuredRows();
    private final Map<String, List<String>> knownValues = new HashMap<>();
    private Predictions known;
    private final LikeSearch alike;
    private Runnable onEnough = () -> {};
    private boolean measuringNow;

    TableViewModel(Background background, ExplainEngine engine) {
        this.background = background;
        this.engine = engine;
        alike = new LikeSearch(background, engine, this::arrange);
        filter.addListener(change -> {
            if (new PredictionFilter(filter.get()).wantsMeasures()) {
                further.set(true);
            }
            findAlike();
            arrange();
        });
        Changes.call(this::arrange, order);
        facetsShown.addListener((observed, before, now) -> {
            if (now) {
                arrange();
            }
        });
        Changes.call(this::measureOn, measures);
        further.addListener((observed, before, now) -> measures.set(now));
    }

    private void findAlike() {
        Predictions mine = predictions.get();
        if (mine != null) {
            new PredictionFilter(filter.get()).like().ifPresent(row -> alike.find(mine, row));
        }
    }

    /** Progress of the search for similar predictions, or −1. */
    ReadOnlyDoubleProperty likeProperty() {
        return alike.fractionProperty();
    }

    /** Mean of the scores so far; NaN without one. */
    double meanScore() {
        return predictions.get() == null ? Double.NaN : predictions.get().meanScore();
    }

    /** Sets the listener for sorted rows with enough scores. */
    void setOnEnough(Runnable listener) {
        onEnough = listener;
    }

    /** Rows of the test part that pass the filter, in order. */
    RowList rows() {
        return rows;
    }

    StringProperty filterProperty() {
        return filter;
    }

    ObjectProperty<PredictionOrder> orderProperty() {
        return order;
    }

    /** Whether the columns that need a backward pass are shown. */
    BooleanProperty furtherProperty() {
        return further;
    }

    /** Whether the figures that need a backward pass are needed, in the table or elsewhere. */
    BooleanProperty measuresProperty() {
        return measures;
    }

    /** The columns, or null where no run with a checkpoint is open. */
    ReadOnlyObjectProperty<Predictions> predictionsProperty() {
        return predictions.getReadOnlyProperty();
    }

    /** The facets of the rows; updated only while shown. */
    ReadOnlyObjectProperty<Facets> facetsProperty() {
        return facets.getReadOnlyProperty();
    }

    /** Whether facets are shown. */
    BooleanProperty facetsShownProperty() {
        return facetsShown;
    }

    /** The filter with other conditions on a field; empty ones remove them. */
    String filterWith(String field, String conditions) {
        return new PredictionFilter(filter.get()).with(field, conditions);
    }

    /** Completions of the text being typed. */
    Suggestions suggestions() {
        Predictions mine = predictions.get();
        if (mine == null) {
            return new Suggestions(List.of(), field -> List.of());
        }
        if (known != mine) {
            known = mine;
            knownValues.clear();
        }
        return new Suggestions(mine.fields(), field -> knownValues.computeIfAbsent(field, mine::distinct));
    }

    /** Rows that have a score. */
    ReadOnlyIntegerProperty scoredProperty() {
        return scored.getReadOnlyProperty();
    }

    /** Whether every row has a score. */
    BooleanBinding allScored() {
        return Bindings.createBooleanBinding(
                () -> predictions.get() != null
                        && scored.get() == predictions.get().size(),
                predictions,
                scored);
    }

    /** Rows whose further columns are measured. */
    ReadOnlyIntegerProperty measuredProperty() {
        return measured.getReadOnlyProperty();
    }

    /** Look and Effect by category, over the rows that are measured. */
    CategoryMap map() {
        return measuredRows.map();
    }

    void stop() {
        scoring.forget();
        measuring.forget();
        measuringNow = false;
    }

    void forget() {
        stop();
        ordering.forget();
        alike.forget();
        predictions.set(null);
        rows.set(new int[0]);
        facets.set(Facets.NONE);
        scored.set(0);
        measured.set(0);
        measuredRows = new MeasuredRows();
    }

    void open(Predictions found) {
        predictions.set(found);
        findAlike();
        arrange();
        scoreFrom(0);
    }

    private void scoreFrom(int from) {
        Predictions mine = predictions.get();
        if (mine == null) {
            return;
        }
        if (from >= mine.size()) {
            measureOn();
            return;
        }
        background.run(Lane.ENGINE_WHEN_IDLE, scoring, ticket -> engine.scores(from), some -> {
            mine.put(from, some);
            int now = from + some.length;
            scored.set(now);
            if (now == mine.size() || now == ENOUGH_SCORES) {
                arrange();
            }
            scoreFrom(now);
        });
    }

    /** Measures the first unmeasured rows of the table, once every row has its score. */
    private void measureOn() {
        Predictions mine = predictions.get();
        int before = measured.get();
        boolean ready = mine != null && measures.get() && scored.get() == mine.size() && before < mine.size();
        if (!ready || measuringNow) {
            return;
        }
        measuringNow = true;
        int[] next = measuredRows.unmeasured(rows, mine.size());
        background.run(Lane.ENGINE_WHEN_IDLE, measuring, ticket -> engine.measures(next), some -> {
            measuringNow = false;
            measuredRows.put(mine, next, some);
            int now = before + next.length;
            measured.set(now);
            boolean asked = facetsShown.get()
                    || order.get().column().measured()
                    || new PredictionFilter(filter.get()).wantsMeasures();
            if (asked && (now == mine.size() || now / ANEW != before / ANEW)) {
                arrange();
            }
            measureOn();
        });
    }

    private void arrange() {
        Predictions mine = predictions.get();
        if (mine == null) {
            return;
        }
        Predictions snapshot = mine.snapshot();
        PredictionOrder wanted = order.get();
        PredictionFilter passes = new PredictionFilter(filter.get());
        boolean enough = scored.get() >= Math.min(mine.size(), ENOUGH_SCORES);
        boolean counts = facetsShown.get();
        background.load(ordering, ticket -> arranged(snapshot, wanted, passes, counts), found -> {
            rows.set(found.rows());
            facets.set(found.facets());
            if (enough) {
                onEnough.run();
            }
        });
    }

    private record Arranged(int[] rows, Facets facets) {}

    private static Arranged arranged(Predictions rows, PredictionOrder order, PredictionFilter passes, boolean counts) {
        return new Arranged(order.of(rows, passes.on(rows)), counts ? Facets.of(rows, passes.of(rows)) : Facets.NONE);
    }

    /** The row a number of places after one, or the given one where there is none. */
    int after(int row, int places) {
        int place = rows.placeOf(row);
        int wanted = place < 0 ? 0 : place + places;
        return wanted < 0 || wanted >= rows.size() ? row : rows.get(wanted);
    }
}
