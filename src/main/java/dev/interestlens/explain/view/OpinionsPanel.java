package dev.interestlens.explain.view;

import dev.interestlens.explain.effect.Effects;
import dev.interestlens.explain.effect.IntegratedGradients;
import dev.interestlens.explain.effect.RankEffect;
import dev.interestlens.explain.look.Impression;
import dev.interestlens.explain.picture.Panel;
import dev.interestlens.explain.words.Text;
import dev.interestlens.explain.words.Wording;
import dev.interestlens.figure.Numerals;
import dev.interestlens.figure.data.RowsData;
import dev.interestlens.metric.RankCorrelation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Other attributions beside the measured Effect: the exact distribution of synthetic data, gradients, the first-order estimate, the rank. */
public record OpinionsPanel(Impression impression, double[] effect, Evidence evidence) {
    private static final int NAMED = 3;

    /**
     * The other attributions.
     *
     * @param firstOrder the estimate of every Effect by one backward pass, where the model has gradients
     * @param gradients integrated gradients, likewise
     * @param truth by the exact distribution, for synthetic data
     * @param negatives for each positive among which scores are probabilities, to convert the exact one into a comparable score
     * @param causes titles of what is known to have caused the choice, the newest first; empty where it is unknown
     * @param rank of the candidate with and without each behaviour, where it was measured
     */
    public record Evidence(
            Optional<double[]> firstOrder,
            Optional<IntegratedGradients.Result> gradients,
            Optional<ShopOpinion.Result> truth,
            double negatives,
            List<Text> causes,
            Optional<RankEffect.Result> rank) {
        public Evidence {
            firstOrder = firstOrder.map(double[]::clone);
            causes = List.copyOf(causes);
        }
    }

    public static Panel of(Impression impression, double score, Effects effects, Evidence evidence) {
        return new OpinionsPanel(impression, effects.effect(), evidence).panel(score);
    }

    private Panel panel(double score) {
        List<RowsData.Row> rows = new ArrayList<>();
        rows.add(row("effect", Wording.of("beyond.logits"), effect, 0));
        evidence.truth()
                .ifPresent(law -> rows.add(row("truth", order(law.effect()), law.effect(), group(law.effect(), 1))));
        evidence.gradients()
                .map(IntegratedGradients.Result::values)
                .ifPresent(values -> rows.add(row("gradients", order(values), values, group(values, 3))));
        evidence.firstOrder().ifPresent(values -> rows.add(row("firstOrder", order(values), values, 0)));
        evidence.rank()
                .ifPresent(rank -> rows.add(row(
                        "rank",
                        Wording.of("beyond.places"),
                        Arrays.stream(rank.without())
                                .mapToDouble(without -> without - rank.rank())
                                .toArray(),
                        2)));
        return BeyondPanels.bars("opinions", impression, rows, Wording.of("beyond.colours"), finding(score));
    }

    private static RowsData.Row row(String key, Text about, double[] values, int group) {
        return new RowsData.Row(Wording.of("beyond." + key), about, values, group, true);
    }

    private Text order(double[] values) {
        double tau = RankCorrelation.kendallTauB(values, effect);
        return Wording.of("beyond.order", Map.of("tau", Text.same(Numerals.fixed(tau, 2))));
    }

    /** The group of a row: a separate scale, unless that would make small values look large beside the Effect. */
    private int group(double[] values, int own) {
        return most(values) < most(effect) ? 0 : own;
    }

    private static double most(double[] values) {
        return Arrays.stream(values)
                .filter(Double::isFinite)
                .map(Math::abs)
                .max()
                .orElse(0);
    }

    private Text finding(double score) {
        List<Text> sentences = new ArrayList<>();
        evidence.truth()
                .ifPresent(truth -> sentences.add(Wording.of(
                        "beyond.truth.found",
                        Map.of(
                                "probability", Text.same(Numerals.of(100 * truth.probability())),
                                "lift", Text.same(Numerals.of(truth.lift())),
                                "score", Text.same(Numerals.fixed(truth.score(evidence.negatives()), 3)),
                                "model", Text.same(Numerals.fixed(score, 3))))));
        if (!evidence.causes().isEmpty()) {
            sentences.add(Wording.of(
                    "beyond.causes",
                    Map.of(
                            "causes",
                            Wording.list(evidence.causes().stream().limit(NAMED).toList()),
                            "count",
                            Wording.number(evidence.causes().size()))));
        }
        evidence.rank().ifPresent(rank -> sentences.add(place(rank)));
        sentences.add(evidence.gradients()
                .map(found -> Wording.of(
                        "beyond.gap",
                        Map.of(
                                "whole", Text.same(Numerals.signed(found.whole())),
                                "gap", Text.same(Numerals.signed(found.gap())))))
                .orElseGet(() -> Wording.of("beyond.noGradients")));
        return Wording.sentences(sentences);
    }

    private Text place(RankEffect.Result rank) {
        int[] without = rank.without();
        int worst = IntStream.range(0, without.length)
                .boxed()
                .max(Comparator.comparingInt(j -> without[j]))
                .orElse(-1);
        Map<String, Text> place = Map.of("rank", Wording.number(rank.rank()), "among", Wording.number(rank.among()));
        if (worst < 0 || without[worst] <= rank.rank()) {
            return Wording.of("beyond.place", place);
        }
        return Wording.of(
                "beyond.place.without",
                Map.of(
                        "rank", place.get("rank"),
                        "among", place.get("among"),
                        "item", impression.title(worst),
                        "without", Wording.number(without[worst])));
    }
}
