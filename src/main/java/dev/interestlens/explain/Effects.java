package dev.interestlens.explain;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What removing really does, measured.
 *
 * @param logit z(H), in the precision of the removal
 * @param emptyLogit z(∅), nothing can be read: attention has no key, a pooled interest is zero, a recurrent state stays at its start; the candidate
 *     keeps its position, profile and context
 * @param effect Δ = z(H) − z(H∖j) of each behaviour: positive where it raises the score
 * @param points p(H) − p(H∖j)
 * @param groups the same of behaviours that belong together, removed together; empty until asked for
 * @param fields what user, context and candidate fields do; empty where that was not measured
 * @param evenLogit the logit with even weights in place of the model's own; NaN where attention cannot be set, or was not
 */
public record Effects(
        double logit,
        double emptyLogit,
        double[] effect,
        double[] points,
        List<GroupEffect> groups,
        List<FieldEffect> fields,
        double evenLogit) {
    /** Of single behaviours alone. */
    public Effects(double logit, double emptyLogit, double[] effect, double[] points) {
        this(logit, emptyLogit, effect, points, List.of(), List.of(), Double.NaN);
    }

    public Effects {
        effect = effect.clone();
        points = points.clone();
        groups = List.copyOf(groups);
        fields = List.copyOf(fields);
    }

    Effects with(List<GroupEffect> measured) {
        return new Effects(logit, emptyLogit, effect, points, measured, fields, evenLogit);
    }

    Effects withFields(List<FieldEffect> measured) {
        return new Effects(logit, emptyLogit, effect, points, groups, measured, evenLogit);
    }

    Effects withEven(double even) {
        return new Effects(logit, emptyLogit, effect, points, groups, fields, even);
    }

    /** The field that raises the score most; the candidate's own id is not one, since every reason is one for this candidate. */
    public Optional<FieldEffect> strongestField() {
        return fields.stream()
                .filter(field -> !field.identity() && field.effect() > 0)
                .max(Comparator.comparingDouble(FieldEffect::effect));
    }

    /** By how much even weights move the logit: near 0, attention is decoration. NaN where it was not tried. */
    public double attentionMatters() {
        return Math.abs(logit - evenLogit);
    }

    /** z(H) − z(∅). */
    public double historyEffect() {
        return logit - emptyLogit;
    }

    /** p(H). */
    public double score() {
        return Scores.sigmoid(logit);
    }

    /** p(∅). */
    public double emptyScore() {
        return Scores.sigmoid(emptyLogit);
    }

    /** |Δ|. */
    public double[] size() {
        double[] size = new double[effect.length];
        for (int j = 0; j < effect.length; j++) {
            size[j] = Math.abs(effect[j]);
        }
        return size;
    }
}
