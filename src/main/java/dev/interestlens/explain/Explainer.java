package dev.interestlens.explain;

import dev.interestlens.explain.effect.Agreement;
import dev.interestlens.explain.effect.AgreementJudge;
import dev.interestlens.explain.effect.CurveMeasure;
import dev.interestlens.explain.effect.Earned;
import dev.interestlens.explain.effect.Effects;
import dev.interestlens.explain.effect.FieldEffects;
import dev.interestlens.explain.effect.FirstOrder;
import dev.interestlens.explain.effect.Group;
import dev.interestlens.explain.effect.GroupEffect;
import dev.interestlens.explain.effect.GroupRemovals;
import dev.interestlens.explain.effect.Groups;
import dev.interestlens.explain.effect.IntegratedGradients;
import dev.interestlens.explain.effect.MaskedBatch;
import dev.interestlens.explain.effect.Ranks;
import dev.interestlens.explain.effect.ReadPart;
import dev.interestlens.explain.effect.ReadReport;
import dev.interestlens.explain.effect.RemovalCurves;
import dev.interestlens.explain.effect.SmallestChange;
import dev.interestlens.explain.effect.Standing;
import dev.interestlens.explain.look.Impression;
import dev.interestlens.explain.look.LookReader;
import dev.interestlens.explain.look.LookResult;
import dev.interestlens.explain.look.ModelDraft;
import dev.interestlens.explain.picture.Panel;
import dev.interestlens.explain.reason.ReasonMeasure;
import dev.interestlens.explain.reason.Reasons;
import dev.interestlens.explain.sentence.GroupWords;
import dev.interestlens.explain.sentence.Sentence;
import dev.interestlens.explain.sentence.SentenceGate;
import dev.interestlens.explain.view.GateFlow;
import dev.interestlens.explain.view.PanelBuilder;
import dev.interestlens.explain.view.ReasonPanel;
import dev.interestlens.explain.words.Text;
import dev.interestlens.explain.words.Wording;
import dev.interestlens.model.Intervention;
import dev.interestlens.model.Scorer;
import dev.interestlens.model.Scorer.Capability;
import dev.interestlens.model.Trace;
import dev.interestlens.store.ArrayFill;
import dev.interestlens.store.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Explains predictions of one model. The steps are separate calls, so that a window can show the first one at once: Look, then Effect, then the
 * sentence, then curves and agreement. Each is a pure function of its arguments. One thread at a time, like the model.
 */
public final class Explainer {
    private final Scorer model;
    private final Optional<Scorer> untrained;
    private final Ranks ranks;
    private final Optional<FieldEffects> fields;
    private final Optional<ReasonMeasure> reasons;
    private final Function<BooleanSupplier, Earned> baselines;

    /** Without ranks: the sentence, if any, does not say high or low. */
    public Explainer(Scorer model, Optional<Scorer> untrained) {
        this(model, untrained, (ranked, impression) -> Standing.UNKNOWN);
    }

    /**
     * @param untrained the same model before training, with which agreement is compared; may be empty. Both stay open as long as this is used, and
     *     the caller closes them.
     * @param ranks by which a score is called high or low
     */
    public Explainer(Scorer model, Optional<Scorer> untrained, Ranks ranks) {
        this(model, untrained, ranks, Optional.empty(), Optional.empty(), cancelled -> Earned.UNKNOWN);
    }

    /**
     * @param fields measures the fields beside the history, where that is requested
     * @param reasons splits the scores of attention, likewise
     * @param baselines what the badge is worth on this log; called with what says whether it is still wanted
     */
    public Explainer(
            Scorer model,
            Optional<Scorer> untrained,
            Ranks ranks,
            Optional<FieldEffects> fields,
            Optional<ReasonMeasure> reasons,
            Function<BooleanSupplier, Earned> baselines) {
        this.model = model;
        this.untrained = untrained;
        this.ranks = ranks;
        this.fields = fields;
        this.reasons = reasons;
        this.baselines = baselines;
    }

    /** The attention of the model. */
    public LookResult look(Impression impression) {
        return look(model, impression);
    }

    /** What the model reads of the history, what it leaves out, and the effect of that. */
    public ReadReport read(Impression impression) {
        return ReadReport.of(model, impression, ReadPart.of(model, impression));
    }

    /** The same while only some behaviours may be read. */
    public ReadReport read(Impression impression, boolean[] readable) {
        return read(MaskedBatch.hide(impression, readable));
    }

    /** The same with all views of the model, from the same forward pass. Views show what is read. */
    public ForwardResult see(Impression whole) {
        ReadPart part = ReadPart.of(model, whole);
        Impression impression = part.impression();
        Scorer.Traced traced = model.tracesWithGradient(impression.otherBatch());
        List<Trace> traces = traced.traces();
        LookResult looked = new LookReader(impression).read(traces);
        boolean gated = impression.behaviours() > 0 && GateFlow.of(traces, 0).isPresent();
        int samples = impression.others().size() + 1;
        double[] gradient = gated
                ? doubles(Arrays.copyOf(traced.interestGradient(), traced.interestGradient().length / samples))
                : new double[0];
        Reasons why =
                reasons.map(each -> each.of(model, impression.batch(), looked)).orElse(Reasons.NONE);
        List<Panel> panels = new ArrayList<>(PanelBuilder.panels(
                impression, traces, looked, gradient, model.input().schema()));
        panels.addAll(ReasonPanel.of(impression, why));
        return new ForwardResult(part.spread(looked), panels, why.at(part.steps()));
    }

    private static double[] doubles(float[] values) {
        return ArrayFill.doubles(values.length, i -> values[i]);
    }

    /** The Effect of each behaviour, with the search running again without it, and of each field where that is requested. */
    public Effects effects(Impression impression) {
        Impression read = ReadPart.of(model, impression).impression();
        boolean[] all = ArrayFill.flags(read.behaviours(), every -> true);
        Effects effects = withEven(Effects.of(model, impression), read, all);
        return fields.map(each -> effects.withFields(each.of(model, impression)))
                .orElse(effects);
    }

    /** The same with the Effects of categories, sessions and lanes, those of the largest size first within each kind. */
    public Effects grouped(Impression impression, LookResult looked, Effects effects) {
        List<Group> groups = Groups.of(impression, looked);
        List<GroupEffect> measured = new ArrayList<>(measure(impression, effects, groups));
        measured.sort(Comparator.<GroupEffect, Group.Kind>comparing(
                        each -> each.group().kind())
                .thenComparing(each -> -Math.abs(each.effect())));
        return effects.with(measured);
    }

    /** The joint Effect of selected behaviours, at least one. */
    public GroupEffect selection(Impression impression, Effects effects, List<Integer> positions) {
        Text name = Wording.of("group.selection");
        return measure(impression, effects, List.of(new Group(Group.Kind.SELECTION, name, positions)))
                .get(0);
    }

    private List<GroupEffect> measure(Impression impression, Effects effects, List<Group> groups) {
        return groups.isEmpty()
                ? List.of()
                : new GroupRemovals(model.removal(impression.batch()), effects).measure(groups);
    }

    /** The same while only some behaviours may be read; for the others, what each would add. */
    public Effects effects(Impression impression, boolean[] readable) {
        boolean all = IntStream.range(0, readable.length).allMatch(j -> readable[j]);
        return all
                ? effects(impression)
                : withEven(Effects.of(model.removal(impression.batch()), readable), impression, readable);
    }

    /** The same with the logit under even weights over what may be read, where the model's attention can be set. */
    private Effects withEven(Effects effects, Impression impression, boolean[] readable) {
        return model.can(Capability.INTERVENTIONS) && readable.length > 0
                ? effects.withEven(intervened(impression, readable, Intervention.even(readable)))
                : effects;
    }

    /** The logit with something inside the model set by hand, while only some behaviours may be read. */
    public double intervened(Impression impression, boolean[] readable, Intervention intervention) {
        return model.intervened(MaskedBatch.hide(impression.batch(), readable), intervention);
    }

    /**
     * The logit of a model with changes inside it, while only some behaviours may be read.
     *
     * @throws dev.interestlens.store.ProblemException where the model has no such part
     */
    public double changed(Impression impression, boolean[] readable, ModelDraft draft) {
        ReadPart part = ReadPart.of(model, MaskedBatch.hide(impression, readable));
        int[] steps = part.steps();
        boolean[] may = ArrayFill.flags(steps.length, i -> readable[steps[i]]);
        return model.intervened(part.impression().batch(), draft.intervention(steps, may));
    }

    /** The reason why nothing can be set inside the model; empty where it can. */
    public Optional<Problem> fixed() {
        return model.lacks(Capability.INTERVENTIONS);
    }

    /** The reason why the head's vector cannot be taken from another prediction; empty where it can. */
    public Optional<Problem> stateless() {
        return model.lacks(Capability.INTERESTS);
    }

    /** The vector that the model's head reads of a history; empty where it has none. */
    public float[] state(Impression impression) {
        return model.interests(impression.batch())
                .filter(vectors -> vectors.length > 0)
                .map(vectors -> vectors[0])
                .orElse(new float[0]);
    }

    /** The attention while only some behaviours may be read, with all views. */
    public ForwardResult see(Impression impression, boolean[] readable) {
        return see(MaskedBatch.hide(impression, readable));
    }

    /**
     * The fewest behaviours whose removal moves the score across a threshold.
     *
     * @return empty where it was cancelled
     */
    public Optional<SmallestChange> smallestChange(
            Impression impression, boolean[] readable, double threshold, BooleanSupplier cancelled) {
        return SmallestChange.find(model, impression, readable, threshold, cancelled);
    }

    /** Integrated gradients, as another attribution; empty where the model has no gradients. */
    public Optional<IntegratedGradients.Result> integratedGradients(Impression impression) {
        if (!model.can(Capability.GRADIENTS)) {
            return Optional.empty();
        }
        ReadPart part = ReadPart.of(model, impression);
        IntegratedGradients.Result found = IntegratedGradients.of(model, part.impression());
        return Optional.of(new IntegratedGradients.Result(part.spread(found.values()), found.gap(), found.whole()));
    }

    /** A first-order estimate of every Effect by one backward pass; empty where the model has no gradients. */
    public Optional<double[]> firstOrder(Impression impression) {
        if (!model.can(Capability.GRADIENTS)) {
            return Optional.empty();
        }
        ReadPart part = ReadPart.of(model, impression);
        return Optional.of(
                part.spread(new FirstOrder(model).effects(part.impression().batch())[0]));
    }

    /**
     * The sentence: removes the named behaviours together, compares with 200 random removals, and ranks the candidate among others. Groups are named
     * where their Effects are known.
     */
    public Sentence sentence(Impression impression, LookResult looked, Effects effects) {
        ReadPart part = ReadPart.of(model, impression);
        List<Text> titles = part.impression().titles();
        SentenceGate gate = new SentenceGate(titles, part.searched(), ranks.standing(model, impression));
        Effects read = part.narrow(effects).with(effects.groups());
        Sentence said = gate.sentence(part.narrow(looked), read).at(part.steps());
        return GroupWords.added(said, effects);
    }

    /**
     * Deletion and insertion of the behaviours that are read; no others are read instead.
     *
     * @param cancelled called now and then
     * @return empty where it was cancelled
     */
    public Optional<RemovalCurves> curves(
            Impression impression, LookResult looked, Effects effects, BooleanSupplier cancelled) {
        ReadPart part = ReadPart.of(model, impression);
        return CurveMeasure.fine(part.frozen()).measure(part.narrow(looked), part.narrow(effects), cancelled);
    }

    /** Whether Look agrees with Effect. */
    public Agreement agreement(Impression impression, LookResult looked, Effects effects, RemovalCurves curves) {
        ReadPart part = ReadPart.of(model, impression);
        Impression read = part.impression();
        double before = untrained
                .map(fresh -> AgreementJudge.tau(look(fresh, read), Effects.of(fresh.removal(read.batch()))))
                .orElse(Double.NaN);
        return AgreementJudge.judge(part.narrow(looked), part.narrow(effects), curves.orderSkill(), before);
    }

    /** The first step: Look, the views of the model, and what is read. */
    public Explanation begin(Impression impression) {
        ForwardResult seen = see(impression);
        return new Explanation(
                impression,
                seen.looked(),
                null,
                null,
                null,
                null,
                seen.panels(),
                read(impression),
                seen.reasons(),
                null);
    }

    /** The second step: the Effect of each behaviour and field. */
    public Explanation measureEffects(Explanation begun) {
        return begun.with(effects(begun.impression()));
    }

    /** The third step: the Effects of groups, and the sentence. */
    public Explanation say(Explanation measured) {
        Effects grouped = grouped(measured.impression(), measured.looked(), measured.effects());
        return measured.with(grouped).with(sentence(measured.impression(), measured.looked(), grouped));
    }

    /** The last step: curves and agreement; empty where it was cancelled. */
    public Optional<Explanation> judge(Explanation said, BooleanSupplier cancelled) {
        return curves(said.impression(), said.looked(), said.effects(), cancelled)
                .map(curves -> said.with(
                        curves,
                        agreement(said.impression(), said.looked(), said.effects(), curves)
                                .with(baselines.apply(cancelled))));
    }

    /** All steps; empty where it was cancelled. */
    public Optional<Explanation> explain(Impression impression, BooleanSupplier cancelled) {
        return judge(say(measureEffects(begin(impression))), cancelled);
    }

    public static LookResult look(Scorer model, Impression whole) {
        ReadPart part = ReadPart.of(model, whole);
        Impression impression = part.impression();
        return part.spread(new LookReader(impression).read(model.traces(impression.otherBatch())));
    }
}
