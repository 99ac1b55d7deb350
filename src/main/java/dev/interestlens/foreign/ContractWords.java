package dev.interestlens.foreign;

import dev.interestlens.explain.words.Text;
import dev.interestlens.explain.words.TextBundle;
import dev.interestlens.foreign.Contract.Check;
import dev.interestlens.foreign.Contract.Verdict;
import dev.interestlens.foreign.mapping.Mapping.Rule;
import dev.interestlens.foreign.mapping.Mapping.Vocabulary;
import dev.interestlens.store.EnumNames;
import dev.interestlens.store.Texts;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Texts of verdicts, and their figures. */
final class ContractWords {
    private static final TextBundle WORDS = new TextBundle(ContractWords.class);
    private static final double TENTH = 0.095;
    private static final double THOUSANDTH = 0.00095;

    private ContractWords() {}

    /**
     * A verdict.
     *
     * @param key of its sentence
     * @param values names of placeholders, each followed by its value
     */
    static Verdict verdict(Check check, Boolean passed, String key, Object... values) {
        Map<String, Text> texts = new HashMap<>();
        for (int i = 0; i + 1 < values.length; i += 2) {
            Object value = values[i + 1];
            texts.put(
                    (String) values[i],
                    value instanceof Text text ? text : Text.same(Texts.plain(String.valueOf(value))));
        }
        return new Verdict(check, passed, WORDS.of("contract." + key, texts));
    }

    /** The text of a numbering: the rule, and the first number or the offset of given ones. */
    static Text numbering(Vocabulary vocabulary) {
        String key = "numbering." + EnumNames.name(vocabulary.rule());
        int moved = vocabulary.first() - 1;
        boolean own = vocabulary.rule() == Rule.FILE || vocabulary.rule() == Rule.AS_IS;
        Text rule = WORDS.of(key, Map.of("first", Text.same(String.valueOf(vocabulary.first()))));
        String sign = moved > 0 ? "+" : "−";
        return own && moved != 0 ? rule.then(Text.same(sign + " " + Math.abs(moved))) : rule;
    }

    /** A difference of logits. */
    static String figure(double value) {
        if (!Double.isFinite(value)) {
            return "∞";
        }
        if (value == 0) {
            return "0";
        }
        String format = value >= TENTH ? "%.2f" : value >= THOUSANDTH ? "%.4f" : "%.1e";
        return String.format(Locale.ROOT, format, value);
    }

    static String percent(double share) {
        return Math.round(100 * share) + " %";
    }
}
