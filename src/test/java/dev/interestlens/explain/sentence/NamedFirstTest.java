package dev.interestlens.explain.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.explain.Fixtures;
import dev.interestlens.explain.effect.Effects;
import dev.interestlens.explain.effect.Group;
import dev.interestlens.explain.effect.GroupRemovals;
import dev.interestlens.explain.effect.Standing;
import dev.interestlens.explain.look.LookKind;
import dev.interestlens.explain.look.LookResult;
import dev.interestlens.explain.sentence.Sentence.Template;
import dev.interestlens.explain.words.Text;
import dev.interestlens.model.Removal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who did it is named first, over made-up scores: sums, substitutes, behaviours that need each other, in both directions, with groups. */
class NamedFirstTest {
    private static final int FEW = 300;
    private static final int MANY = 4_000;

    private final Random random = new Random(41);

    @Test
    void whoDidItIsNamedFirstAndNobodyElse() {
        hold(FEW);
    }

    @Test
    @Tag("thorough")
    void whoDidItIsNamedFirstAndNobodyElseInManyCases() {
        hold(MANY);
    }

    private void hold(int cases) {
        int didIt = 0;
        List<String> unnamed = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < cases; i++) {
            NamedCheck check = any();
            didIt += check.somebodyDidIt() ? 1 : 0;
            if (check.unnamed() || check.nowhere()) {
                unnamed.add(check.toString());
            }
            if (check.wrong()) {
                wrong.add(check.toString());
            }
        }
        assertThat(didIt).isGreaterThan(cases / 4).isLessThan(cases);
        assertThat(unnamed).hasSizeLessThanOrEqualTo(didIt / 50);
        assertThat(wrong).hasSizeLessThanOrEqualTo(cases / 50);
    }

    @Test
    void becauseIsSaidOfWhatWasLookedAtAlone() {
        for (int i = 0; i < FEW; i++) {
            Sentence said = any().sentence();
            boolean because = said.text().en().contains("because");
            assertThat(because).as(said.text().en()).isEqualTo(said.template() == Template.STRONG);
            assertThat(said.text().zh().contains("因为")).isEqualTo(because);
        }
    }

    @Test
    void moreThanHalfIsMostAndHalfIsNot() {
        double[] look = {0.5, 0.2, 0.1, 0.1, 0.05, 0.03, 0.02};
        Removal less = Fixtures.additive(0.98, 0, 0, 0.25, 0.2, 0.2, 0.35);
        Removal more = Fixtures.additive(1.02, 0, 0, 0.25, 0.2, 0.2, 0.33);
        assertThat(first(look, more)).contains("Most of what the history does for it comes from \"Item 0\":");
        assertThat(first(look, less))
                .contains("Most of what the history does for it comes from \"Item 0\" and \"Item 6\":");
        assertThat(first(look, Fixtures.additive(0.3, 0.3, 0.3, 0.3, 0.3, 0.3, 0.3)))
                .doesNotContain("Most of");
    }

    @Test
    void namesAreTakenByEffectThoughOthersAreLookedAt() {
        double[] look = {0.4, 0.3, 0.2, 0.05, 0.03, 0.02};
        Sentence said = say(look, Fixtures.additive(0.196, 0.166, 0, 0.695, 0.2, 0.2), standing(3, 0.2));
        assertThat(said.named()).contains(3);
        assertThat(said.text().en()).contains("\"Item 3\"").doesNotContain("Of the behaviours looked at most");
    }

    @Test
    void twoThatTogetherMoveTheScoreAreNamedThoughTheHistoryAsAWholeDoesNot() {
        double[] look = {0.4, 0.3, 0.2, 0.05, 0.03, 0.02};
        Removal two = Fixtures.additive(0.09, 0.09, -0.03, -0.03, -0.02, -0.02);
        assertThat(first(look, two)).contains("comes from \"Item 1\" and \"Item 0\"");
    }

    private static String first(double[] look, Removal removal) {
        return say(look, removal, standing(3, 0.2)).first().en();
    }

    private static Sentence say(double[] look, Removal removal, Standing standing) {
        return gate(removal, standing).sentence(Fixtures.looked(look), Effects.of(removal));
    }

    private NamedCheck any() {
        int n = 2 + random.nextInt(13);
        double[] own = some(n, 3);
        double[] either = some(n, 2);
        double[] both = some(n, 2);
        Removal removal = Fixtures.removal(n, kept -> {
            double logit = -1;
            for (int j = 0; j < n; j++) {
                int next = (j + 1) % n;
                logit += kept[j] ? own[j] : 0;
                logit += kept[j] || kept[next] ? either[j] : 0;
                logit += kept[j] && kept[next] ? both[j] : 0;
            }
            return logit;
        });
        Effects single = Effects.of(removal);
        List<Group> groups = List.of(group("Drama", n, 2), group("Comedy", n, 3));
        Effects effects = single.with(new GroupRemovals(removal, single).measure(groups));
        double[] look =
                IntStream.range(0, n).mapToDouble(j -> random.nextDouble()).toArray();
        LookKind kind = random.nextInt(4) == 0 ? LookKind.UNIFORM : LookKind.ATTENTION;
        SentenceGate gate = gate(removal, standing(2 * random.nextGaussian(), 2 * random.nextGaussian()));
        Sentence said = gate.sentence(new LookResult(0, kind, look, List.of()), effects);
        return new NamedCheck(removal, effects, gate.titles(), GroupWords.added(said, effects));
    }

    /** Nearly all 0, the others of either sign. */
    private double[] some(int n, int among) {
        return IntStream.range(0, n)
                .mapToDouble(
                        j -> random.nextInt(among * 2) == 0 ? 2 * random.nextGaussian() : 0.05 * random.nextGaussian())
                .toArray();
    }

    private Group group(String name, int n, int every) {
        return new Group(
                Group.Kind.CATEGORY,
                Text.same(name),
                IntStream.range(0, n).filter(j -> j % every == 0).boxed().toList());
    }

    private static Standing standing(double item, double history) {
        return new Standing(
                100,
                new Standing.Place(11, 0),
                new Standing.Place(59, 0),
                new Standing.Share(item, 1),
                new Standing.Share(history, 1));
    }

    private static SentenceGate gate(Removal removal, Standing standing) {
        List<Text> titles = IntStream.range(0, removal.behaviours())
                .mapToObj(j -> Fixtures.item(j).title())
                .toList();
        return new SentenceGate(titles, removal, standing);
    }
}
