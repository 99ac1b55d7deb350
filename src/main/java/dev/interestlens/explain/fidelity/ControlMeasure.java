package dev.interestlens.explain.fidelity;

import dev.interestlens.data.source.Progress;
import dev.interestlens.explain.Explainer;
import dev.interestlens.explain.anatomy.Anatomy;
import dev.interestlens.explain.anatomy.MeasuredRows;
import dev.interestlens.explain.effect.Effects;
import dev.interestlens.explain.fidelity.FidelityReport.Control;
import dev.interestlens.explain.fidelity.FidelityReport.ControlKind;
import dev.interestlens.explain.fidelity.FidelityReport.NoControl;
import dev.interestlens.explain.fidelity.FidelityReport.Seeds;
import dev.interestlens.explain.look.Impression;
import dev.interestlens.explain.look.LookResult;
import dev.interestlens.explain.look.Scores;
import dev.interestlens.metric.Auc;
import dev.interestlens.metric.Bootstrap;
import dev.interestlens.metric.Interval;
import dev.interestlens.metric.RankCorrelation;
import dev.interestlens.metric.RankMetric;
import dev.interestlens.metric.ScoredSamples;
import dev.interestlens.model.Scorer;
import dev.interestlens.model.Scorer.Capability;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Compares a model with controls (Jain and Wallace 2019, Wiegreffe and Pinter 2019): attention made uniform or shuffled at test time, parts reset to
 * their initial weights, a model trained without attention, and models from other seeds.
 */
record ControlMeasure(
        Scorer model, Optional<Scorer> untrained, List<Impression> seen, MeasuredRows rows, Progress progress) {
    private static final long SEED = 20190226;
    private static final int TOP = 3;

    /** Few requests share one order of weights. */
    private static final int SHUFFLED_AT_ONCE = 4;

    /** Tau between Look and Look after a part is reset to its initial weights, for each part; empty where weights are not accessible. */
    Map<FidelityReport.Part, Figure> reinitialised() {
        Map<FidelityReport.Part, Figure> figures = new EnumMap<>(FidelityReport.Part.class);
        if (untrained.isEmpty() || !model.can(Capability.WEIGHTS)) {
            return figures;
        }
        ModelParts whole = new ModelParts(model.trained(), untrained.get().trained());
        Set<FidelityReport.Part> parts = EnumSet.noneOf(FidelityReport.Part.class);
        for (FidelityReport.Part part : FidelityReport.Part.values()) {
            progress.at("controls", part.ordinal() / 6.0);
            parts.add(part);
            Tally tally = new Tally();
            try (Scorer changed = whole.reinitialised(parts)) {
                for (Impression impression : seen) {
                    if (progress.cancelled()) {
                        return figures;
                    }
                    LookResult now = look(model, impression);
                    LookResult then = look(changed, impression);
                    boolean both = now.kind().ranks() && then.kind().ranks();
                    tally.add(
                            impression.user(),
                            both ? RankCorrelation.kendallTauB(now.strength(), then.strength()) : Double.NaN);
                }
            }
            figures.put(part, tally.figure());
        }
        return figures;
    }

    /** One of each kind, on the rows of {@link Anatomy}: the loss with uniform attention is the share of attention there, the same number. */
    List<Control> controls(Siblings siblings) {
        progress.at("controls", 0.5);
        boolean weighs = seen.stream()
                .anyMatch(impression -> look(model, impression).kind().ranks());
        if (!weighs || !model.can(Capability.INTERVENTIONS)) {
            return Arrays.stream(ControlKind.values())
                    .map(kind -> Control.missing(kind, NoControl.ALIKE_ALREADY))
                    .toList();
        }
        float[] own = rows.logits(model::logits, share -> {});
        progress.at("controls", 0.6);
        float[] uniform = rows.logits(model::even, share -> {});
        progress.at("controls", 0.7);
        Random chance = new Random(SEED);
        float[] shuffled =
                rows.logits(batch -> model.mixed(batch, n -> dealt(n, chance)), SHUFFLED_AT_ONCE, share -> {});
        Control retrained = siblings.uniform()
                .map(other -> control(ControlKind.RETRAINED, own, rows.logits(other::logits, share -> {})))
                .orElseGet(() -> Control.missing(ControlKind.RETRAINED, siblings.noUniform()));
        return List.of(
                control(ControlKind.UNIFORM, own, uniform), control(ControlKind.SHUFFLED, own, shuffled), retrained);
    }

    private Control control(ControlKind kind, float[] own, float[] changed) {
        double change = 0;
        for (int i = 0; i < own.length; i++) {
            change += Math.abs(Scores.sigmoid(own[i]) - Scores.sigmoid(changed[i])) / own.length;
        }
        ScoredSamples now = rows.scored(changed);
        ScoredSamples before = rows.scored(own);
        Optional<Interval> interval = Bootstrap.of(Anatomy.SEED).aucDifference(now, before);
        return new Control(
                kind,
                null,
                RankMetric.once(before).length,
                Auc.of(before).orNaN(),
                Auc.of(now).orNaN(),
                interval.map(Interval::low).orElse(Double.NaN),
                interval.map(Interval::high).orElse(Double.NaN),
                change);
    }

    /** A permutation. */
    static double[] dealt(int n, Random chance) {
        List<Integer> to = new ArrayList<>(IntStream.range(0, n).boxed().toList());
        Collections.shuffle(to, chance);
        double[] mixing = new double[n * n];
        for (int i = 0; i < n; i++) {
            mixing[i * n + to.get(i)] = 1;
        }
        return mixing;
    }

    /** Empty without other seeds. */
    Optional<Seeds> seeds(List<Scorer> others) {
        if (others.isEmpty()) {
            return Optional.empty();
        }
        Tally looks = new Tally();
        Tally effects = new Tally();
        Tally chance = new Tally();
        for (int i = 0; i < seen.size() && !progress.cancelled(); i++) {
            progress.at("seeds", 0.7 + 0.3 * i / seen.size());
            Impression impression = seen.get(i);
            List<Set<Integer>> byLook = new ArrayList<>();
            List<Set<Integer>> byEffect = new ArrayList<>();
            boolean ranks = true;
            for (int m = 0; m <= others.size(); m++) {
                Scorer each = m == 0 ? model : others.get(m - 1);
                LookResult looked = look(each, impression);
                ranks &= looked.kind().ranks();
                byLook.add(first(looked.strength()));
                byEffect.add(first(Effects.of(each.removal(impression.batch())).size()));
            }
            looks.add(impression.user(), ranks ? shared(byLook) : Double.NaN);
            effects.add(impression.user(), shared(byEffect));
            chance.add(impression.user(), Math.min(1.0, (double) TOP / impression.behaviours()));
        }
        return Optional.of(new Seeds(
                others.size() + 1,
                looks.figure(),
                effects.figure(),
                chance.figure().mean()));
    }

    private static Set<Integer> first(double[] strength) {
        return Arrays.stream(Scores.descending(strength)).limit(TOP).boxed().collect(Collectors.toSet());
    }

    /** Mean over all pairs. */
    static double shared(List<Set<Integer>> firsts) {
        double sum = 0;
        int pairs = 0;
        for (int i = 0; i < firsts.size(); i++) {
            for (int k = i + 1; k < firsts.size(); k++) {
                Set<Integer> both = new HashSet<>(firsts.get(i));
                both.retainAll(firsts.get(k));
                sum += firsts.get(i).isEmpty()
                        ? Double.NaN
                        : (double) both.size() / firsts.get(i).size();
                pairs++;
            }
        }
        return sum / pairs;
    }

    private static LookResult look(Scorer of, Impression impression) {
        return Explainer.look(of, impression);
    }
}
