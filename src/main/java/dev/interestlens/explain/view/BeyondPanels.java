package dev.interestlens.explain.view;

import dev.interestlens.explain.effect.Effects;
import dev.interestlens.explain.look.Impression;
import dev.interestlens.explain.look.LookResult;
import dev.interestlens.explain.picture.Chart;
import dev.interestlens.explain.picture.Panel;
import dev.interestlens.explain.words.Text;
import dev.interestlens.explain.words.Wording;
import dev.interestlens.figure.Numerals;
import dev.interestlens.figure.data.RowsData;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Common parts of views that compare several explanations, and the view of how far an explanation depends on the seed. */
public final class BeyondPanels {
    private BeyondPanels() {}

    /** Look and Effects with other weights. */
    public record Version(Text name, LookResult looked, Effects effects) {}

    /** How far Look and Effect depend on the seed. */
    public static Panel seeds(Impression impression, SeedSpread spread) {
        List<Text> steady = spread.steady().stream()
                .map(position -> impression.title(position))
                .toList();
        Text finding = Wording.of(
                "beyond.seeds.found",
                Map.of(
                        "models", Wording.number(spread.models()),
                        "least", Text.same(Numerals.fixed(spread.leastScore(), 3)),
                        "most", Text.same(Numerals.fixed(spread.mostScore(), 3))));
        Text which = steady.isEmpty()
                ? Wording.of("beyond.seeds.unsteady")
                : Wording.of("beyond.seeds.steady", Map.of("items", Wording.list(steady)));
        return bars(
                "seeds",
                impression,
                List.of(
                        row(
                                "beyond.look",
                                spread.look(),
                                0,
                                Arrays.stream(spread.look().low()).anyMatch(value -> value < 0)),
                        row("beyond.effect", spread.effect(), 1, true)),
                Wording.of("beyond.seeds.note", Map.of("models", Wording.number(spread.models()))),
                Wording.sentences(List.of(finding, which)));
    }

    private static RowsData.Row row(String key, SeedSpread.Band band, int group, boolean signed) {
        return new RowsData.Row(
                Wording.of(key), Wording.of("beyond.seeds.about"), band.mean(), group, signed, band.low(), band.high());
    }

    /** Rows of bars over the history. */
    static Panel bars(String name, Impression impression, List<RowsData.Row> rows, Text note, Text finding) {
        Text title = Wording.of("panel." + name);
        RowsData data = new RowsData(impression.titles(), rows);
        return new Panel(name, title, List.of(new Chart(name, title, data, note)), 0, finding);
    }
}
