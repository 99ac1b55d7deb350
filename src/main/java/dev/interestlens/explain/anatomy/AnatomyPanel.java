package dev.interestlens.explain.anatomy;

import dev.interestlens.explain.anatomy.Anatomy.Figure;
import dev.interestlens.explain.picture.Chart;
import dev.interestlens.explain.picture.Panel;
import dev.interestlens.explain.words.Text;
import dev.interestlens.figure.data.WaterfallData;
import dev.interestlens.figure.data.WaterfallData.Step;
import dev.interestlens.metric.RankMetric;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The picture of one figure of several runs beside that of popularity, with a sentence for each run. */
public final class AnatomyPanel {
    private AnatomyPanel() {}

    /**
     * Of the runs whose figure was measured; empty where none was.
     *
     * @param runs by name
     */
    public static Optional<Panel> of(Map<String, Anatomy> runs, RankMetric metric) {
        Map<String, Figure> figures = new LinkedHashMap<>();
        runs.forEach((name, anatomy) -> anatomy.figure(metric).ifPresent(figure -> figures.put(name, figure)));
        if (figures.isEmpty()) {
            return Optional.empty();
        }
        TreeSet<InputPart> parts = new TreeSet<>();
        figures.values().forEach(figure -> figure.shares().forEach(share -> parts.add(share.part())));
        List<WaterfallData.Column> columns = new ArrayList<>();
        Text finding = Text.same("");
        for (Map.Entry<String, Figure> each : figures.entrySet()) {
            Text name = Text.same(each.getKey());
            columns.add(column(name, each.getValue(), parts));
            Text sentence = AnatomyWords.sentence(each.getValue());
            finding = finding.then(
                    figures.size() == 1
                            ? sentence
                            : new Text(each.getKey() + ": " + sentence.en(), each.getKey() + "：" + sentence.zh()));
        }
        columns.add(popularity(figures.values().iterator().next(), parts));
        Text title = AnatomyWords.title(metric.id());
        WaterfallData data = new WaterfallData(
                parts.stream().map(AnatomyWords::part).toList(),
                AnatomyWords.of("chance"),
                AnatomyWords.metric(metric.id()),
                columns);
        Text note = AnatomyWords.about(runs.values());
        return Optional.of(new Panel(metric.id(), title, List.of(new Chart("anatomy", title, data, note)), 0, finding));
    }

    private static WaterfallData.Column column(Text name, Figure figure, TreeSet<InputPart> parts) {
        List<Step> steps = parts.stream()
                .map(part -> figure.shares().stream()
                        .filter(share -> share.part() == part)
                        .map(share -> step(share.share(), share.low(), share.high()))
                        .findFirst()
                        .orElse(Step.NONE))
                .toList();
        return new WaterfallData.Column(
                name, figure.chance(), steps, step(figure.value(), figure.low(), figure.high()));
    }

    /** Scores by popularity read nothing else. */
    private static WaterfallData.Column popularity(Figure figure, TreeSet<InputPart> parts) {
        List<Step> steps = parts.stream()
                .map(part -> part == InputPart.POPULARITY
                        ? step(figure.popularity() - figure.chance(), null, null)
                        : Step.NONE)
                .toList();
        return new WaterfallData.Column(
                AnatomyWords.of("popularity"), figure.chance(), steps, step(figure.popularity(), null, null));
    }

    private static Step step(double value, Double low, Double high) {
        return new Step(value, low == null ? Double.NaN : low, high == null ? Double.NaN : high);
    }
}
