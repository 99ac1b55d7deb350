package dev.interestlens.explain.sentence;

import dev.interestlens.explain.effect.Carriers;
import dev.interestlens.explain.effect.Effects;
import dev.interestlens.explain.effect.FieldEffect;
import dev.interestlens.explain.effect.GroupEffect;
import dev.interestlens.explain.effect.JointRemoval;
import dev.interestlens.explain.effect.Standing;
import dev.interestlens.explain.effect.Standing.Lead;
import dev.interestlens.explain.look.LookResult;
import dev.interestlens.explain.look.Scores;
import dev.interestlens.explain.sentence.Sentence.Template;
import dev.interestlens.explain.words.Text;
import dev.interestlens.model.Removal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Decides which sentence is supported. The behaviours that it names are those of the largest measured Effect, removed together. Where one or two of
 * them carry more than half of what was measured, they come first; else what does more to set the score apart from those of random items, the item or
 * the history.
 *
 * <p>"Because" is said of behaviours that are among those with the largest Look too, since users would believe these to be the reasons. It requires
 * that the score falls further than under nearly every random removal of as many, that the history raises the score and does more than the item, and
 * that no group has clearly more Effect than the named behaviours. Where what was looked at most does nothing of the kind, that is said.
 *
 * @param titles of the behaviours, oldest first
 * @param standing of the candidate among others
 */
public record SentenceGate(List<Text> titles, Removal removal, Standing standing) {
    private static final int LOOKED = 3;
    private static final double SURE = 1.96;

    public Sentence sentence(LookResult looked, Effects effects) {
        Sentence ofHistory = ofHistory(looked, effects);
        return effects.strongestField()
                .filter(field -> stronger(field, ofHistory, effects))
                .map(field -> words(looked, effects).field(field, ofHistory, leads(field, ofHistory, effects)))
                .orElse(ofHistory);
    }

    private SentenceWords words(LookResult looked, Effects effects) {
        return new SentenceWords(titles, effects, standing, looked.kind().ranks());
    }

    /** Whether a field beside the history raises the score more than any behaviour, and more than the named ones together. */
    private static boolean stronger(FieldEffect field, Sentence ofHistory, Effects effects) {
        double most = Arrays.stream(effects.effect()).max().orElse(0);
        return sure(field) >= Effects.WORTH_SAYING && sure(field) > Math.max(most, ofHistory.change());
    }

    /**
     * Whether it comes first: not where behaviours carry more than half of what the history does, nor where a behaviour, a group or a leading history
     * does more than the field, in either direction.
     */
    private boolean leads(FieldEffect field, Sentence ofHistory, Effects effects) {
        if (ofHistory.change() != 0 && Carriers.carries(effects, ofHistory.change())) {
            return false;
        }
        DoubleStream groups =
                effects.groups().stream().filter(GroupEffect::standsOut).mapToDouble(each -> Math.abs(each.effect()));
        DoubleStream history = standing.lead() == Lead.HISTORY
                ? DoubleStream.of(standing.history().size())
                : DoubleStream.empty();
        return DoubleStream.concat(DoubleStream.concat(groups, history), Arrays.stream(effects.size()))
                .allMatch(other -> sure(field) >= other);
    }

    private static double sure(FieldEffect field) {
        return field.reason() - SURE * field.standardError();
    }

    private Sentence ofHistory(LookResult looked, Effects effects) {
        SentenceWords words = words(looked, effects);
        int n = titles.size();
        if (n == 0) {
            return words.cold();
        }
        if (n < Effects.MIN_BEHAVIOURS) {
            return new Carriers(removal, effects, IntStream.range(0, n).boxed().toList())
                    .ofShort()
                    .map(each -> each.most()
                            ? words.carried(Template.SHORT, each.removal())
                            : words.naming(Template.SHORT, each.removal()))
                    .orElseGet(() -> words.plain(Template.SHORT, Double.NaN));
        }
        List<Integer> most = mostLookedAt(looked);
        Carriers carriers = new Carriers(removal, effects, most);
        Optional<Carriers.Found> found = carriers.found();
        if (idle(effects) && found.filter(Carriers.Found::most).isEmpty()) {
            return words.idle();
        }
        Optional<Sentence> named = found.map(each -> named(each, most, effects, words));
        return carriers.lookedInVain(found)
                .map(vain -> words.lookedInVain(named, vain))
                .or(() -> named)
                .orElseGet(() -> words.plain(Template.SPREAD, effects.emptyScore()));
    }

    private static List<Integer> mostLookedAt(LookResult looked) {
        return looked.kind().ranks()
                ? Arrays.stream(Scores.descending(looked.strength()))
                        .limit(LOOKED)
                        .boxed()
                        .toList()
                : List.of();
    }

    private static boolean idle(Effects effects) {
        return Math.abs(effects.historyEffect()) < Effects.WORTH_SAYING
                && Arrays.stream(effects.size()).allMatch(size -> size < Effects.WORTH_SAYING)
                && effects.groups().stream().noneMatch(GroupEffect::standsOut);
    }

    /** @param most what was looked at most; empty where the model ranks nothing */
    private Sentence named(Carriers.Found found, List<Integer> most, Effects effects, SentenceWords words) {
        JointRemoval removed = found.removal();
        boolean lookedAt = most.containsAll(removed.removed());
        Template template = template(removed, lookedAt || most.isEmpty(), effects);
        Sentence said = template == Template.STRONG
                ? words.strong(removed)
                : found.most() ? words.carried(template, removed) : words.naming(template, removed);
        return lookedAt ? said.looked(said.named()) : said;
    }

    private Template template(JointRemoval removed, boolean because, Effects effects) {
        if (removed.fall() < 0) {
            return Template.OPPOSES;
        }
        if (!raisedByHistory(effects)) {
            return Template.WITHIN;
        }
        boolean group = effects.groups().stream()
                .anyMatch(each -> each.standsOut() && each.effect() > 0 && GroupWords.beats(each, removed.fall()));
        return group ? Template.GROUP : because ? Template.STRONG : Template.WITHIN;
    }

    /** Whether the history raises the score, and above random items by more than the item itself does. */
    private boolean raisedByHistory(Effects effects) {
        boolean leads = standing.lead() == Lead.UNKNOWN
                || standing.lead() == Lead.HISTORY && standing.history().difference() > 0;
        return leads && effects.historyEffect() >= Effects.WORTH_SAYING;
    }
}
