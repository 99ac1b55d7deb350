package dev.interestlens.ui.explain;

import dev.interestlens.explain.picture.HeatMatrix;
import dev.interestlens.explain.picture.Panel;
import dev.interestlens.explain.sentence.Sentence;
import dev.interestlens.recommend.Person;
import dev.interestlens.ui.common.Background;
import dev.interestlens.ui.common.Background.Lane;
import dev.interestlens.ui.common.LatestRequest;
import dev.interestlens.ui.common.Session;
import dev.interestlens.ui.explain.engine.ExplainEngine;
import dev.interestlens.ui.explain.engine.ExplainedSample;
import dev.interestlens.ui.explain.query.Predictions;
import dev.interestlens.ui.explain.query.RowList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;

/** The explained prediction: Look at once, then Effect, the sentence, and its evidence; and the pinned prediction. */
final class SampleViewModel {
    private static final int KEPT = 200;
    private static final int ENOUGH_HISTORY = 5;
    private static final int TRIED = 40;

    private final Session session;
    private final Background background;
    private final ExplainEngine engine;
    private final LatestRequest explaining = new LatestRequest();
    private final LatestRequest choosing = new LatestRequest();
    private final ReadOnlyObjectWrapper<ExplainedSample> explained = new ReadOnlyObjectWrapper<>(this, "explained");
    private String pinnedRun = "";
    private final ReadOnlyObjectWrapper<ExplainedSample> pinned = new ReadOnlyObjectWrapper<>(this, "pinned");
    private final Map<Integer, ExplainedSample> known = new LinkedHashMap<>(KEPT, 0.75f, true) {
        @java.io.Serial
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, ExplainedSample> eldest) {
            return size() > KEPT;
        }
    };
    private final Map<Integer, Asked> asked = new HashMap<>();
    private int[] candidates = new int[0];

    /** An explained recommendation. */
    private record Asked(Person person, int item) {}

    SampleViewModel(Session session, Background background, ExplainEngine engine) {
        this.session = session;
        this.background = background;
        this.engine = engine;
    }

    /** The explained prediction, as far as measured, or null. */
    ReadOnlyObjectProperty<ExplainedSample> explainedProperty() {
        return explained.getReadOnlyProperty();
    }

    /** The pinned prediction, or null. */
    ReadOnlyObjectProperty<ExplainedSample> pinnedProperty() {
        return pinned.getReadOnlyProperty();
    }

    void stop() {
        choosing.forget();
        explaining.forget();
    }

    void forget() {
        stop();
        known.clear();
        asked.clear();
        explained.set(null);
        pinned.set(null);
    }

    /** Selects the last row, before anything is scored. */
    void chooseLast(Predictions rows) {
        Integer last = session.sampleProperty().get();
        if (last != null && last < rows.size()) {
            select(last);
        }
    }

    /** Selects the first row to show: the last one, else a confident hit that few behaviours explain. */
    void chooseFirst(Predictions rows, RowList order) {
        Integer last = session.sampleProperty().get();
        if (explained.get() != null || last != null && last < rows.size()) {
            return;
        }
        int[] hits = order.stream()
                .mapToInt(Integer::intValue)
                .filter(row -> rows.label(row) == 1 && rows.length(row) >= ENOUGH_HISTORY)
                .limit(TRIED)
                .toArray();
        if (hits.length > 0) {
            select(hits[0]);
            candidates = hits;
        } else if (!order.isEmpty()) {
            select(order.get(0));
        }
    }

    /** If the first hit has no good explanation, selects another one that has, unless a person has chosen meanwhile. */
    private void chooseTelling(ExplainedSample first) {
        int[] hits = candidates;
        candidates = new int[0];
        if (hits.length == 0 || first.sentence().template() == Sentence.Template.STRONG) {
            return;
        }
        background.run(Lane.ENGINE, choosing, ticket -> engine.telling(hits, ticket::stale), this::select);
    }

    /** Explains an item for a person's history; it gets a unique row below 0. */
    void select(Person person, int item) {
        Asked wanted = new Asked(person, item);
        int row = asked.entrySet().stream()
                .filter(each -> each.getValue().equals(wanted))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(-1 - asked.size());
        asked.put(row, wanted);
        select(row);
    }

    private ExplainedSample look(int row) {
        Asked recommendation = asked.get(row);
        return recommendation == null
                ? engine.look(row)
                : engine.look(row, recommendation.person(), recommendation.item());
    }

    /** Explains a row of the test part, or a recommendation that was explained before. */
    void select(int row) {
        if (explained.get() != null && explained.get().row() == row) {
            return;
        }
        choosing.forget();
        candidates = new int[0];
        session.sampleProperty().set(row < 0 ? null : row);
        ExplainedSample before = known.get(row);
        if (before != null && before.isWhole()) {
            explaining.forget();
            explained.set(before);
            return;
        }
        background.run(Lane.ENGINE, explaining, ticket -> look(row), looked -> {
            explained.set(looked);
            measure(looked);
        });
    }

    private void measure(ExplainedSample looked) {
        background.run(Lane.ENGINE, explaining, ticket -> engine.effects(looked), effects -> {
            show(effects);
            background.run(Lane.ENGINE, explaining, ticket -> engine.sentence(effects), sentence -> {
                show(sentence);
                chooseTelling(sentence);
                background.run(
                        Lane.ENGINE,
                        explaining,
                        ticket -> engine.agreement(sentence, ticket::stale),
                        whole -> whole.ifPresent(this::show));
            });
        });
    }

    private void show(ExplainedSample now) {
        explained.set(now);
        if (pinned.get() != null && pinned.get().row() == now.row()) {
            pinned.set(now);
        }
        if (now.isWhole()) {
            known.put(now.row(), now);
        }
    }

    /** Pins the explained prediction, or unpins it. */
    void pin() {
        ExplainedSample now = explained.get();
        boolean same = pinned.get() != null && now != null && pinned.get().row() == now.row();
        pinned.set(same ? null : now);
    }

    /** Hands on a selected row once its Effect is measured; nothing where another one is selected first. */
    void whenMeasured(int row, Consumer<ExplainedSample> then) {
        ExplainedSample known = explained.get();
        if (known != null && known.row() == row && known.effects() != null) {
            then.accept(known);
            return;
        }
        explained.addListener(new ChangeListener<>() {
            @Override
            public void changed(
                    ObservableValue<? extends ExplainedSample> observed, ExplainedSample before, ExplainedSample now) {
                if (now == null || now.row() != row || now.effects() != null) {
                    explained.removeListener(this);
                }
                if (now != null && now.row() == row && now.effects() != null) {
                    then.accept(now);
                }
            }
        });
    }

    /** Pins a prediction of another run. */
    void pin(ExplainedSample of, String run) {
        pinnedRun = run;
        pinned.set(of.ofAnotherRun());
    }

    /** The name of the pinned prediction's run where it is another one; else empty. */
    String pinnedRun() {
        return pinned.get() != null && pinned.get().isOfAnotherRun() ? pinnedRun : "";
    }

    /** Exchanges the explained and the pinned prediction. */
    void exchange() {
        ExplainedSample other = pinned.get();
        ExplainedSample now = explained.get();
        if (other != null && now != null && other.row() != now.row() && !other.isOfAnotherRun()) {
            pinned.set(now);
            if (other.isWhole()) {
                known.put(other.row(), other);
            }
            select(other.row());
        }
    }

    /** Minimum and maximum of a matrix of this name over all predictions shown so far; empty where there is none. */
    Optional<double[]> range(String matrix) {
        double[] ends = {Double.MAX_VALUE, -Double.MAX_VALUE};
        Consumer<ExplainedSample> widen = each -> each.panels().stream()
                .map(Panel::pictures)
                .flatMap(pictures -> pictures.stream())
                .filter(picture ->
                        picture instanceof HeatMatrix && picture.name().equals(matrix))
                .flatMapToDouble(picture -> Arrays.stream(((HeatMatrix) picture).onScale()))
                .filter(Double::isFinite)
                .forEach(value -> {
                    ends[0] = Math.min(ends[0], value);
                    ends[1] = Math.max(ends[1], value);
                });
        known.values().forEach(widen);
        if (explained.get() != null) {
            widen.accept(explained.get());
        }
        if (pinned.get() != null) {
            widen.accept(pinned.get());
        }
        return ends[0] > ends[1] ? Optional.empty() : Optional.of(ends);
    }
}
