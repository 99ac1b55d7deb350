package dev.interestlens.export.report;

import dev.interestlens.explain.words.MetricWords;
import dev.interestlens.explain.words.Text;
import dev.interestlens.metric.CatalogueRanking;
import dev.interestlens.metric.RankMetric;
import dev.interestlens.metric.RankingMetric;
import dev.interestlens.metric.RowMetric;
import dev.interestlens.store.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The front matter of a model card (YAML between two lines of dashes) for model hubs: library, task, tags and measured results. The licence is left
 * to the person who shares the model.
 */
public final class HubFrontMatter {
    private HubFrontMatter() {}

    /** Including the line that ends it. */
    public static String of(RunFacts run) {
        StringBuilder yaml = new StringBuilder("---\nlibrary_name: pytorch\npipeline_tag: tabular-classification\n");
        yaml.append("tags:\n- recommendation\n- click-through-rate\n- attention\n- interest-lens\n");
        yaml.append("- ").append(Json.line(run.family())).append('\n');
        run.measured().ifPresent(measured -> {
            yaml.append("model-index:\n- name: ").append(Json.line(run.name())).append('\n');
            yaml.append("  results:\n  - task:\n      type: recommendation\n      name: Next item\n");
            yaml.append("    dataset:\n      name: ")
                    .append(Json.line(run.data().name()))
                    .append('\n');
            yaml.append("      type: ").append(Json.line(run.data().name())).append('\n');
            yaml.append("      split: test\n    metrics:\n");
            metrics(measured).forEach((type, value) -> yaml.append("    - type: ")
                    .append(type)
                    .append("\n      name: ")
                    .append(Json.line(name(type, measured).en()))
                    .append("\n      value: ")
                    .append(value)
                    .append('\n'));
        });
        return yaml.append("---\n").toString();
    }

    /** With what it is ranked among, or beside which negatives: a figure is compared only with figures in the same currency. */
    private static Text name(String type, RunFacts.Measured measured) {
        int items = measured.catalogue().map(CatalogueRanking::items).orElse(0);
        return RankingMetric.told().stream()
                .filter(metric -> metric.exchangeName().equals(type))
                .findFirst()
                .map(metric -> FigureWords.name(metric, items))
                .orElseGet(() -> name(metric(type), measured.notes()));
    }

    private static RowMetric metric(String type) {
        return RowMetric.ofEpochs().stream()
                .filter(metric -> metric.exchangeName().equals(type))
                .findFirst()
                .orElseThrow();
    }

    /** Those of the order of rows with how their negatives were drawn. */
    private static Text name(RowMetric metric, List<Text> notes) {
        Text full = MetricWords.full(metric);
        return metric instanceof RankMetric
                ? Text.joined(Stream.concat(Stream.of(full), notes.stream()).toList(), Text.same(". "))
                : full;
    }

    /** The defined metrics, of the whole catalogue where that was ranked. */
    private static Map<String, Double> metrics(RunFacts.Measured measured) {
        Map<String, Double> metrics = new LinkedHashMap<>();
        RowMetric.ofEpochs()
                .forEach(metric ->
                        metrics.put(metric.exchangeName(), measured.figures().get(metric.id())));
        measured.catalogue().ifPresent(ranking -> RankingMetric.told()
                .forEach(metric ->
                        metrics.put(metric.exchangeName(), ranking.model().value(metric))));
        metrics.values().removeIf(value -> value == null || !Double.isFinite(value));
        return metrics;
    }
}
