package dev.interestlens.explain.view;

import dev.interestlens.explain.effect.Effects;
import dev.interestlens.explain.look.Impression;
import dev.interestlens.explain.picture.Axis;
import dev.interestlens.explain.picture.HeatMatrix;
import dev.interestlens.explain.picture.Panel;
import dev.interestlens.explain.words.Text;
import dev.interestlens.explain.words.Wording;
import dev.interestlens.figure.Numerals;
import dev.interestlens.figure.Scale;
import dev.interestlens.nn.AxisKind;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The same prediction with other weights: earlier checkpoints, or other runs. */
public final class VersionsPanel {
    private static final int NAMED = 3;

    private VersionsPanel() {}

    /**
     * @param name checkpoints or runs
     * @param versions this model's last
     */
    public static Panel of(String name, Impression impression, List<BeyondPanels.Version> versions) {
        List<BeyondPanels.Version> others = versions.subList(0, versions.size() - 1);
        Effects here = versions.get(versions.size() - 1).effects();
        return new Panel(
                name,
                Wording.of("panel." + name),
                List.of(
                        matrix(
                                name,
                                shares(versions) ? "look" : "weights",
                                impression,
                                versions,
                                version -> version.looked().look()),
                        matrix(name, "effect", impression, versions, version -> version.effects()
                                .effect())),
                0,
                Wording.of(
                        "beyond.found." + name,
                        Map.of(
                                "agreeing", Wording.number(agreeing(others, here)),
                                "others", Wording.number(others.size()))));
    }

    private static HeatMatrix matrix(
            String panel,
            String what,
            Impression impression,
            List<BeyondPanels.Version> versions,
            Function<BeyondPanels.Version, double[]> of) {
        double[] values = versions.stream()
                .flatMapToDouble(version -> Arrays.stream(of.apply(version)))
                .toArray();
        boolean signed = what.equals("effect") || Arrays.stream(values).anyMatch(value -> value < 0);
        return new HeatMatrix(
                panel + "." + what,
                Wording.of("beyond.versions." + (what.equals("effect") ? what : "look")),
                new Axis(
                        AxisKind.SAMPLE,
                        versions.stream().map(VersionsPanel::name).toList(),
                        Wording.of("axis." + panel)),
                new Axis(AxisKind.HISTORY, impression.titles()),
                values,
                signed ? Scale.DIVERGING : Scale.SEQUENTIAL,
                Wording.of("beyond.versions.note"));
    }

    private static boolean shares(List<BeyondPanels.Version> versions) {
        return versions.stream().allMatch(version -> version.looked().kind().shares());
    }

    private static Text name(BeyondPanels.Version version) {
        return Wording.of(
                "beyond.version",
                Map.of(
                        "name", version.name(),
                        "score", Text.same(Numerals.fixed(version.looked().score(), 3))));
    }

    /** In how many of the others the behaviour with the largest Effect here is among the first three. */
    static int agreeing(List<BeyondPanels.Version> others, Effects here) {
        double[] sizesHere = here.size();
        int first =
                IntStream.range(0, sizesHere.length).reduce(0, (most, j) -> sizesHere[j] > sizesHere[most] ? j : most);
        return (int) others.stream()
                .filter(each -> {
                    double[] sizes = each.effects().size();
                    return Arrays.stream(sizes)
                                    .filter(size -> size > sizes[first])
                                    .count()
                            < NAMED;
                })
                .count();
    }
}
