package dev.interestlens.explain.sentence;

import dev.interestlens.explain.Fixtures;
import dev.interestlens.explain.effect.Effects;
import dev.interestlens.explain.effect.FieldEffect;
import dev.interestlens.explain.effect.Group;
import dev.interestlens.explain.effect.GroupEffect;
import dev.interestlens.explain.effect.Standing;
import dev.interestlens.explain.look.LookKind;
import dev.interestlens.explain.look.LookResult;
import dev.interestlens.explain.words.Text;
import dev.interestlens.model.Removal;
import java.util.List;
import java.util.stream.IntStream;

/** Sentences about scores of which every part is known. */
final class SentenceCases {
    static final double[] FIRST_THREE = {0.5, 0.2, 0.1, 0.05, 0.05, 0.04, 0.03, 0.03};

    private SentenceCases() {}

    /** Whose behaviours have at most two fifths of its effect alone. */
    static GroupEffect group(String name, double effect, Integer... positions) {
        return new GroupEffect(
                new Group(Group.Kind.CATEGORY, Text.same(name), List.of(positions)),
                effect,
                0.3,
                effect,
                0.4 * effect,
                new GroupEffect.Draws(0, -0.2, 0.2),
                new GroupEffect.Draws(0, -0.2, 0.2));
    }

    static GroupEffect lane(double effect, Integer... positions) {
        GroupEffect.Draws draws = new GroupEffect.Draws(0, -0.2, 0.2);
        return new GroupEffect(
                new Group(Group.Kind.LANE, Text.same("Lane"), List.of(positions)),
                effect,
                0.3,
                effect,
                0.1,
                draws,
                draws);
    }

    /** @param item part of the item in logits, of random items spread by 1; likewise of the history */
    static Standing standing(int rank, int without, double item, double history) {
        return new Standing(
                100,
                new Standing.Place(rank - 1, 0),
                new Standing.Place(without - 1, 0),
                new Standing.Share(item, 1),
                new Standing.Share(history, 1));
    }

    static Sentence say(LookResult looked, Removal removal) {
        return say(looked, removal, standing(12, 60, 0.1, 2));
    }

    static Sentence say(LookResult looked, Removal removal, Standing standing) {
        return gate(removal, standing).sentence(looked, Effects.of(removal));
    }

    static Sentence grouped(LookResult looked, Removal removal, GroupEffect... groups) {
        Effects effects = Effects.of(removal).with(List.of(groups));
        return GroupWords.added(gate(removal, standing(12, 60, 0.1, 2)).sentence(looked, effects), effects);
    }

    static SentenceGate gate(Removal removal, Standing standing) {
        List<Text> titles = IntStream.range(0, removal.behaviours())
                .mapToObj(j -> Fixtures.item(j).title())
                .toList();
        return new SentenceGate(titles, removal, standing);
    }

    static FieldEffect city(double effect, double standardError) {
        return new FieldEffect(
                FieldEffect.Side.USER, "city", Text.same("Ulm"), effect, standardError, Double.NaN, 0, 20, false);
    }

    /** Of a model that looks everywhere alike. */
    static LookResult alike(int behaviours) {
        double[] alike = IntStream.range(0, behaviours)
                .mapToDouble(j -> 1.0 / behaviours)
                .toArray();
        return new LookResult(0, LookKind.UNIFORM, alike, List.of());
    }
}
