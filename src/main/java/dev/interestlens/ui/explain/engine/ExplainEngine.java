package dev.interestlens.ui.explain.engine;

import dev.interestlens.data.ItemWords;
import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.protocol.Sample;
import dev.interestlens.explain.Explainer;
import dev.interestlens.explain.Explanation;
import dev.interestlens.explain.ForwardResult;
import dev.interestlens.explain.effect.GroupEffect;
import dev.interestlens.explain.effect.SmallestChange;
import dev.interestlens.explain.look.Draft;
import dev.interestlens.explain.look.Impression;
import dev.interestlens.explain.look.Impressions;
import dev.interestlens.explain.look.Item;
import dev.interestlens.explain.look.ModelDraft;
import dev.interestlens.explain.picture.Panel;
import dev.interestlens.explain.sentence.Sentence;
import dev.interestlens.measurement.fidelity.CategoryMeasure;
import dev.interestlens.measurement.quality.RunExplainer;
import dev.interestlens.recommend.People;
import dev.interestlens.recommend.Person;
import dev.interestlens.store.ArrayFill;
import dev.interestlens.store.Problem;
import dev.interestlens.train.Evaluator;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.ui.explain.query.Predictions;
import dev.interestlens.workspace.OpenRun;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** The open run and all computations with its model. Every method is called on the engine thread and on no other; one run is open at a time. */
public final class ExplainEngine implements AutoCloseable {
    /** Rows scored at once: few enough to delay a click by less than a tenth of a second. */
    public static final int ROWS = 512;

    /** Rows measured at once, likewise. */
    public static final int MEASURED = 64;

    private static final long SEARCH_NANOS = 1_000_000_000L;
    private static final int MAX_HITS = 60;

    private OpenRun run;
    private RunExplainer explains;
    private CategoryMeasure byCategory;
    private volatile Optional<Problem> fixed = Optional.empty();
    private volatile Optional<Problem> stateless = Optional.empty();

    /** Opens a run and closes the previous one. */
    public Predictions open(RunFolder folder) {
        close();
        run = OpenRun.best(folder);
        explains = new RunExplainer(run);
        byCategory = new CategoryMeasure(run);
        fixed = explainer().fixed();
        stateless = explainer().stateless();
        return Predictions.of(run.samples());
    }

    /** Why nothing can be changed inside the open model; may be called on any thread. */
    public Optional<Problem> fixed() {
        return fixed;
    }

    /** Why its state cannot be set; may be called on any thread. */
    public Optional<Problem> stateless() {
        return stateless;
    }

    public OpenRun run() {
        return run;
    }

    Explainer explainer() {
        return explains.explainer();
    }

    Impressions impressions() {
        return explains.impressions();
    }

    /** Other attributions beside the Effect; without some where it was cancelled. */
    Panel opinions(ExplainedSample of, Optional<Sample> sample, BooleanSupplier cancelled) {
        return explains.opinions(of.explanation(), sample, cancelled);
    }

    /** Scores of at most {@link #ROWS} rows of the test part. */
    public float[] scores(int from) {
        double[] probabilities =
                Evaluator.probabilities(run.model().logits(run.readSamples().batch(Part.TEST, rows(from, ROWS))));
        return ArrayFill.floats(probabilities.length, i -> probabilities[i]);
    }

    /** Columns of at most {@link #MEASURED} rows of the test part, and the categories of the behaviours before each. */
    public CategoryMeasure.Measured measures(int[] rows) {
        return byCategory.rows(Part.TEST, rows);
    }

    private int[] rows(int from, int most) {
        int size = Math.min(most, run.samples().size(Part.TEST) - from);
        return IntStream.range(from, from + size).toArray();
    }

    /** The interest vectors of some rows; empty where the model has none. */
    Optional<float[][]> interests(int[] rows) {
        return run.model().interests(run.readSamples().batch(Part.TEST, rows));
    }

    public ExplainedSample look(int row) {
        Sample sample = run.samples().sample(Part.TEST, row);
        return look(row, sample.position(), impressions().of(Part.TEST, row));
    }

    /** Explains a recommendation, which is not a row of the test part. */
    public ExplainedSample look(int row, Person person, int item) {
        return look(row, person.position(), new People(run.samples()).impression(person, item));
    }

    private ExplainedSample look(int row, int position, Impression impression) {
        long unread = Math.max(0, position - impression.behaviours());
        return new ExplainedSample(
                row, unread, run.model().input().historyLength(), explainer().begin(impression));
    }

    public ExplainedSample effects(ExplainedSample before) {
        return before.with(explainer().measureEffects(before.explanation()));
    }

    public ExplainedSample sentence(ExplainedSample before) {
        return before.with(explainer().say(before.explanation()));
    }

    /** The Effect of removing the selected behaviours together. */
    public GroupEffect selection(ExplainedSample of, List<Integer> positions) {
        return explainer().selection(of.impression(), of.effects(), positions);
    }

    /** Empty where it was cancelled. */
    public Optional<ExplainedSample> agreement(ExplainedSample before, BooleanSupplier cancelled) {
        return explainer().judge(before.explanation(), cancelled).map(before::with);
    }

    /** The first of these rows whose sentence says "because", else the first of them. Searches for a second at most. */
    public int telling(int[] rows, BooleanSupplier cancelled) {
        long end = System.nanoTime() + SEARCH_NANOS;
        for (int row : rows) {
            if (cancelled.getAsBoolean() || System.nanoTime() > end) {
                break;
            }
            if (sentence(effects(look(row))).sentence().template() == Sentence.Template.STRONG) {
                return row;
            }
        }
        return rows[0];
    }

    /** The result of a change: Look and score. */
    public WhatIfResult tried(ExplainedSample before, Draft draft, ModelDraft inside) {
        Impression changed = draft.keepsOrder(before.impression())
                ? before.impression()
                : impressions().of(draft.made());
        boolean[] readable = draft.readable();
        ForwardResult seen = explainer().see(changed, readable);
        double logit = inside.isOwn() ? seen.looked().logit() : explainer().changed(changed, readable, inside);
        return new WhatIfResult(
                before, draft, inside, changed, seen, logit, explainer().read(changed, readable), null);
    }

    /** The state that the head reads of a prediction's history. */
    public float[] state(ExplainedSample of) {
        return explainer().state(of.impression());
    }

    public WhatIfResult effects(WhatIfResult tried) {
        return tried.with(explainer().effects(tried.impression(), tried.draft().readable()));
    }

    /** The fewest further behaviours to switch off so that the score crosses a threshold. */
    public Optional<SmallestChange> smallestChange(
            ExplainedSample before, Draft draft, double threshold, BooleanSupplier cancelled) {
        Impression changed = draft.keepsOrder(before.impression())
                ? before.impression()
                : impressions().of(draft.made());
        return explainer().smallestChange(changed, draft.readable(), threshold, cancelled);
    }

    /** The same with all that is written to a file and not shown. */
    public Explanation written(Explanation shown) {
        return explains.withSmallest(shown, () -> false).orElseThrow();
    }

    /** Items whose title, in either language, or id holds all words. */
    public List<Item> search(String text, BooleanSupplier cancelled) {
        return new ItemWords(run.data())
                .find(text, MAX_HITS, cancelled).stream()
                        .map(impressions()::item)
                        .toList();
    }

    @Override
    public void close() {
        if (run != null) {
            explains.close();
            run.close();
            run = null;
        }
    }
}
