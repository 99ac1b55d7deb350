package dev.interestlens.export.report;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interestlens.explain.view.CategoryMap;
import dev.interestlens.explain.view.MapPanel;
import dev.interestlens.explain.words.Text;
import dev.interestlens.export.report.json.PanelJson;
import dev.interestlens.export.report.json.Provenance;
import java.util.ArrayList;
import java.util.List;

/**
 * Look and Effect by category over many predictions of a run. In JSON it is the map as a view, with its {@code source}, the number of predictions and the
 * categories in both languages.
 *
 * @param source its sample names the measured part
 */
public record CategoryAttention(CategoryMap.Means means, int predictions, Provenance source) {
    /** As it is written. */
    @JsonValue
    public ObjectNode tree() {
        ObjectNode tree = PanelJson.of(MapPanel.of(means, predictions), source).put("predictions", predictions);
        ArrayNode categories = tree.putArray("categories");
        means.categories()
                .forEach(each -> categories.addObject().put("en", each.en()).put("zh", each.zh()));
        return tree;
    }

    /** Reads it again. */
    @JsonCreator
    public static CategoryAttention of(JsonNode tree) {
        List<Text> categories = new ArrayList<>();
        tree.path("categories")
                .forEach(each -> categories.add(
                        new Text(each.path("en").asText(), each.path("zh").asText())));
        JsonNode source = tree.path("source");
        return new CategoryAttention(
                new CategoryMap.Means(
                        categories, values(tree.at("/pictures/0/values")), values(tree.at("/pictures/1/values"))),
                tree.path("predictions").asInt(),
                new Provenance(
                        source.path("run").asText(),
                        source.path("model").asText(),
                        source.path("dataset").asText(),
                        source.path("planted").asText(),
                        source.path("sample").asText(),
                        source.path("created").asLong()));
    }

    /** Of a matrix row by row; what is not defined is null. */
    private static double[] values(JsonNode rows) {
        List<Double> all = new ArrayList<>();
        rows.forEach(row -> row.forEach(value -> all.add(value.asDouble(Double.NaN))));
        return all.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
