package dev.interestlens.explain.sentence;

import dev.interestlens.explain.effect.Effects;
import dev.interestlens.explain.effect.FieldEffect;
import dev.interestlens.explain.effect.JointRemoval;
import dev.interestlens.explain.effect.ScoreChange;
import dev.interestlens.explain.effect.Standing;
import dev.interestlens.explain.effect.Standing.Lead;
import dev.interestlens.explain.effect.Standing.Level;
import dev.interestlens.explain.look.Scores;
import dev.interestlens.explain.sentence.Sentence.Template;
import dev.interestlens.explain.words.Text;
import dev.interestlens.explain.words.Wording;
import dev.interestlens.store.EnumNames;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes the sentence: the score, what does more for it, the named behaviours, and the score without them and without any history.
 *
 * @param titles of the behaviours, oldest first
 * @param attends whether the model has attention that ranks behaviours
 */
record SentenceWords(List<Text> titles, Effects effects, Standing standing, boolean attends) {
    private static final double HALF = 0.5;

    /** There is no history, and nothing that it could do. */
    Sentence cold() {
        return sentence(
                Template.COLD,
                Wording.of(key(Template.COLD), scores(effects.score(), Double.NaN)),
                Text.same(""),
                List.of(),
                effects.score(),
                Double.NaN);
    }

    /** The history changes nothing: the item alone, except where the history changes the scores of other items. */
    Sentence idle() {
        boolean alone = standing.lead() == Lead.ITEM || standing.lead() == Lead.UNKNOWN;
        Text first = scored().then(alone ? lead("idle") : lead());
        return sentence(Template.IDLE, first, Text.same(""), List.of(), effects.score(), effects.emptyScore());
    }

    /** A sentence that names no behaviour. */
    Sentence plain(Template template, double to) {
        return sentence(template, scored().then(lead()), Wording.of(key(template)), List.of(), effects.score(), to);
    }

    /** The score is due to them: mainly where they have half of the history's effect and more than the item, otherwise to the history. */
    Sentence strong(JointRemoval named) {
        boolean mainly = named.fall() >= HALF * effects.historyEffect()
                && !(standing.item().difference() > named.fall());
        Map<String, Text> values = named(named);
        values.put("reason", Wording.of(mainly ? "reason.mainly" : "reason.most", values));
        boolean high = standing.level() == Level.HIGH || standing.level() == Level.UNKNOWN;
        Text first = Wording.of(key(Template.STRONG) + (high ? ".high" : ".other"), values);
        return naming(Template.STRONG, first.then(remark(named)), Text.same(""), named);
    }

    /** The named behaviours, which carry most of it, then what does more, the item or the history. */
    Sentence carried(Template template, JointRemoval named) {
        String what = titles.size() == named.removed().size() ? "only" : named.fall() > 0 ? "raises" : "lowers";
        Text first = scored().then(Wording.of("carry." + what, named(named)));
        Text part = what.equals("only") ? Text.same("") : remark(named);
        return naming(template, first.then(part), lead(), named);
    }

    /** What does more, then the named behaviours, which do most of all behaviours. */
    Sentence naming(Template template, JointRemoval named) {
        String key = "sentence." + (named.fall() > 0 ? "raise" : "lower");
        Text more = Wording.of(key + (named.removed().size() == 1 ? ".one" : ".many"), named(named));
        return naming(template, scored().then(lead()), more.then(remark(named)), named);
    }

    /** Who did what they do. */
    private TablePart part(JointRemoval named) {
        return TablePart.of(effects, attends, named.fall(), named.byTable());
    }

    private Text remark(JointRemoval named) {
        return part(named).text(named.removed().size() > 1);
    }

    private Sentence naming(Template template, Text first, Text more, JointRemoval named) {
        return sentence(template, first, more, named.removed(), before(named), after(named))
                .with(part(named));
    }

    /** With what was looked at most and does no more than others. */
    Sentence lookedInVain(Optional<Sentence> said, JointRemoval vain) {
        Text remark = Wording.of(key(Template.LOOKED_NOT_MATTERED), named(vain));
        return said.map(each -> each.template() == Template.STRONG
                        ? each.with(remark)
                        : each.as(Template.LOOKED_NOT_MATTERED).with(remark).looked(vain.removed()))
                .orElseGet(() -> sentence(
                                Template.LOOKED_NOT_MATTERED,
                                scored().then(lead()),
                                remark,
                                vain.removed(),
                                before(vain),
                                after(vain))
                        .looked(vain.removed()));
    }

    /**
     * With a field beside the history that is the strongest reason.
     *
     * @param leads whether it comes before the sentence about the history, else it follows
     */
    Sentence field(FieldEffect field, Sentence ofHistory, boolean leads) {
        Map<String, Text> values =
                new ScoreChange(effects.logit(), effects.logit() - field.effect(), effects.emptyScore()).words();
        values.put("field", field.text());
        Text about = Wording.of(leads ? "sentence.field" : "sentence.field.beside", values);
        boolean because = ofHistory.template() == Template.STRONG;
        Text history = because ? historyBehind(ofHistory) : ofHistory.text();
        return leads
                ? ofHistory.saying(about, history)
                : ofHistory.saying(ofHistory.first(), ofHistory.more().then(about));
    }

    private Text historyBehind(Sentence ofHistory) {
        Map<String, Text> values =
                new ScoreChange(Scores.logit(ofHistory.from()), Scores.logit(ofHistory.to())).words();
        values.putAll(items(ofHistory.named()));
        return Wording.of("sentence.field.history", values)
                .then(ofHistory.table().text(ofHistory.named().size() > 1));
    }

    private Sentence sentence(Template template, Text first, Text more, List<Integer> named, double from, double to) {
        return new Sentence(template, first, more, named, from, to, standing)
                .with(TablePart.of(effects, attends, 0, 0));
    }

    private Text scored() {
        return Wording.of("sentence.scored", scores(effects.score(), effects.emptyScore()));
    }

    private Text lead() {
        return lead(EnumNames.lower(standing.lead()));
    }

    /** What does more, and the score without any history. */
    private Text lead(String which) {
        return Wording.of("lead." + which, scores(effects.score(), effects.emptyScore()));
    }

    private Map<String, Text> named(JointRemoval named) {
        Map<String, Text> values = scores(before(named), after(named));
        values.putAll(new ScoreChange(named.before(), named.after(), effects.emptyScore()).words());
        values.putAll(items(named.removed()));
        return values;
    }

    private Map<String, Text> items(List<Integer> named) {
        return Map.of(
                "items", Wording.list(named.stream().map(titles::get).toList()),
                "them", Wording.of(named.size() == 1 ? "them.one" : "them.many"));
    }

    private Map<String, Text> scores(double from, double to) {
        double empty = effects.emptyScore();
        Map<String, Text> values = new HashMap<>();
        values.put("from", Wording.score(from, to, empty));
        values.put("empty", Wording.score(empty, from));
        values.put("scored", scored(values));
        values.put("place", place("place.without", standing.without()));
        values.put("aside", aside());
        values.put("others", others());
        return values;
    }

    /** The score with its rank; "high" and "low" only where both say so. */
    private Text scored(Map<String, Text> scores) {
        boolean upper = effects.score() >= HALF;
        boolean high = upper && standing.level() == Level.HIGH;
        boolean low = !upper && standing.level() == Level.LOW;
        Map<String, Text> values = new HashMap<>(scores);
        values.put("place", place(high || low ? "place.word" : "place.plain", standing.with()));
        return Wording.of(high ? "scored.high" : low ? "scored.low" : "scored.plain", values);
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

    /** Where the smaller part works against the larger one. */
    private Text aside() {
        double item = standing.item().difference();
        double history = standing.history().difference();
        double smaller = standing.lead() == Lead.HISTORY ? item : history;
        boolean against = item * history < 0 && Math.abs(smaller) >= Effects.WORTH_SAYING;
        return against ? Wording.of("aside") : Text.same("");
    }

    /** What the history does to random items, where its part has not the direction of its effect on this score. */
    private Text others() {
        double part = standing.history().difference();
        boolean same = part * effects.historyEffect() > 0 && Math.abs(effects.historyEffect()) >= Effects.WORTH_SAYING;
        return same || standing.lead() != Lead.HISTORY
                ? Text.same("")
                : Wording.of(part > 0 ? "others.lowers" : "others.raises");
    }

    private static double before(JointRemoval named) {
        return Scores.sigmoid(named.before());
    }

    private static double after(JointRemoval named) {
        return Scores.sigmoid(named.after());
    }

    private static String key(Template template) {
        return "sentence." + EnumNames.lower(template);
    }
}
