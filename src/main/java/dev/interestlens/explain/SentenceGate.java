package dev.interestlens.explain;

import dev.interestlens.explain.Sentence.Template;
import dev.interestlens.model.Removal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Decides what may be said. Named are behaviours that the model looked at most, since Look is what a person would believe; they are removed together,
 * and only if the score then falls further than under nearly every random removal of as many does the sentence say "because". A model that does not
 * rank its behaviours names those of largest Effect instead.
 */
final class SentenceGate {
    /** Behaviours below which nothing is judged. */
    static final int FEW = 5;
    /** Changes of the logit below this (odds change by less than a tenth) are not worth a word. */
    static final double WORTH_SAYING = 0.1;

    private static final int NAMED = 3;
    private static final double MOST_OF_IT = 0.9;

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
        List<Integer> top = first(Scores.descending(looked.strength()));
        List<JointRemoval> tried = subsets(top);
        Optional<JointRemoval> supports = fewest(tried, removed -> removed.falls(WORTH_SAYING));
        Optional<JointRemoval> opposes = fewest(tried, removed -> removed.rises(WORTH_SAYING));
        if (supports.isPresent()
                && supports.get().fall() >= -opposes.map(JointRemoval::fall).orElse(0.0)) {
            return say(Template.STRONG, supports.get());
        }
        return opposes.map(removed -> say(Template.OPPOSES, removed))
                .orElseGet(() -> say(Template.LOOKED_NOT_MATTERED, tried.get(tried.size() - 1)));
    }

    private Sentence measured(Effects effects) {
        List<Integer> top = first(Scores.descending(effects.effect())).stream()
                .filter(j -> effects.effect()[j] > 0)
                .toList();
        return fewest(subsets(top), removed -> removed.falls(WORTH_SAYING))
                .map(removed -> say(Template.STRONG, removed))
                .orElseGet(() -> plain(Template.SPREAD, effects.score(), effects.emptyScore()));
    }

    /** All non-empty subsets, the whole last. */
    private List<JointRemoval> subsets(List<Integer> top) {
        RandomRemovals test = new RandomRemovals(removal);
        List<JointRemoval> tried = new ArrayList<>();
        for (int bits = 1; bits < 1 << top.size(); bits++) {
            List<Integer> some = new ArrayList<>();
            for (int i = 0; i < top.size(); i++) {
                if ((bits >> i & 1) == 1) {
                    some.add(top.get(i));
                }
            }
            tried.add(test.measure(some));
        }
        return tried;
    }

    /** Of those that pass, the fewest behaviours that make most of the largest change: who adds nothing is not named. */
    private static Optional<JointRemoval> fewest(List<JointRemoval> tried, Predicate<JointRemoval> passes) {
        List<JointRemoval> passed = tried.stream().filter(passes).toList();
        double most = passed.stream().mapToDouble(r -> Math.abs(r.fall())).max().orElse(0);
        return passed.stream()
                .filter(r -> Math.abs(r.fall()) >= MOST_OF_IT * most)
                .min(Comparator.<JointRemoval>comparingInt(r -> r.removed().size())
                        .thenComparingDouble(r -> -Math.abs(r.fall())));
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
