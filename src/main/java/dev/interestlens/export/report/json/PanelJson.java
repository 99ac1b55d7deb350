package dev.interestlens.export.report.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interestlens.explain.picture.HeadGrid;
import dev.interestlens.explain.picture.HeatMatrix;
import dev.interestlens.explain.picture.Panel;
import dev.interestlens.explain.picture.Picture;
import dev.interestlens.figure.NumberTable;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.data.FigureData;
import dev.interestlens.figure.data.PathData;
import dev.interestlens.figure.data.PlotData;
import dev.interestlens.figure.data.RowsData;
import dev.interestlens.store.Json;
import java.util.List;
import java.util.Locale;

/** A view of an explanation as JSON: the numbers of each of its pictures; what is undefined is null. */
public final class PanelJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private PanelJson() {}

    /** A separate view with its provenance. */
    public static ObjectNode of(Panel panel, Provenance provenance) {
        ObjectNode node = of(panel);
        node.set("source", Json.finite(provenance));
        return Json.finite(node);
    }

    static ObjectNode of(Panel panel) {
        ObjectNode node = JSON.objectNode().put("name", panel.name());
        node.put("title", panel.title().en());
        if (!panel.finding().en().isEmpty()) {
            node.put("finding", panel.finding().en())
                    .put("findingZh", panel.finding().zh());
        }
        return node.set("pictures", ExplanationJson.array(panel.pictures(), PanelJson::of));
    }

    private static ObjectNode of(Picture picture) {
        if (picture instanceof HeatMatrix matrix) {
            return ExplanationJson.matrix(matrix).put("kind", "matrix");
        }
        ObjectNode node = JSON.objectNode().put("name", picture.name());
        node.put("title", picture.title().en());
        FigureData data = picture.data();
        if (picture instanceof HeadGrid grid) {
            node.put("kind", "heads").put("layers", grid.layers()).put("heads", grid.heads());
            node.set("cells", ExplanationJson.array(grid.cells(), ExplanationJson::matrix));
        } else if (data instanceof PlotData plot) {
            node.put("kind", "lines").set("steps", ExplanationJson.labels(plot.steps()));
            node.put("reference", plot.reference());
            ArrayNode all = node.putArray("lines");
            plot.lines().forEach(line -> all.addObject()
                    .put("name", english(line.name()))
                    .set("values", Json.finite(line.values())));
        } else if (data instanceof PathData path) {
            node.put("kind", "path").set("steps", ExplanationJson.labels(path.steps()));
            node.put("firstShare", path.shares()[0]);
            node.put("secondShare", path.shares()[1]);
            ArrayNode all = node.putArray("tracks");
            path.tracks().forEach(track -> {
                ObjectNode one = all.addObject().put("name", english(track.name()));
                one.set("x", Json.finite(track.x()));
                one.set("y", Json.finite(track.y()));
            });
        } else if (data instanceof RowsData rows) {
            node.put("kind", "bars").set("steps", ExplanationJson.labels(rows.behaviours()));
            bars(node, rows.rows());
        } else {
            table(node, data.numbers(Locale.ENGLISH));
        }
        return node;
    }

    private static void bars(ObjectNode node, List<RowsData.Row> rows) {
        if (rows.stream().anyMatch(row -> row.lanes().length > 0)) {
            node.set("lanes", Json.finite(rows.get(0).lanes()));
        }
        ArrayNode all = node.putArray("rows");
        for (RowsData.Row row : rows) {
            ObjectNode one = all.addObject().put("name", english(row.name())).put("scale", row.group());
            one.set("values", Json.finite(row.values()));
            if (row.from().length > 0) {
                one.set("from", Json.finite(row.from()));
                one.set("to", Json.finite(row.to()));
            }
        }
    }

    private static String english(Phrase words) {
        return words.in(Locale.ENGLISH);
    }

    /** For a picture of any other kind: its numbers, line by line. */
    private static void table(ObjectNode node, NumberTable numbers) {
        ArrayNode heads = node.put("kind", "table").putArray("heads");
        numbers.heads().forEach(heads::add);
        ArrayNode lines = node.putArray("lines");
        for (NumberTable.Line line : numbers.lines()) {
            ArrayNode one = lines.addArray();
            line.names().forEach(one::add);
            Json.finite(line.values()).forEach(one::add);
        }
    }
}
