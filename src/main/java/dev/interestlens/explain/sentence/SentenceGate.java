package dev.interestlens.explain.sentence;

import dev.interestlens.explain.effect.Effects;
import dev.interestlens.explain.effect.FieldEffect;
import dev.interestlens.explain.effect.JointRemoval;
import dev.interestlens.explain.effect.JointRemovals;
import dev.interestlens.explain.effect.Standing;
import dev.interestlens.explain.effect.Standing.Level;
import dev.interestlens.explain.look.LookResult;
import dev.interestlens.explain.look.Scores;
import dev.interestlens.explain.sentence.Sentence.Template;
import dev.interestlens.explain.words.Text;
import dev.interestlens.model.Removal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Decides which sentence is supported. It names the behaviours with the largest Look, since users would believe these to be the reasons. They are
 * removed together, and the sentence says "because" only if the score then falls further than under nearly every random removal of as many. Each
 * named behaviour contributes to that fall, and none alone clearly lowers the score. For a model that does not rank its behaviours, those of the
 * largest Effect are named instead.
 *
 * <p>Their effect is compared with that of the whole history, z(H) − z(∅). "Because" requires that the history raises the score and that the
 * candidate does not rank high without it; otherwise the sentence tells both.
 */
public final class SentenceGate {
    private static final double HALF_A_POINT = 0.02;
    private static final double SEEN = 0.05;
    private static final int NAMED = 3;
    private static final double SURE = 1.96;

    private final List<Text> titles;
    private final Removal removal;
    private final Standing standing;

    /**
     * @param titles of the behaviours, oldest first
     * @param standing of the candidate among others
     */
    public SentenceGate(List<Text> titles, Removal removal, Standing standing) {
        this.titles = titles;
        this.removal = removal;
        this.standing = standing;
    }

    public Sentence sentence(LookResult looked, Effects effects) {
        Sentence ofHistory = ofHistory(looked, effects);
        return effects.strongestField()
                .filter(field -> stronger(field, ofHistory, effects))
                .map(field -> new SentenceWords(titles, effects, standing).field(field, ofHistory))
                .orElse(ofHistory);
    }

    /** Whether a field beside the history raises the score more than any behaviour, and more than the named ones together. */
    private static boolean stronger(FieldEffect field, Sentence ofHistory, Effects effects) {
        double sure = field.reason() - SURE * field.standardError();
        double most = Arrays.stream(effects.effect()).max().orElse(0);
        boolean raises = ofHistory.template() == Template.STRONG || ofHistory.template() == Template.WITHIN;
        double named = raises ? Scores.logit(ofHistory.from()) - Scores.logit(ofHistory.to()) : 0;
        return sure >= Effects.WORTH_SAYING && sure > Math.max(most, named);
    }

    private Sentence ofHistory(LookResult looked, Effects effects) {
        SentenceWords words = new SentenceWords(titles, effects, standing);
        int n = titles.size();
        if (n == 0) {
            return words.plain(Template.COLD);
        }
        if (n < Effects.MIN_BEHAVIOURS) {
            return words.plain(Template.SHORT);
        }
        if (idle(effects)) {
            return words.plain(Template.IDLE);
        }
        return looked.kind().ranks() ? looked(looked, effects, words) : measured(effects, words);
    }

    private static boolean idle(Effects effects) {
        return Math.abs(effects.historyEffect()) < Effects.WORTH_SAYING
                && Arrays.stream(effects.size()).allMatch(size -> size < Effects.WORTH_SAYING);
    }

    private Sentence looked(LookResult looked, Effects effects, SentenceWords words) {
        JointRemovals tried = new JointRemovals(removal, first(Scores.descending(looked.strength())), clearly(effects));
        Optional<JointRemoval> supports = tried.lowering(Effects.WORTH_SAYING);
        Optional<JointRemoval> opposes = tried.raising(Effects.WORTH_SAYING);
        if (supports.isPresent()
                && supports.get().fall() >= -opposes.map(JointRemoval::fall).orElse(0.0)) {
            return supported(supports.get(), effects, words);
        }
        return opposes.map(removed -> words.opposes(removed, Effects.WORTH_SAYING))
                .orElseGet(() -> words.lookedNotMattered(tried.whole()));
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
                .map(removed -> supported(removed, effects, words))
                .orElseGet(() -> words.plain(Template.SPREAD));
    }

    private Sentence supported(JointRemoval removed, Effects effects, SentenceWords words) {
        boolean highAnyway = standing.level() == Level.HIGH && standing.levelWithout() == Level.HIGH;
        return effects.historyEffect() >= Effects.WORTH_SAYING && !highAnyway
                ? words.strong(removed)
                : words.within(removed, Effects.WORTH_SAYING);
    }

    private static List<Integer> first(int[] order) {
        return Arrays.stream(order).limit(NAMED).boxed().toList();
    }
}
