package dev.interestlens.explain.sentence;

import dev.interestlens.explain.effect.Effects;
import dev.interestlens.explain.effect.FieldEffect;
import dev.interestlens.explain.effect.JointRemoval;
import dev.interestlens.explain.effect.Standing;
import dev.interestlens.explain.effect.Standing.Level;
import dev.interestlens.explain.look.Scores;
import dev.interestlens.explain.sentence.Sentence.Template;
import dev.interestlens.explain.words.Text;
import dev.interestlens.explain.words.Wording;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes the sentence: the named behaviours, the score with and without them, and the score without any history. */
final class SentenceWords {
    private static final double HALF = 0.5;

    private final List<Text> titles;
    private final Effects effects;
    private final Standing standing;

    /** @param titles of the behaviours, oldest first */
    SentenceWords(List<Text> titles, Effects effects, Standing standing) {
        this.titles = titles;
        this.effects = effects;
        this.standing = standing;
    }

    /** A sentence that names no behaviour. */
    Sentence plain(Template template) {
        double to = template == Template.COLD || template == Template.SHORT ? Double.NaN : effects.emptyScore();
        return sentence(template, key(template), List.of(), effects.score(), to, Map.of());
    }

    /** The score is mainly due to them where they have half of the history's effect, otherwise to the history. */
    Sentence strong(JointRemoval named) {
        String reason = named.fall() >= HALF * effects.historyEffect() ? "reason.mainly" : "reason.most";
        return sentence(
                Template.STRONG,
                key(Template.STRONG) + "." + lower(standing.level()),
                named,
                Map.of(
                        "reason", Wording.of(reason, Map.of("items", items(named.removed()))),
                        "place", place("place.first", standing.with())));
    }

    /**
     * They raise it, but the item scores high without the history.
     *
     * @param least change of the logit that is mentioned
     */
    Sentence within(JointRemoval named, double least) {
        double history = effects.historyEffect();
        String whole = history <= -least ? "whole.lowers" : history < least ? "whole.same" : "whole.raises";
        Map<String, Text> itself = scores(named);
        itself.put("place", place("place.first", standing.without()));
        Map<String, Text> then = scores(named);
        then.put("place", place("place.then", standing.with()));
        return sentence(
                Template.WITHIN,
                key(Template.WITHIN),
                named,
                Map.of(
                        "itself", Wording.of("itself." + lower(standing.levelWithout()), itself),
                        "whole", Wording.of(whole, then)));
    }

    /** They lower it; where the history as a whole raises it, that is told first. */
    Sentence opposes(JointRemoval named, double least) {
        String raised = effects.historyEffect() >= least ? ".raised" : "";
        return sentence(Template.OPPOSES, key(Template.OPPOSES) + raised, named, Map.of());
    }

    /** A field beside the history is the strongest reason; the sentence about the history follows. */
    Sentence field(FieldEffect field, Sentence ofHistory) {
        double without = Scores.sigmoid(effects.logit() - field.effect());
        Map<String, Text> values = new HashMap<>();
        values.put("field", field.text());
        values.put("from", Wording.score(effects.score(), without));
        values.put("to", Wording.score(without, effects.score()));
        boolean because = ofHistory.template() == Template.STRONG;
        return new Sentence(
                ofHistory.template(),
                Wording.of("sentence.field", values),
                because ? historyBehind(ofHistory) : ofHistory.text(),
                ofHistory.named(),
                ofHistory.from(),
                ofHistory.to(),
                ofHistory.standing());
    }

    private Text historyBehind(Sentence ofHistory) {
        Map<String, Text> values = scores(ofHistory.from(), ofHistory.to());
        values.put("items", items(ofHistory.named()));
        values.put("them", Wording.of(ofHistory.named().size() == 1 ? "them.one" : "them.many"));
        return Wording.of("sentence.field.history", values);
    }

    /** Their effect is not larger than that of others. */
    Sentence lookedNotMattered(JointRemoval named) {
        return sentence(Template.LOOKED_NOT_MATTERED, key(Template.LOOKED_NOT_MATTERED), named, Map.of());
    }

    private Sentence sentence(Template template, String key, JointRemoval named, Map<String, Text> more) {
        return sentence(template, key, named.removed(), Scores.sigmoid(named.before()), after(named), more);
    }

    private Sentence sentence(
            Template template, String key, List<Integer> named, double from, double to, Map<String, Text> more) {
        Map<String, Text> values = scores(from, to);
        values.put("items", items(named));
        values.put("them", Wording.of(named.size() == 1 ? "them.one" : "them.many"));
        values.putAll(more);
        Text behind = template == Template.WITHIN ? Wording.of(key + ".more", values) : Text.same("");
        return new Sentence(template, Wording.of(key, values), behind, named, from, to, standing);
    }

    private Map<String, Text> scores(JointRemoval named) {
        return scores(Scores.sigmoid(named.before()), after(named));
    }

    private Map<String, Text> scores(double from, double to) {
        double empty = effects.emptyScore();
        Map<String, Text> scores = new HashMap<>();
        scores.put("from", Wording.score(from, to, empty));
        scores.put("to", Wording.score(to, from));
        scores.put("empty", Wording.score(empty, from));
        return scores;
    }

    private Text place(String key, Standing.Place place) {
        return standing.level() == Level.UNKNOWN
                ? Text.same("")
                : Wording.of(
                        key,
                        Map.of(
                                "rank", Text.same(String.valueOf(place.rank())),
                                "among", Text.same(String.valueOf(standing.among()))));
    }

    private Text items(List<Integer> named) {
        return Wording.list(named.stream().map(titles::get).toList());
    }

    private static double after(JointRemoval named) {
        return Scores.sigmoid(named.after());
    }

    private static String key(Template template) {
        return "sentence." + lower(template);
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
