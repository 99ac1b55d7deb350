package dev.interestlens.explain.effect;

import dev.interestlens.data.Field;
import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.RawBatch;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.explain.effect.FieldEffect.Side;
import dev.interestlens.explain.look.Impression;
import dev.interestlens.explain.words.CategoryNames;
import dev.interestlens.explain.words.Text;
import dev.interestlens.explain.words.Wording;
import dev.interestlens.model.Scorer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Measures what user, context and candidate fields do to a score: those of user and context by putting in their other values, those of the candidate by
 * other items ({@link CandidateEffects}). The values of the training data are counted when they are first asked for. One thread at a time.
 */
public final class FieldEffects {
    private final SampleSet samples;
    private final PreparedDataset data;
    private final CategoryNames categories;
    private List<FieldValues> fields;
    private CandidateEffects candidates;

    public FieldEffects(SampleSet samples) {
        this.samples = samples;
        data = samples.data();
        categories = new CategoryNames(data);
    }

    /** Of every field, in the order of the schema: the user's, the context's, the candidate's. */
    public List<FieldEffect> of(Scorer model, Impression impression) {
        if (fields == null) {
            fields = FieldValues.of(samples);
            candidates = new CandidateEffects(samples, of(Side.CANDIDATE));
        }
        List<CandidateEffects.Measured> measured = new ArrayList<>();
        for (Side side : List.of(Side.USER, Side.CONTEXT)) {
            of(side).forEach(field -> measured.add(changed(model, impression, field)));
        }
        measured.addAll(candidates.of(model, impression));
        List<FieldEffect> effects = new ArrayList<>();
        for (int f = 0; f < fields.size(); f++) {
            effects.add(effect(model, impression, fields.get(f), measured.get(f)));
        }
        return effects;
    }

    private List<FieldValues> of(Side side) {
        return fields.stream().filter(field -> field.side() == side).toList();
    }

    /** Other values put in place of the field's own. */
    private static CandidateEffects.Measured changed(Scorer model, Impression impression, FieldValues field) {
        int n = field.values().size();
        float[] logits = logits(model, impression, field, field.values());
        double mean = 0;
        for (int i = 0; i < n; i++) {
            mean += field.weights()[i] * logits[i + 1];
        }
        double squares = 0;
        for (int i = 0; !field.exact() && i < n; i++) {
            squares += Math.pow(logits[i + 1] - mean, 2) / (n - 1);
        }
        return new CandidateEffects.Measured(logits[0] - mean, Math.sqrt(squares / n), Double.NaN);
    }

    /** As it is, then with each value put in place of the field's own. */
    private static float[] logits(Scorer model, Impression impression, FieldValues field, List<double[]> values) {
        RawBatch variants = impression.batch().samples(new int[values.size() + 1]);
        for (int i = 0; i < values.size(); i++) {
            field.put(variants, i + 1, values.get(i));
        }
        return model.logits(variants);
    }

    private FieldEffect effect(
            Scorer model, Impression impression, FieldValues field, CandidateEffects.Measured measured) {
        double againstUnknown = Double.NaN;
        if (field.unknown() != null) {
            float[] logits = logits(model, impression, field, List.of(field.unknown()));
            againstUnknown = logits[0] - logits[1];
        }
        return new FieldEffect(
                field.side(),
                field.field().name(),
                value(impression, field),
                measured.effect(),
                measured.standardError(),
                measured.everywhere(),
                againstUnknown,
                field.values().size(),
                field.isItem());
    }

    private Text value(Impression impression, FieldValues field) {
        if (!field.field().isCategorical()) {
            return Text.same(String.format(Locale.ROOT, "%.4g", field.number(impression.batch(), 0)));
        }
        if (field.isItem()) {
            return impression.candidate().title();
        }
        Set<String> english = new LinkedHashSet<>();
        Set<String> chinese = new LinkedHashSet<>();
        for (int k = 0; k < field.field().width(); k++) {
            int id = field.ids(impression.batch())[k];
            if (id != Field.PADDING) {
                Text word = id == Field.UNKNOWN ? Wording.of("field.unknown") : word(field, id);
                english.add(word.en());
                chinese.add(word.zh());
            }
        }
        return new Text(String.join(", ", english), String.join(", ", chinese));
    }

    private Text word(FieldValues field, int id) {
        return switch (field.side()) {
            case USER -> Text.same(data.userValue(field.index(), id));
            case CONTEXT -> Text.same(data.contextValue(field.index(), id));
            case CANDIDATE ->
                field.field().name().equals("category")
                        ? categories.of(id)
                        : Text.same(data.itemValue(field.index(), id));
        };
    }
}
