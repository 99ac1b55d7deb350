package dev.interestlens.explain;

import dev.interestlens.explain.Sentence.Template;
import dev.interestlens.model.Removal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Decides what may be said. Named are behaviours that the model looked at most, since Look is what a person would believe; they are removed together,
 * and only if the score then falls further than under nearly every random removal of as many does the sentence say "because". Each of them adds to that
 * fall, and none is named as a reason that by itself clearly lowers the score. A model that does not rank its behaviours names those of largest Effect
 * instead.
 */
final class SentenceGate {
    /** Behaviours below which nothing is judged. */
    static final int FEW = 5;
    /** Changes of the logit below this (odds change by less than a tenth) are not worth a word. */
    static final double WORTH_SAYING = 0.1;

    private static final double HALF_A_POINT = 0.02;
    private static final double SEEN = 0.05;
    private static final int NAMED = 3;

    private final List<Text> titles;
    private final Removal removal;

    /**
     * @param titles of the behaviours, oldest first
     */
    SentenceGate(List<Text> titles, Removal removal) {
        this.titles = titles;
        this.removal = removal;
    }

    Sentence sentence(Looked looked, Effects effects) {
        int n = titles.size();
        if (n == 0) {
            return plain(Template.COLD, effects.score(), Double.NaN);
        }
        if (n < FEW) {
            return plain(Template.SHORT, effects.score(), Double.NaN);
        }
        if (idle(effects)) {
            return plain(Template.IDLE, effects.score(), effects.emptyScore());
        }
        return looked.kind().ranks() ? looked(looked, effects) : measured(effects);
    }

    private static boolean idle(Effects effects) {
        return Math.abs(effects.historyEffect()) < WORTH_SAYING
                && Arrays.stream(effects.size()).allMatch(size -> size < WORTH_SAYING);
    }

    private Sentence looked(Looked looked, Effects effects) {
        JointRemovals tried = new JointRemovals(removal, first(Scores.descending(looked.strength())), clearly(effects));
        Optional<JointRemoval> supports = tried.lowering(WORTH_SAYING);
        Optional<JointRemoval> opposes = tried.raising(WORTH_SAYING);
        if (supports.isPresent()
                && supports.get().fall() >= -opposes.map(JointRemoval::fall).orElse(0.0)) {
            return say(Template.STRONG, supports.get());
        }
        return opposes.map(removed -> say(Template.OPPOSES, removed))
                .orElseGet(() -> say(Template.LOOKED_NOT_MATTERED, tried.whole()));
    }

    /** From where on an Effect is seen beside the others, and moves the score by half a point at all. */
    private static double clearly(Effects effects) {
        return Math.max(HALF_A_POINT, SEEN * Arrays.stream(effects.size()).max().orElse(0));
    }

    private Sentence measured(Effects effects) {
        List<Integer> top = first(Scores.descending(effects.effect())).stream()
                .filter(j -> effects.effect()[j] > 0)
                .toList();
        return new JointRemovals(removal, top, clearly(effects))
                .lowering(WORTH_SAYING)
                .map(removed -> say(Template.STRONG, removed))
                .orElseGet(() -> plain(Template.SPREAD, effects.score(), effects.emptyScore()));
    }

    private static List<Integer> first(int[] order) {
        return Arrays.stream(order).limit(NAMED).boxed().toList();
    }

    private Sentence plain(Template template, double from, double to) {
        return write(template, List.of(), from, to);
    }

    private Sentence say(Template template, JointRemoval measured) {
        return write(template, measured.removed(), Scores.sigmoid(measured.before()), Scores.sigmoid(measured.after()));
    }

    private Sentence write(Template template, List<Integer> named, double from, double to) {
        Text items = Wording.list(named.stream().map(titles::get).toList());
        String key = "sentence." + template.name().toLowerCase(Locale.ROOT)
                + (template == Template.STRONG && from < 0.5 ? ".low" : "");
        Text text = Wording.of(
                key,
                Map.of(
                        "items",
                        items,
                        "them",
                        Wording.of(named.size() == 1 ? "them.one" : "them.many"),
                        "from",
                        Wording.score(from, to),
                        "to",
                        Wording.score(to, from)));
        return new Sentence(template, text, named, from, to);
    }
}
