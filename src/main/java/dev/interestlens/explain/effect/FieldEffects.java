package dev.interestlens.explain.effect;

import dev.interestlens.data.Field;
import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.RawBatch;
import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.explain.effect.FieldEffect.Side;
import dev.interestlens.explain.look.Impression;
import dev.interestlens.explain.words.CategoryNames;
import dev.interestlens.explain.words.Text;
import dev.interestlens.explain.words.Wording;
import dev.interestlens.model.CatalogueScorer;
import dev.interestlens.model.Scorer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Measures the effects of user, context and candidate fields by replacing their values. An effect of a candidate's field for this person only is a
 * match with something of the person (a behaviour, a user or context field); so it is also measured for some other people of the training data. The
 * values of the training data are counted on first use. One thread at a time.
 */
public final class FieldEffects {
    private static final int PEOPLE = 8;

    private final SampleSet samples;
    private final PreparedDataset data;
    private final CategoryNames categories;
    private List<FieldValues> fields;
    private List<RawBatch> people;

    public FieldEffects(SampleSet samples) {
        this.samples = samples;
        data = samples.data();
        categories = new CategoryNames(data);
    }

    /** Of every field, in the order of the schema: the user's, the context's, the candidate's. */
    public List<FieldEffect> of(Scorer model, Impression impression) {
        if (fields == null) {
            fields = FieldValues.of(samples);
            people = people();
        }
        return fields.stream().map(field -> effect(model, impression, field)).toList();
    }

    /** A systematic sample of training rows. */
    private List<RawBatch> people() {
        int rows = samples.size(Part.TRAIN);
        return IntStream.range(0, Math.min(PEOPLE, rows))
                .mapToObj(i -> samples.batch(
                        Part.TRAIN, new int[] {(int) ((2L * i + 1) * rows / (2L * Math.min(PEOPLE, rows)))}))
                .toList();
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
        double mean = field.mean(logits);
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
                field.side() == Side.CANDIDATE && !field.isItem() ? everywhere(model, field, impression) : Double.NaN,
                unknown == null ? Double.NaN : (double) logits[0] - logits[n + 1],
                n,
                field.isItem());
    }

    /** The mean effect of a field of the candidate for other people. */
    private double everywhere(Scorer model, FieldValues field, Impression impression) {
        int[] candidate = new int[field.values().size() + 1];
        Arrays.fill(candidate, impression.candidate().number());
        RawBatch variants = samples.custom(new int[0], new long[0], impression.user(), candidate);
        for (int i = 1; i < candidate.length; i++) {
            field.put(variants, i, field.values().get(i - 1));
        }
        try (CatalogueScorer scorer = model.catalogue(variants)) {
            return people.stream()
                    .map(scorer::logits)
                    .mapToDouble(logits -> logits[0] - field.mean(logits))
                    .average()
                    .orElse(Double.NaN);
        }
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
