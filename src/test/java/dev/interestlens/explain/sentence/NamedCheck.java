package dev.interestlens.explain.sentence;

import dev.interestlens.explain.effect.Effects;
import dev.interestlens.explain.effect.GroupEffect;
import dev.interestlens.explain.look.Scores;
import dev.interestlens.explain.words.Text;
import dev.interestlens.model.Removal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Measures by itself who did it, and holds a sentence to that. The whole is the largest of what was measured: all |Effect|, the history, a group that
 * stands out. One behaviour did it if it has more than half of the whole, or else the two of largest Effect in one direction if they have.
 *
 * @param removal of the behaviours that are read
 * @param effects of these
 */
public record NamedCheck(Removal removal, Effects effects, List<Text> titles, Sentence sentence) {
    private static final double HALF = 0.5;
    private static final double CLEARLY = 0.9;

    /** Whether one or two behaviours carry more than half of the whole. */
    public boolean somebodyDidIt() {
        return !carriers().isEmpty();
    }

    /** Whether who did it is not named first: before any group, and before item and history are compared. */
    public boolean unnamed() {
        List<Integer> carriers = carriers();
        if (carriers.isEmpty()) {
            return false;
        }
        String first = sentence.first().en();
        List<Integer> named = sentence.named();
        boolean carried = named.size() <= 2 && Math.abs(change(named)) > HALF * whole();
        boolean own = carriers.size() > 1 ? carried : named.containsAll(carriers);
        return !own || !named.stream().allMatch(j -> first.contains(quoted(j)));
    }

    /** Whether one behaviour has more than half of all |Effect|, and its title is nowhere in the text. */
    public boolean nowhere() {
        int most = largest();
        return most >= 0
                && size(most) >= Effects.WORTH_SAYING
                && size(most) > HALF * Arrays.stream(effects.size()).sum()
                && !sentence.text().en().contains(quoted(most));
    }

    /**
     * Whether one is named for what it did that did less than another one of the same direction that is not named, and would explain less; or some are
     * said to carry most that don't.
     */
    public boolean wrong() {
        List<Integer> named = sentence.named();
        boolean said = sentence.first().en().matches(".*(Most of what|mainly because).*");
        return said
                        && Math.abs(change(named)) <= HALF * whole()
                        && !sentence.first().en().contains("because")
                || saysEffect() && named.stream().anyMatch(this::passedOver);
    }

    private boolean saysEffect() {
        return !sentence.named().isEmpty()
                && sentence.text().en().matches(".*(because|raises? it|lowers? it|Most of what).*");
    }

    /** Whether one that is not named has clearly more Effect, and with it in the place of this one more would be explained. */
    private boolean passedOver(int one) {
        List<Integer> named = sentence.named();
        double sign = Math.signum(change(named));
        Set<Integer> others = new HashSet<>(named);
        others.remove(one);
        double did = Math.max(sign * effects.effect()[one], sign * (change(named) - change(others)));
        return IntStream.range(0, effects.effect().length)
                .filter(j -> !named.contains(j) && CLEARLY * sign * effects.effect()[j] > did)
                .anyMatch(j -> sign * change(with(others, j)) > sign * change(named));
    }

    private static Set<Integer> with(Set<Integer> some, int one) {
        Set<Integer> all = new HashSet<>(some);
        all.add(one);
        return all;
    }

    private List<Integer> carriers() {
        int most = largest();
        if (most < 0 || size(most) > HALF * whole()) {
            return most >= 0 && size(most) >= Effects.WORTH_SAYING ? List.of(most) : List.of();
        }
        double sign = Math.signum(effects.effect()[most]);
        int[] order = Scores.descending(
                Arrays.stream(effects.effect()).map(each -> sign * each).toArray());
        List<Integer> two = order.length < 2 ? List.of() : List.of(order[0], order[1]);
        double joint = sign * change(two);
        boolean both = two.stream()
                .allMatch(j -> sign * share(j, two) >= joint / 4
                        && sign * effects.effect()[j] < CLEARLY * joint
                        && sign * effects.effect()[j] > 0);
        return joint > HALF * whole() && joint >= Effects.WORTH_SAYING && both ? two : List.of();
    }

    /** What one of two does: the mean of its effect alone and of its effect beside the other one. */
    private double share(int one, List<Integer> two) {
        int other = two.get(0) == one ? two.get(1) : two.get(0);
        return (effects.effect()[one] + change(two) - effects.effect()[other]) / 2;
    }

    private double whole() {
        double groups = effects.groups().stream()
                .filter(GroupEffect::standsOut)
                .mapToDouble(each -> Math.abs(each.effect()))
                .max()
                .orElse(0);
        double all = Arrays.stream(effects.size()).sum();
        return Math.max(Math.max(all, groups), Math.abs(effects.historyEffect()));
    }

    private String quoted(int one) {
        return "\"" + titles.get(one).en() + "\"";
    }

    private int largest() {
        return effects.effect().length == 0 ? -1 : Scores.descending(effects.size())[0];
    }

    private double size(int one) {
        return Math.abs(effects.effect()[one]);
    }

    /** By how much the logit falls without some. */
    private double change(Collection<Integer> some) {
        boolean[] kept = new boolean[removal.behaviours()];
        Arrays.fill(kept, true);
        some.forEach(j -> kept[j] = false);
        List<boolean[]> asked = new ArrayList<>(List.of(kept));
        return some.isEmpty() ? 0 : effects.logit() - removal.logits(asked)[0];
    }

    @Override
    public String toString() {
        return sentence.named() + " " + sentence.text().en() + " " + Arrays.toString(effects.effect()) + " history "
                + effects.historyEffect() + " whole " + whole() + " did it " + carriers() + " by " + change(carriers())
                + " unnamed " + unnamed();
    }
}
