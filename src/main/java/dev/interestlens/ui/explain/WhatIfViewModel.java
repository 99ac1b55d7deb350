package dev.interestlens.ui.explain;

import dev.interestlens.explain.effect.SmallestChange;
import dev.interestlens.explain.look.Draft;
import dev.interestlens.explain.look.Item;
import dev.interestlens.explain.look.ModelDraft;
import dev.interestlens.explain.words.Text;
import dev.interestlens.ui.common.Background;
import dev.interestlens.ui.common.Background.Lane;
import dev.interestlens.ui.common.LatestRequest;
import dev.interestlens.ui.common.Undo;
import dev.interestlens.ui.explain.engine.ExplainEngine;
import dev.interestlens.ui.explain.engine.ExplainedSample;
import dev.interestlens.ui.explain.engine.WhatIfResult;
import java.util.ArrayList;
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

/** Changes by hand to the explained prediction, with undo; score, Look and Effect are updated. */
final class WhatIfViewModel {
    /** The threshold for the smallest change. */
    enum Threshold {
        HALF,
        /** Mean score of the run's predictions. */
        MEAN
    }

    /** The state of the search for the smallest change. */
    enum Search {
        NONE,
        BUSY,
        DONE
    }

    /** A state: changes of the input and changes inside the model. */
    private record Step(Draft draft, ModelDraft inside) {}

    private final Background background;
    private final ExplainEngine engine;
    private final LatestRequest trying = new LatestRequest();
    private final LatestRequest searching = new LatestRequest();
    private final LatestRequest patching = new LatestRequest();
    private final LatestRequest finding = new LatestRequest();
    private final ReadOnlyObjectWrapper<Draft> draft = new ReadOnlyObjectWrapper<>(this, "draft");
    private final ReadOnlyObjectWrapper<WhatIfResult> tried = new ReadOnlyObjectWrapper<>(this, "tried");
    private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper(this, "undoable");
    private final ReadOnlyBooleanWrapper redoable = new ReadOnlyBooleanWrapper(this, "redoable");
    private final ObjectProperty<Threshold> threshold = new SimpleObjectProperty<>(this, "threshold", Threshold.HALF);
    private final DoubleSupplier mean;
    private final ReadOnlyObjectWrapper<Search> search = new ReadOnlyObjectWrapper<>(this, "search", Search.NONE);
    private Optional<SmallestChange> found = Optional.empty();
    private final ReadOnlyObjectWrapper<ModelDraft> inside =
            new ReadOnlyObjectWrapper<>(this, "inside", ModelDraft.OWN);
    private Undo<Step> undo = new Undo<>();
    private ExplainedSample before;
    private int weighed = -1;

    /** @param mean score of the run's predictions, NaN while it is not known */
    WhatIfViewModel(Background background, ExplainEngine engine, DoubleSupplier mean) {
        this.mean = mean;
        this.background = background;
        this.engine = engine;
    }

    /** Starts with another prediction, or none. */
    void begin(ExplainedSample now) {
        if (now != null && before != null && now.row() == before.row() && now.impression() == before.impression()) {
            before = now; // the same prediction with more measured
            return;
        }
        before = now;
        patching.forget();
        undo = new Undo<>();
        go(new Step(now == null ? null : Draft.of(now.impression()), ModelDraft.OWN));
    }

    /** The changed prediction; null where nothing is explained. */
    ReadOnlyObjectProperty<Draft> draftProperty() {
        return draft.getReadOnlyProperty();
    }

    /** The changes inside the model. */
    ReadOnlyObjectProperty<ModelDraft> insideProperty() {
        return inside.getReadOnlyProperty();
    }

    /** The result of the change; null where nothing is changed. */
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

    /** The smallest change of the current prediction, if one was found. */
    Optional<SmallestChange> found() {
        return found;
    }

    void toggle(int position) {
        change(now -> now.toggle(position));
    }

    void move(int from, int to) {
        change(now -> now.move(from, to));
    }

    /** Inserts a behaviour; if the history then exceeds what the model reads, the oldest is dropped. */
    void insert(int position, Item item) {
        change(now -> now.insert(Math.min(position, now.places().size()), item.number())
                .newest(before.most()));
    }

    void swap(Item item) {
        change(now -> now.swap(item.number()));
    }

    /** Changes the model inside. */
    void set(UnaryOperator<ModelDraft> made) {
        if (draft.get() != null) {
            change(new Step(draft.get(), made.apply(inside.get())));
        }
    }

    /** Starts to set weights by hand, from the current ones. */
    void weighByHand() {
        set(now -> now.given(shownLook()));
    }

    /** Sets the weight of a behaviour. Consecutive changes of the same weight are one step. */
    void weigh(int position, double weight) {
        double[] weights = shownLook();
        weights[position] = weight;
        Step next = new Step(draft.get(), inside.get().given(weights));
        if (weighed == position && inside.get().attention() == ModelDraft.Attention.GIVEN) {
            weighed = undo.extend(next) ? position : -1;
            set(next);
        } else {
            change(next);
            weighed = position;
        }
    }

    private double[] shownLook() {
        return (tried.get() == null ? before.looked().look() : tried.get().look()).clone();
    }

    /** Uses the state of another prediction, or removes it again. */
    void patch(ExplainedSample other) {
        if (inside.get().state().length > 0) {
            set(now -> now.patched(Text.same(""), new float[0]));
            return;
        }
        background.run(
                Lane.ENGINE,
                patching,
                ticket -> engine.state(other),
                vector -> set(now -> now.patched(other.impression().candidate().title(), vector)));
    }

    /** Resets all changes, as one step that can be undone. */
    void restore() {
        if (draft.get() != null) {
            change(new Step(Draft.of(before.impression()), ModelDraft.OWN));
        }
    }

    /** Starts with a saved change. */
    void take(Draft kept) {
        change(now -> kept);
    }

    void undo() {
        undo.back().ifPresent(this::go);
    }

    void redo() {
        undo.again().ifPresent(this::go);
    }

    private void go(Step to) {
        weighed = -1;
        set(to);
    }

    private void change(UnaryOperator<Draft> made) {
        if (draft.get() != null) {
            Draft next = made.apply(draft.get());
            change(new Step(next, inside.get().forBehaviours(next.places().size())));
        }
    }

    private void change(Step next) {
        Step now = new Step(draft.get(), inside.get());
        if (!next.equals(now)) {
            undo.changed(now, next);
            go(next);
        }
    }

    private void set(Step step) {
        Draft now = step.draft();
        searching.forget();
        found = Optional.empty();
        search.set(Search.NONE);
        inside.set(step.inside());
        draft.set(now);
        undoable.set(undo.hasBack());
        redoable.set(undo.hasAgain());
        if (now == null || step.inside().isOwn() && now.equals(Draft.of(before.impression()))) {
            trying.forget();
            tried.set(null);
            return;
        }
        ExplainedSample mine = before;
        background.run(Lane.ENGINE, trying, ticket -> engine.tried(mine, now, step.inside()), seen -> {
            boolean known = tried.get() != null && now.equals(tried.get().draft());
            if (known && tried.get().effects() != null) {
                tried.set(seen.with(tried.get().effects()));
                return;
            }
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
        search.set(Search.BUSY);
        background.run(
                Lane.ENGINE,
                searching,
                ticket -> engine.smallestChange(mine, now, wanted, ticket::stale),
                answer -> {
                    answer.filter(change -> !change.removed().isEmpty()).ifPresent(change -> {
                        List<Integer> off = new ArrayList<>(now.off());
                        off.addAll(change.removed());
                        change(each -> each.withOff(off));
                    });
                    found = answer;
                    search.set(Search.DONE);
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
