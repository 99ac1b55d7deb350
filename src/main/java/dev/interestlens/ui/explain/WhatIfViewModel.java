package dev.interestlens.ui.explain;

import dev.interestlens.explain.effect.SmallestChange;
import dev.interestlens.explain.look.Draft;
import dev.interestlens.explain.look.Item;
import dev.interestlens.ui.common.Background;
import dev.interestlens.ui.common.Background.Lane;
import dev.interestlens.ui.common.LatestRequest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** Changes by hand to the prediction that is explained, each of which can be taken back; score, Look and Effect follow. */
final class WhatIfViewModel {
    /** What the smallest change carries the score across. */
    enum Threshold {
        HALF,
        /** Mean score of the run's predictions: its own base rate. */
        MEAN
    }

    /** What the search for the smallest change came to. */
    enum Search {
        NONE,
        BUSY,
        FOUND,
        NOT_FOUND
    }

    private final Background background;
    private final ExplainEngine engine;
    private final LatestRequest trying = new LatestRequest();
    private final LatestRequest searching = new LatestRequest();
    private final LatestRequest finding = new LatestRequest();
    private final Deque<Draft> past = new ArrayDeque<>();
    private final Deque<Draft> future = new ArrayDeque<>();
    private final ReadOnlyObjectWrapper<Draft> draft = new ReadOnlyObjectWrapper<>(this, "draft");
    private final ReadOnlyObjectWrapper<WhatIfResult> tried = new ReadOnlyObjectWrapper<>(this, "tried");
    private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper(this, "undoable");
    private final ReadOnlyBooleanWrapper redoable = new ReadOnlyBooleanWrapper(this, "redoable");
    private final ObjectProperty<Threshold> threshold = new SimpleObjectProperty<>(this, "threshold", Threshold.HALF);
    private final DoubleSupplier mean;
    private final ReadOnlyObjectWrapper<Search> search = new ReadOnlyObjectWrapper<>(this, "search", Search.NONE);
    private Optional<SmallestChange.Found> found = Optional.empty();
    private ExplainedSample before;
    private double crossed = Double.NaN;

    /** @param mean score of the run's predictions, NaN while it is not known */
    WhatIfViewModel(Background background, ExplainEngine engine, DoubleSupplier mean) {
        this.mean = mean;
        this.background = background;
        this.engine = engine;
    }

    /** Begins with another prediction, or none. */
    void begin(ExplainedSample now) {
        if (now != null && before != null && now.row() == before.row() && now.impression() == before.impression()) {
            before = now; // the same, measured further
            return;
        }
        before = now;
        past.clear();
        future.clear();
        set(now == null ? null : Draft.of(now.impression()));
    }

    /** The same as it is being changed; null where nothing is explained. */
    ReadOnlyObjectProperty<Draft> draftProperty() {
        return draft.getReadOnlyProperty();
    }

    /** What the change leads to; null where nothing is changed. */
    ReadOnlyObjectProperty<WhatIfResult> triedProperty() {
        return tried.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty undoableProperty() {
        return undoable.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty redoableProperty() {
        return redoable.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Search> searchProperty() {
        return search.getReadOnlyProperty();
    }

    ObjectProperty<Threshold> thresholdProperty() {
        return threshold;
    }

    /** A threshold as a score; NaN where it is not known yet. */
    double valueOf(Threshold which) {
        return which == Threshold.HALF ? 0.5 : mean.getAsDouble();
    }

    /** What the last search was to cross. */
    double crossed() {
        return crossed;
    }

    /** The smallest change, where one was found for what is shown now. */
    Optional<SmallestChange.Found> found() {
        return found;
    }

    void toggle(int position) {
        change(now -> now.toggle(position));
    }

    void move(int from, int to) {
        change(now -> now.move(from, to));
    }

    /** Where the history is as long as the model reads, its oldest behaviour makes room. */
    void insert(int position, Item item) {
        change(now -> now.insert(Math.min(position, now.places().size()), item.number())
                .newest(before.most()));
    }

    void swap(Item item) {
        change(now -> now.swap(item.number()));
    }

    /** Takes all changes back, which is a change that can be taken back. */
    void restore() {
        change(now -> Draft.of(before.impression()));
    }

    /** Begins with a change that was kept. */
    void take(Draft kept) {
        change(now -> kept);
    }

    void undo() {
        if (!past.isEmpty()) {
            future.push(draft.get());
            set(past.pop());
        }
    }

    void redo() {
        if (!future.isEmpty()) {
            past.push(draft.get());
            set(future.pop());
        }
    }

    private void change(UnaryOperator<Draft> made) {
        Draft now = draft.get();
        if (now == null) {
            return;
        }
        Draft next = made.apply(now);
        if (!next.equals(now)) {
            past.push(now);
            future.clear();
            set(next);
        }
    }

    private void set(Draft now) {
        searching.forget();
        found = Optional.empty();
        search.set(Search.NONE);
        draft.set(now);
        undoable.set(!past.isEmpty());
        redoable.set(!future.isEmpty());
        if (now == null || now.equals(Draft.of(before.impression()))) {
            trying.forget();
            tried.set(null);
            return;
        }
        ExplainedSample mine = before;
        background.run(Lane.ENGINE, trying, ticket -> engine.tried(mine, now), seen -> {
            tried.set(seen);
            background.run(Lane.ENGINE, trying, ticket -> engine.effects(seen), tried::set);
        });
    }

    /** Looks for the fewest behaviours to switch off so that the score crosses the threshold, and switches them off. */
    void findSmallest() {
        ExplainedSample mine = before;
        Draft now = draft.get();
        double wanted = valueOf(threshold.get());
        if (mine == null || now == null || search.get() == Search.BUSY || !(wanted > 0 && wanted < 1)) {
            return;
        }
        crossed = wanted;
        search.set(Search.BUSY);
        background.run(
                Lane.ENGINE,
                searching,
                ticket -> engine.smallestChange(mine, now, wanted, ticket::stale),
                answer -> {
                    answer.ifPresent(change -> {
                        List<Integer> off = new ArrayList<>(now.off());
                        off.addAll(change.removed());
                        change(each -> each.withOff(off));
                    });
                    found = answer;
                    search.set(answer.isPresent() ? Search.FOUND : Search.NOT_FOUND);
                },
                failure -> {
                    search.set(Search.NONE);
                    background.failed(failure);
                });
    }

    /** Items whose names hold all words, for a list to choose from. */
    void find(String words, Consumer<List<Item>> then) {
        if (words.isBlank()) {
            finding.forget();
            then.accept(List.of());
            return;
        }
        background.run(Lane.ENGINE, finding, ticket -> engine.search(words, ticket::stale), then);
    }
}
