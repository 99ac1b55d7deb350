package dev.interestlens.explain.effect;

import dev.interestlens.explain.look.Impression;
import dev.interestlens.explain.look.Scores;
import dev.interestlens.model.Removal;
import dev.interestlens.model.Scorer;
import dev.interestlens.store.ArrayFill;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Measured effects of removal: what a perturbation, one behaviour masked at a time, does to the score.
 *
 * @param logit z(H), in the precision of the removal
 * @param emptyLogit z(∅), nothing can be read: attention has no key, a pooled interest is zero, a recurrent state stays at its start; the candidate
 *     keeps its position, profile and context
 * @param effect Δ = z(H) − z(H∖j) of each behaviour: positive where it raises the score
 * @param points p(H) − p(H∖j)
 * @param byTable the part of each Δ that comes from what followed what
 * @param groups the same for groups of behaviours, removed together; empty until requested
 * @param fields effects of user, context and candidate fields; empty where that was not measured
 * @param evenLogit the logit with even weights in place of the model's own; NaN where attention cannot be set, or was not
 */
public record Effects(
        double logit,
        double emptyLogit,
        double[] effect,
        double[] points,
        ByTable byTable,
        List<GroupEffect> groups,
        List<FieldEffect> fields,
        double evenLogit) {
    /** The fewest behaviours for which a statement is made. */
    public static final int MIN_BEHAVIOURS = 5;
    /** Smaller changes of the logit (odds change by less than a tenth) are not mentioned. */
    public static final double WORTH_SAYING = 0.1;

    /** Of single behaviours only. */
    public Effects(double logit, double emptyLogit, double[] effect, double[] points, ByTable byTable) {
        this(logit, emptyLogit, effect, points, byTable, List.of(), List.of(), Double.NaN);
    }

    /** Of single behaviours of a model without a table. */
    public Effects(double logit, double emptyLogit, double[] effect, double[] points) {
        this(logit, emptyLogit, effect, points, ByTable.none(effect.length));
    }

    public Effects {
        effect = effect.clone();
        points = points.clone();
        groups = List.copyOf(groups);
        fields = List.copyOf(fields);
    }

    /** Of every behaviour that the model reads, with its search running again without each. */
    public static Effects of(Scorer model, Impression impression) {
        ReadPart part = ReadPart.of(model, impression);
        return part.spread(of(part.searched()));
    }

    /** Of every behaviour. */
    public static Effects of(Removal removal) {
        boolean[] all = ArrayFill.flags(removal.behaviours(), every -> true);
        return of(removal, all);
    }

    /** Of readable behaviours the effect of removing them, of the others what they would add. */
    public static Effects of(Removal removal, boolean[] readable) {
        int n = readable.length;
        List<boolean[]> kept = new ArrayList<>();
        for (int j = 0; j < n; j++) {
            boolean[] changed = readable.clone();
            changed[j] = !changed[j];
            kept.add(changed);
        }
        kept.add(readable);
        kept.add(new boolean[n]);
        double[] logits = removal.logits(kept);
        double[] tables = removal.byTable(kept);
        double whole = logits[n];
        double[] effect = new double[n];
        double[] points = new double[n];
        double[] byTable = new double[n];
        for (int j = 0; j < n; j++) {
            int sign = readable[j] ? 1 : -1;
            effect[j] = sign * (whole - logits[j]);
            byTable[j] = sign * (tables[n] - tables[j]);
            points[j] = sign * (Scores.sigmoid(whole) - Scores.sigmoid(logits[j]));
        }
        return new Effects(whole, logits[n + 1], effect, points, new ByTable(removal.table(), byTable));
    }

    public Effects with(List<GroupEffect> measured) {
        return new Effects(logit, emptyLogit, effect, points, byTable, measured, fields, evenLogit);
    }

    public Effects withFields(List<FieldEffect> measured) {
        return new Effects(logit, emptyLogit, effect, points, byTable, groups, measured, evenLogit);
    }

    public Effects withEven(double even) {
        return new Effects(logit, emptyLogit, effect, points, byTable, groups, fields, even);
    }

    /** The field that is the strongest reason for the score to be high. */
    public Optional<FieldEffect> strongestField() {
        return fields.stream().filter(field -> field.reason() > 0).max(Comparator.comparingDouble(FieldEffect::reason));
    }

    /** By how much even weights change the logit: near 0, attention hardly matters. NaN where it was not measured. */
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

    /**
     * The part of each Δ that goes through what the model looks with: without the table's where that stands beside it. Look is compared with this.
     */
    public double[] ofAttention() {
        double[] table = byTable.effect();
        return byTable.beside() ? ArrayFill.doubles(effect.length, j -> effect[j] - table[j]) : effect;
    }

    /** |Δ|. */
    public double[] size() {
        return size(effect);
    }

    /** The size of the part of each Δ that goes through what the model looks with. */
    public double[] sizeOfAttention() {
        return size(ofAttention());
    }

    private static double[] size(double[] values) {
        return ArrayFill.doubles(values.length, j -> Math.abs(values[j]));
    }
}
