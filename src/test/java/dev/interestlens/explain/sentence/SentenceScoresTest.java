package dev.interestlens.explain.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.explain.Fixtures;
import dev.interestlens.explain.effect.EffectWords;
import dev.interestlens.explain.effect.Effects;
import dev.interestlens.explain.effect.FieldEffect;
import dev.interestlens.explain.effect.Group;
import dev.interestlens.explain.effect.GroupEffect;
import dev.interestlens.explain.effect.Standing;
import dev.interestlens.explain.look.LookKind;
import dev.interestlens.explain.look.LookResult;
import dev.interestlens.explain.sentence.Sentence.Template;
import dev.interestlens.explain.words.Text;
import dev.interestlens.model.Removal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The scores in sentences of every kind, where they are near 0 and 1 and hardly change too. */
class SentenceScoresTest {
    private static final Pattern CHANGE =
            Pattern.compile("from ([\\d.]+) to ([\\d.]+)|从 ([\\d.]+) (?:降到|升到|变为) ([\\d.]+)"
                    + "|be ([\\d.]+) instead of ([\\d.]+)|是 ([\\d.]+) 而不是 ([\\d.]+)");
    private static final Pattern SAME = Pattern.compile("stays at|still be|仍为|lower|higher|falls by|rises by|下降|上升");

    private final Random random = new Random(8);

    @Test
    void twoScoresOfAChangeAreDifferentAndEquallyPrecise() {
        Set<Template> said = EnumSet.noneOf(Template.class);
        Set<String> changes = new TreeSet<>();
        Set<String> same = new TreeSet<>();
        for (int trial = 0; trial < 3000; trial++) {
            Sentence sentence = any(trial);
            said.add(sentence.template());
            for (String text : List.of(sentence.text().en(), sentence.text().zh())) {
                assertThat(text).doesNotContain("{");
                SAME.matcher(text).results().map(MatchResult::group).forEach(same::add);
                CHANGE.matcher(text).results().forEach(found -> {
                    List<String> scores = scores(found);
                    assertThat(scores.get(0))
                            .as(text)
                            .isNotEqualTo(scores.get(1))
                            .hasSameSizeAs(scores.get(1));
                    changes.add(found.group().replaceAll("[\\d.]+", ""));
                });
            }
        }
        assertThat(said).containsExactlyInAnyOrder(Template.values());
        assertThat(changes).containsExactly("be  instead of ", "from  to ", "从  升到 ", "从  变为 ", "从  降到 ", "是  而不是 ");
        assertThat(same).containsExactly("falls by", "lower", "rises by", "stays at", "still be", "上升", "下降", "仍为");
    }

    @Test
    void evenWeightsThatChangeTheLogitAloneAreSaidToDoSo() {
        assertThat(attention(-5.8, -5.7))
                .isEqualTo("With even weights in place of its own the score would still be"
                        + " 0.003, its logit 0.10 higher.");
        assertThat(attention(-6, -7)).contains("the score would be 0.001 instead of 0.002.");
    }

    private static String attention(double logit, double even) {
        Effects effects = new Effects(logit, 0, new double[0], new double[0]).withEven(even);
        return EffectWords.attention(effects).en();
    }

    private static List<String> scores(MatchResult found) {
        return IntStream.rangeClosed(1, found.groupCount())
                .mapToObj(found::group)
                .filter(each -> each != null)
                .toList();
    }

    private Sentence any(int trial) {
        int n = List.of(8, 8, 8, 8, 0, 3).get(trial % 6);
        double[] weights = IntStream.range(0, n)
                .mapToDouble(j -> trial % 7 == 0 || random.nextInt(3) > 0 ? 0 : random.nextGaussian())
                .toArray();
        double base = 16 * random.nextDouble() - 8;
        Removal removal = Fixtures.removal(
                n,
                kept -> base
                        + IntStream.range(0, n)
                                .filter(j -> kept[j])
                                .mapToDouble(j -> weights[j])
                                .sum());
        Effects effects = Effects.of(removal);
        if (trial % 4 != 0 && n == 8) {
            effects = effects.with(groups());
        }
        if (trial % 5 == 0) {
            effects = effects.withFields(List.of(field()));
        }
        double[] look = IntStream.range(0, n).mapToDouble(j -> 1.0 / (2 + j)).toArray();
        LookResult looked = new LookResult(0, trial % 3 == 0 ? LookKind.UNIFORM : LookKind.ATTENTION, look, List.of());
        Standing standing = new Standing(
                100,
                new Standing.Place(11, 0),
                new Standing.Place(59, 0),
                new Standing.Share(random.nextGaussian(), 1),
                new Standing.Share(2 * random.nextGaussian(), 1));
        List<Text> titles =
                IntStream.range(0, n).mapToObj(j -> Fixtures.item(j).title()).toList();
        return GroupWords.added(new SentenceGate(titles, removal, standing).sentence(looked, effects), effects);
    }

    private List<GroupEffect> groups() {
        List<GroupEffect> groups = new ArrayList<>();
        for (Group.Kind kind : List.of(Group.Kind.CATEGORY, Group.Kind.SESSION, Group.Kind.LANE, Group.Kind.LANE)) {
            double effect = 2 * random.nextGaussian();
            GroupEffect.Draws draws = new GroupEffect.Draws(0, -0.2, 0.2);
            List<Integer> positions = List.of(groups.size(), 4 + groups.size());
            groups.add(new GroupEffect(
                    new Group(kind, Text.same("Drama"), positions), effect, 0.3, effect, 0.1, draws, draws));
        }
        return groups;
    }

    private FieldEffect field() {
        double effect = 3 * random.nextDouble();
        return new FieldEffect(
                FieldEffect.Side.CONTEXT, "day", Text.same("Monday"), effect, 0, Double.NaN, Double.NaN, 7, false);
    }
}
