package dev.interestlens.explain.effect;

import dev.interestlens.data.Field;
import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.RawBatch;
import dev.interestlens.data.Schema;
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
 * Measures what user, context and candidate fields do to a score. The values of the training data are counted when they are first asked for. One thread at
 * a time.
 */
public final class FieldEffects {
    private final SampleSet samples;
    private final PreparedDataset data;
    private final CategoryNames categories;
    private List<FieldValues> fields;

    public FieldEffects(SampleSet samples) {
        this.samples = samples;
        data = samples.data();
        categories = new CategoryNames(data);
    }

    /** Of every field, in the order of the schema: the user's, the context's, the candidate's. */
    public List<FieldEffect> of(Scorer model, Impression impression) {
        fields = fields == null ? FieldValues.of(samples) : fields;
        List<FieldEffect> effects = new ArrayList<>();
        for (FieldValues field : fields) {
            effects.add(effect(model, impression, field));
        }
        return effects;
    }

    private FieldEffect effect(Scorer model, Impression impression, FieldValues field) {
        int n = field.values().size();
        double[] unknown = field.unknown();
        RawBatch variants = impression.batch().samples(new int[n + (unknown == null ? 1 : 2)]);
        for (int i = 0; i < n; i++) {
            field.put(variants, i + 1, field.values().get(i));
        }
        if (unknown != null) {
            field.put(variants, n + 1, unknown);
        }
        float[] logits = model.logits(variants);
        double mean = 0;
        for (int i = 0; i < n; i++) {
            mean += field.weights()[i] * logits[i + 1];
        }
        double squares = 0;
        for (int i = 0; !field.exact() && i < n; i++) {
            squares += Math.pow(logits[i + 1] - mean, 2) / (n - 1);
        }
        return new FieldEffect(
                field.side(),
                field.field().name(),
                value(impression, field),
                logits[0] - mean,
                Math.sqrt(squares / n),
                unknown == null ? Double.NaN : (double) logits[0] - logits[n + 1],
                n,
                isItem(field));
    }

    private static boolean isItem(FieldValues field) {
        return field.side() == Side.CANDIDATE && field.field().isCategorical() && field.index() == Schema.ITEM;
    }

    private Text value(Impression impression, FieldValues field) {
        if (!field.field().isCategorical()) {
            return Text.same(String.format(Locale.ROOT, "%.4g", field.number(impression.batch(), 0)));
        }
        if (isItem(field)) {
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
