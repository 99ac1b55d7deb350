package dev.interestlens.explain.sentence;

import dev.interestlens.explain.effect.Effects;
import dev.interestlens.explain.effect.FieldEffect;
import dev.interestlens.explain.effect.GroupEffect;
import dev.interestlens.explain.effect.JointRemoval;
import dev.interestlens.explain.effect.JointRemovals;
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

/**
 * Decides which sentence is supported. The first clause names what does more to set the score apart from those of random items, the item or the
 * history. Of the history it names the behaviours with the largest Look, since users would believe these to be the reasons. They are removed
 * together, and the sentence says "because" only if the score then falls further than under nearly every random removal of as many. Each named
 * behaviour contributes to that fall, and none alone clearly lowers the score. For a model that does not rank its behaviours, those of the largest
 * Effect are named instead.
 *
 * <p>"Because" also requires that the history raises the score, that it does more than the item, and that no group has clearly more Effect than the
 * named behaviours.
 *
 * @param titles of the behaviours, oldest first
 * @param standing of the candidate among others
 */
public record SentenceGate(List<Text> titles, Removal removal, Standing standing) {
    private static final double HALF_A_POINT = 0.02;
    private static final double SEEN = 0.05;
    private static final int NAMED = 3;
    private static final double SURE = 1.96;

    public Sentence sentence(LookResult looked, Effects effects) {
        Sentence ofHistory = ofHistory(looked, effects);
        return effects.strongestField()
                .filter(field -> stronger(field, ofHistory, effects))
                .map(field ->
                        new SentenceWords(titles, effects, standing).field(field, ofHistory, leads(field, effects)))
                .orElse(ofHistory);
    }

    /** Whether a field beside the history raises the score more than any behaviour, and more than the named ones together. */
    private static boolean stronger(FieldEffect field, Sentence ofHistory, Effects effects) {
        double most = Arrays.stream(effects.effect()).max().orElse(0);
        return sure(field) >= Effects.WORTH_SAYING && sure(field) > Math.max(most, ofHistory.change());
    }

    /** Whether it comes first: not where a behaviour, a group or a leading history does more than the field, in either direction. */
    private boolean leads(FieldEffect field, Effects effects) {
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
        SentenceWords words = new SentenceWords(titles, effects, standing);
        int n = titles.size();
        if (n == 0) {
            return words.cold();
        }
        if (n < Effects.MIN_BEHAVIOURS) {
            return words.plain(Template.SHORT, Double.NaN);
        }
        if (idle(effects)) {
            return words.idle();
        }
        return looked.kind().ranks() ? looked(looked, effects, words) : measured(effects, words);
    }

    private static boolean idle(Effects effects) {
        return Math.abs(effects.historyEffect()) < Effects.WORTH_SAYING
                && Arrays.stream(effects.size()).allMatch(size -> size < Effects.WORTH_SAYING)
                && effects.groups().stream().noneMatch(GroupEffect::standsOut);
    }

    private Sentence looked(LookResult looked, Effects effects, SentenceWords words) {
        JointRemovals tried = new JointRemovals(removal, first(Scores.descending(looked.strength())), clearly(effects));
        Optional<JointRemoval> supports = tried.lowering(Effects.WORTH_SAYING);
        Optional<JointRemoval> opposes = tried.raising(Effects.WORTH_SAYING);
        if (supports.isPresent()
                && supports.get().fall() >= -opposes.map(JointRemoval::fall).orElse(0.0)) {
            return supported(supports.get(), true, effects, words);
        }
        return opposes.map(removed -> words.looked(Template.OPPOSES, removed))
                .orElseGet(() -> words.looked(Template.LOOKED_NOT_MATTERED, tried.whole()));
    }

    /** The smallest Effect that is noticeable beside the others and moves the score by at least half a point. */
    private static double clearly(Effects effects) {
        return Math.max(HALF_A_POINT, SEEN * Arrays.stream(effects.size()).max().orElse(0));
    }

    private Sentence measured(Effects effects, SentenceWords words) {
        List<Integer> top = first(Scores.descending(effects.effect())).stream()
                .filter(j -> effects.effect()[j] > 0)
                .toList();
        return new JointRemovals(removal, top, clearly(effects))
                .lowering(Effects.WORTH_SAYING)
                .map(removed -> supported(removed, false, effects, words))
                .orElseGet(() -> words.plain(Template.SPREAD, effects.emptyScore()));
    }

    /** @param looked whether they are named for what was looked at, else for their Effect */
    private Sentence supported(JointRemoval removed, boolean looked, Effects effects, SentenceWords words) {
        if (!raisedByHistory(effects)) {
            return words.raising(Template.WITHIN, looked, removed);
        }
        boolean group = effects.groups().stream()
                .anyMatch(each -> each.standsOut() && each.effect() > 0 && GroupWords.beats(each, removed.fall()));
        return group ? words.raising(Template.GROUP, looked, removed) : words.strong(removed);
    }

    /** Whether the history raises the score, and above random items by more than the item itself does. */
    private boolean raisedByHistory(Effects effects) {
        boolean leads = standing.lead() == Lead.UNKNOWN
                || standing.lead() == Lead.HISTORY && standing.history().difference() > 0;
        return leads && effects.historyEffect() >= Effects.WORTH_SAYING;
    }

    private static List<Integer> first(int[] order) {
        return Arrays.stream(order).limit(NAMED).boxed().toList();
    }
}
