package dev.interestlens.explain;

import dev.interestlens.metric.RankCorrelation;
import dev.interestlens.nn.AxisKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What goes beyond one look at one prediction, as views of its explanation. */
public final class BeyondPanels {
    private BeyondPanels() {}

    /** Where other weights look and what matters to them. */
    public record Version(Text name, Looked looked, Effects effects) {}

    /**
     * Opinions beside the measured Effect.
     *
     * @param truth what the law that made the data says, where there is one
     * @param rank of the candidate with and without each behaviour, where it was measured
     */
    public static Panel opinions(
            Impression impression,
            Effects effects,
            Optional<double[]> firstOrder,
            Optional<IntegratedGradients.Result> gradients,
            Optional<ShopOpinion.Result> truth,
            Optional<RankEffect.Result> rank) {
        List<HistoryBars.Row> rows = new ArrayList<>();
        rows.add(new HistoryBars.Row(Wording.of("beyond.effect"), effects.effect(), 0, true));
        truth.ifPresent(law ->
                rows.add(new HistoryBars.Row(beside("beyond.truth", law.effect(), effects), law.effect(), 1, true)));
        gradients
                .map(IntegratedGradients.Result::values)
                .ifPresent(values ->
                        rows.add(new HistoryBars.Row(beside("beyond.gradients", values, effects), values, 2, true)));
        firstOrder.ifPresent(
                values -> rows.add(new HistoryBars.Row(beside("beyond.firstOrder", values, effects), values, 0, true)));
        rank.ifPresent(found -> rows.add(new HistoryBars.Row(
                Wording.of("beyond.rank", Map.of("among", number(found.among()), "rank", number(found.rank()))),
                Arrays.stream(found.without())
                        .mapToDouble(without -> without - found.rank())
                        .toArray(),
                3,
                true)));
        Text note = gradients
                .map(found -> Wording.of(
                        "beyond.opinions.note",
                        Map.of("whole", Wording.signed(found.whole()), "gap", Wording.signed(found.gap()))))
                .orElseGet(() -> Wording.of("beyond.opinions.noGradients"));
        return bars("opinions", impression, rows, note);
    }

    private static Text beside(String key, double[] values, Effects effects) {
        double tau = RankCorrelation.kendallTauB(values, effects.effect());
        return Wording.of(key, Map.of("tau", Double.isNaN(tau) ? Text.same("—") : Wording.signed(tau)));
    }

    /** Why this candidate stands above or below another before the same history. */
    public static Panel versus(
            Impression impression, Looked looked, Effects effects, Item other, Looked theirs, Effects theirEffects) {
        double[] difference = new double[effects.effect().length];
        Arrays.setAll(difference, j -> effects.effect()[j] - theirEffects.effect()[j]);
        Map<String, Text> names = Map.of(
                "mine", impression.candidate().title(),
                "other", other.title(),
                "score", score(looked.score()),
                "otherScore", score(theirs.score()),
                "empty", Wording.signed(effects.emptyLogit() - theirEffects.emptyLogit()));
        return bars(
                "versus",
                impression,
                List.of(
                        new HistoryBars.Row(Wording.of("beyond.difference"), difference, 0, true),
                        new HistoryBars.Row(
                                Wording.of(
                                        "beyond.effect.of",
                                        Map.of("item", impression.candidate().title())),
                                effects.effect(),
                                0,
                                true),
                        new HistoryBars.Row(
                                Wording.of("beyond.effect.of", Map.of("item", other.title())),
                                theirEffects.effect(),
                                0,
                                true),
                        new HistoryBars.Row(
                                Wording.of(
                                        "beyond.look.of",
                                        Map.of("item", impression.candidate().title())),
                                looked.look(),
                                1,
                                false),
                        new HistoryBars.Row(
                                Wording.of("beyond.look.of", Map.of("item", other.title())), theirs.look(), 1, false)),
                Wording.of("beyond.versus.note", names));
    }

    /** How far Look and Effect depend on the seed. */
    public static Panel seeds(Impression impression, SeedSpread spread) {
        return bars(
                "seeds",
                impression,
                List.of(
                        new HistoryBars.Row(
                                Wording.of("beyond.look"),
                                Wording.of("beyond.seeds.about"),
                                spread.look().mean(),
                                0,
                                Arrays.stream(spread.look().low()).anyMatch(value -> value < 0),
                                spread.look().low(),
                                spread.look().high()),
                        new HistoryBars.Row(
                                Wording.of("beyond.effect"),
                                Wording.of("beyond.seeds.about"),
                                spread.effect().mean(),
                                1,
                                true,
                                spread.effect().low(),
                                spread.effect().high())),
                Wording.of("beyond.seeds.note", Map.of("models", number(spread.models()))));
    }

    private static Panel bars(String name, Impression impression, List<HistoryBars.Row> rows, Text note) {
        Text title = Wording.of("panel." + name);
        return new Panel(name, title, List.of(new HistoryBars(name, title, history(impression), rows, note)), 0);
    }

    /** The same prediction by other weights, this model's last. */
    public static Panel versions(String name, Impression impression, List<Version> versions) {
        return new Panel(
                name,
                Wording.of("panel." + name),
                List.of(
                        matrix(name, "effect", impression, versions, version -> version.effects()
                                .effect()),
                        matrix(name, "look", impression, versions, version -> version.looked()
                                .look())),
                0);
    }

    private interface Numbers {
        double[] of(Version version);
    }

    private static HeatMatrix matrix(
            String panel, String what, Impression impression, List<Version> versions, Numbers numbers) {
        double[] values = versions.stream()
                .flatMapToDouble(version -> Arrays.stream(numbers.of(version)))
                .toArray();
        boolean signed = Arrays.stream(values).anyMatch(value -> value < 0);
        return new HeatMatrix(
                panel + "." + what,
                Wording.of("beyond." + what),
                new Axis(AxisKind.SAMPLE, versions.stream().map(Version::name).toList()),
                history(impression),
                values,
                signed ? HeatMatrix.Scale.DIVERGING : HeatMatrix.Scale.SEQUENTIAL,
                Wording.of("beyond.versions.note"));
    }

    private static Axis history(Impression impression) {
        return new Axis(
                AxisKind.HISTORY,
                impression.history().stream()
                        .map(behaviour -> behaviour.item().title())
                        .toList());
    }

    private static Text number(int value) {
        return Text.same(String.valueOf(value));
    }

    private static Text score(double value) {
        return Wording.score(value, Double.NaN);
    }
}
