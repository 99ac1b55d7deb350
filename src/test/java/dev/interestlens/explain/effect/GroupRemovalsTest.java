package dev.interestlens.explain.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.interestlens.explain.Fixtures;
import dev.interestlens.explain.effect.Group.Kind;
import dev.interestlens.explain.look.Scores;
import dev.interestlens.explain.sentence.GroupWords;
import dev.interestlens.explain.sentence.Sentence;
import dev.interestlens.explain.sentence.Sentence.Template;
import dev.interestlens.explain.words.Text;
import dev.interestlens.model.Removal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GroupRemovalsTest {
    private static final List<Integer> COFFEE = IntStream.range(0, 16).boxed().toList();

    /** 40 behaviours of which 16 stand in for each other; one more is needed, too. */
    private static final Removal BOTH = Fixtures.removal(40, kept -> any(kept, 0, 16) && kept[20] ? 3 : -3);

    private static boolean any(boolean[] kept, int from, int to) {
        return IntStream.range(from, to).anyMatch(j -> kept[j]);
    }

    private static Group group(String name, List<Integer> positions) {
        return new Group(Kind.CATEGORY, Text.same(name), positions);
    }

    private static List<GroupEffect> measured(Removal removal, Group... groups) {
        return new GroupRemovals(removal, Effects.of(removal)).measure(List.of(groups));
    }

    @Test
    void theShareOfTheTableIsThatOfTheEffectInItsDirection() {
        Group some = new Group(Kind.SELECTION, Text.same("g"), List.of(0));
        GroupEffect.Draws none = new GroupEffect.Draws(0, 0, 0);
        double[][] expected = {{2, 1, .5}, {-2, -1, .5}, {2, -1, 0}, {2, 3, 1}, {0, 1, 0}};
        for (double[] each : expected) {
            assertThat(new GroupEffect(some, each[0], 0, each[1], 0, 0, none, none).shareOfTable())
                    .isEqualTo(each[2]);
        }
    }

    @Test
    void aRedundantInterestIsSeenOnlyAsAWhole() {
        GroupEffect coffee = measured(Fixtures.removal(40, kept -> any(kept, 0, 16) ? 3 : -3), group("coffee", COFFEE))
                .get(0);

        assertThat(coffee.effect()).isEqualTo(6);
        assertThat(coffee.points()).isEqualTo(Scores.sigmoid(3) - Scores.sigmoid(-3));
        assertThat(coffee.singles()).isZero();
        assertThat(coffee.random().mean()).isZero();
        assertThat(coffee.redundant()).isTrue();
        assertThat(coffee.standsOut()).isTrue();
    }

    @Test
    void whatStandsOutAloneIsSparedWhereOthersAreHeldAgainstChance() {
        List<GroupEffect> both = measured(BOTH, group("coffee", COFFEE), group("running", List.of(20)));

        assertThat(both.get(0).random().high())
                .as("a large draw often holds the one")
                .isEqualTo(6);
        assertThat(both.get(0).beside().high()).isZero();
        assertThat(both).allMatch(GroupEffect::standsOut).allMatch(each -> each.effect() == 6);
    }

    @Test
    void aGroupThatDoesNoMoreThanOthersDoesNotStandOut() {
        double[] alike = new double[20];
        Arrays.fill(alike, 0.2);

        assertThat(measured(Fixtures.additive(alike), group("five", List.of(1, 2, 3, 4, 5))))
                .noneMatch(GroupEffect::standsOut);
    }

    /** The others do 5, 4, 2 and 1. */
    @Test
    void aGroupIsHeldAgainstTheSecondOfItsDrawsFromEitherEnd() {
        GroupEffect last = measured(Fixtures.additive(5, 4, 2, 1, 0.5), group("last", List.of(4)))
                .get(0);

        assertThat(last.random()).isEqualTo(new GroupEffect.Draws(3, 2, 4));
    }

    @Test
    void theWholeHistoryHasNothingToBeHeldAgainst() {
        GroupEffect all = measured(Fixtures.additive(1, 1, 1, 1), group("all", List.of(0, 1, 2, 3)))
                .get(0);

        assertThat(all.effect()).isEqualTo(4);
        assertThat(all.random().mean()).isNaN();
        assertThat(all.standsOut()).isFalse();
    }

    @Test
    void theSumOfSinglesStandsBesideTheJointEffect() {
        Removal removal = Fixtures.removal(8, kept -> (kept[0] || kept[1] ? 2 : 0) + (kept[2] ? 0.5 : 0));
        GroupEffect three = measured(removal, group("three", List.of(0, 1, 2))).get(0);

        assertThat(three.effect()).isEqualTo(2.5);
        assertThat(three.singles()).isCloseTo(0.5, within(1e-12));
        assertThat(three.largestSingle()).isEqualTo(0.5);
        assertThat(three.redundant()).isFalse();
        assertThat(three.together()).isTrue();
    }

    @Test
    void theSentenceNamesAGroupOfWhichNoSingleBehaviourMatters() {
        Removal removal = Fixtures.removal(40, kept -> any(kept, 0, 16) ? 3 : -3);
        Effects effects = Effects.of(removal);
        Sentence said = GroupWords.added(plain(), effects.with(measured(removal, group("Coffee", COFFEE))));

        assertThat(said.text().en())
                .isEqualTo(
                        "Said. 16 behaviours of \"Coffee\" matter together, though no single one does: without all of"
                                + " them the score falls from 0.95 to 0.05 (measured).");
        assertThat(said.text().zh()).isEqualTo("Said.“Coffee”的 16 个行为合起来起作用，尽管单独任何一个都不起作用：全部去掉后，得分从 0.95 降到 0.05（实测）。");
        assertThat(said.template()).isEqualTo(Template.SPREAD);
    }

    @Test
    void theSentenceNamesTwoLanesOfWhichEachMatters() {
        Group one = new Group(Kind.LANE, Text.same("Lane 1: Coffee"), COFFEE);
        Group two = new Group(Kind.LANE, Text.same("Lane 2: Shoes"), List.of(20));
        Effects effects = Effects.of(BOTH);

        assertThat(GroupWords.added(plain(), effects.with(measured(BOTH, one, two)))
                        .text()
                        .en())
                .isEqualTo(
                        "Said. Two lanes matter, each by itself: without \"Lane 1: Coffee\" (behaviours: 16) the score"
                                + " falls from 0.95 to 0.05, without \"Lane 2: Shoes\" (behaviours: 1) it falls from 0.95"
                                + " to 0.05 (measured).");
    }

    @Test
    void aLaneThatHasLittleOfItsCategorysEffectIsNotNamed() {
        Removal removal = Fixtures.removal(
                40,
                kept -> (any(kept, 0, 16) ? 3 : -3)
                        + 0.05 * IntStream.range(0, 16).filter(j -> kept[j]).count()
                        + (kept[20] ? 1 : 0));
        Group most = new Group(Kind.LANE, Text.same("Lane 1"), COFFEE.subList(0, 12));
        Group one = new Group(Kind.LANE, Text.same("Lane 2"), List.of(20));
        List<GroupEffect> groups = measured(removal, group("coffee", COFFEE), most, one);

        assertThat(groups).allMatch(GroupEffect::standsOut);
        assertThat(GroupWords.added(plain(), Effects.of(removal).with(groups)).groups())
                .containsExactly(groups.get(0));
    }

    @Test
    void ofALaneThatDoesNothingNothingIsSaid() {
        Removal removal = Fixtures.additive(2, 0, 0, 0, 0, 0, 0, 0);
        Effects effects = Effects.of(removal);
        Group one = new Group(Kind.LANE, Text.same("one"), List.of(0));
        Group two = new Group(Kind.LANE, Text.same("two"), List.of(1, 2));

        assertThat(GroupWords.added(plain(), effects.with(measured(removal, one, two)))
                        .groups())
                .isEmpty();
    }

    private static Sentence plain() {
        return new Sentence(Template.SPREAD, Text.same("Said."), Text.same(""), List.of(), 0, 0, Standing.UNKNOWN);
    }
}
