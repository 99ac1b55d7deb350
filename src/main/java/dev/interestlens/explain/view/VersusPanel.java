package dev.interestlens.explain.view;

import dev.interestlens.explain.effect.Effects;
import dev.interestlens.explain.look.Impression;
import dev.interestlens.explain.look.Item;
import dev.interestlens.explain.look.LookResult;
import dev.interestlens.explain.picture.Panel;
import dev.interestlens.explain.words.Text;
import dev.interestlens.explain.words.Wording;
import dev.interestlens.figure.Numerals;
import dev.interestlens.figure.data.RowsData;
import dev.interestlens.store.ArrayFill;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Two candidates with the same history: why one scores higher than the other. */
public record VersusPanel(Impression impression, Side upper, Side lower) {
    private static final int NAMED = 3;

    /** One of the two candidates. */
    private record Side(Item item, LookResult looked, Effects effects) {}

    /** The explained candidate and another one; the one with the higher score comes first. */
    public static Panel of(
            Impression impression,
            LookResult looked,
            Effects effects,
            Item other,
            LookResult theirs,
            Effects theirEffects) {
        Side mine = new Side(impression.candidate(), looked, effects);
        Side their = new Side(other, theirs, theirEffects);
        boolean above = looked.logit() >= theirs.logit();
        return new VersusPanel(impression, above ? mine : their, above ? their : mine).panel();
    }

    private Panel panel() {
        Text blue = Wording.of("beyond.blue", Map.of("item", upper.item().title()));
        return BeyondPanels.bars(
                "versus",
                impression,
                List.of(
                        new RowsData.Row(Wording.of("beyond.difference"), blue, difference(), 0, true),
                        effect(upper),
                        effect(lower),
                        look(upper),
                        look(lower)),
                Wording.of(
                        "beyond.versus.colours",
                        Map.of(
                                "upper", upper.item().title(),
                                "lower", lower.item().title())),
                finding());
    }

    /** For each behaviour, in logits: positive where it favours the first one. */
    private double[] difference() {
        double[] above = upper.effects().effect();
        double[] below = lower.effects().effect();
        return ArrayFill.doubles(above.length, j -> above[j] - below[j]);
    }

    private static RowsData.Row effect(Side side) {
        return new RowsData.Row(
                side.item().title(),
                Wording.of("beyond.row.effect"),
                side.effects().effect(),
                0,
                true);
    }

    private static RowsData.Row look(Side side) {
        return new RowsData.Row(
                side.item().title(), Wording.of("beyond.look"), side.looked().look(), 1, false);
    }

    private Text finding() {
        double[] difference = difference();
        List<Text> reasons = IntStream.range(0, difference.length)
                .filter(j -> difference[j] > Effects.WORTH_SAYING)
                .boxed()
                .sorted(Comparator.comparingDouble(j -> -difference[j]))
                .limit(NAMED)
                .map(j -> Wording.of(
                        "beyond.reason",
                        Map.of(
                                "item", impression.title(j),
                                "effect", Text.same(Numerals.signed(difference[j])))))
                .toList();
        Map<String, Text> names = Map.of(
                "upper", upper.item().title(),
                "upperScore", Text.same(Numerals.fixed(upper.looked().score(), 3)),
                "lower", lower.item().title(),
                "lowerScore", Text.same(Numerals.fixed(lower.looked().score(), 3)));
        List<Text> sentences = new ArrayList<>(List.of(Wording.of("beyond.above", names)));
        sentences.add(
                reasons.isEmpty()
                        ? Wording.of("beyond.above.nothing")
                        : Wording.of(
                                "beyond.above.because",
                                Map.of("upper", upper.item().title(), "reasons", Wording.plainList(reasons))));
        double empty = upper.effects().emptyLogit() - lower.effects().emptyLogit();
        sentences.add(Wording.of("beyond.above.empty", Map.of("effect", Text.same(Numerals.signed(empty)))));
        return Wording.sentences(sentences);
    }
}
