package dev.interestlens.explain.effect;

import dev.interestlens.explain.look.Scores;
import dev.interestlens.explain.words.Text;
import dev.interestlens.explain.words.Wording;
import java.util.HashMap;
import java.util.Map;

/**
 * A measured change of a score, for texts. Both scores have the same number of decimals. Where they read alike, the text says that the score stays,
 * and how the logit changes.
 */
public final class ScoreChange {
    private static final int DIGITS = 2;

    private final double by;
    private final Map<String, Text> values;
    private final boolean alike;

    /**
     * @param from logit before
     * @param to logit after
     * @param beside other scores in the same text, from which the score before must be distinguished
     */
    public ScoreChange(double from, double to, double... beside) {
        double before = Scores.sigmoid(from);
        double after = Scores.sigmoid(to);
        int digits = Math.max(
                Wording.digits(before, after), Math.max(Wording.digits(after, before), Wording.digits(before, beside)));
        by = to - from;
        values = Map.of(
                "from", Wording.number(before, digits),
                "to", Wording.number(after, digits),
                "by", Wording.number(Math.abs(by), DIGITS));
        alike = values.get("from").equals(values.get("to"));
    }

    /** "falls from 0.92 to 0.50" */
    public Text falls() {
        return Wording.of(alike ? "change.falls.alike" : "change.falls", values);
    }

    /** "rises from 0.50 to 0.92" */
    public Text rises() {
        return Wording.of(alike ? "change.rises.alike" : "change.rises", values);
    }

    /** "goes from 0.50 to 0.92", for changes that do not matter. */
    public Text goes() {
        return Wording.of(alike ? "change.goes.alike" : "change.goes", values);
    }

    /** "be 0.50", behind "would". */
    public Text would() {
        return alike ? still() : Wording.of("change.would", values);
    }

    /** "be 0.50 instead of 0.92", behind "would". */
    public Text instead() {
        return alike ? still() : Wording.of("change.instead", values);
    }

    private Text still() {
        boolean same = values.get("by").equals(Wording.number(0, DIGITS));
        return Wording.of(same ? "change.would.same" : by < 0 ? "change.would.lower" : "change.would.higher", values);
    }

    /** All of them, by the names of their placeholders. */
    public Map<String, Text> words() {
        Map<String, Text> words = new HashMap<>();
        words.put("falls", falls());
        words.put("rises", rises());
        words.put("goes", goes());
        words.put("would", would());
        words.put("instead", instead());
        return words;
    }
}
