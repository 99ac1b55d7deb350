package dev.interestlens.export.report.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interestlens.explain.picture.HeadGrid;
import dev.interestlens.explain.picture.HeatMatrix;
import dev.interestlens.explain.picture.HistoryBars;
import dev.interestlens.explain.picture.Panel;
import dev.interestlens.explain.picture.Picture;
import dev.interestlens.explain.picture.StatePath;
import dev.interestlens.explain.picture.StepLines;
import dev.interestlens.figure.NumberTable;
import java.util.Arrays;
import java.util.Locale;

/** A view of an explanation as JSON: the numbers of each of its pictures; what is undefined is null. */
public final class PanelJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private PanelJson() {}

    /** A separate view with its provenance. */
    public static ObjectNode of(Panel panel, Provenance provenance) {
        ObjectNode node = of(panel);
        node.set("source", ExplanationJson.source(provenance));
        return node;
    }

    static ObjectNode of(Panel panel) {
        ObjectNode node = JSON.objectNode().put("name", panel.name());
        node.put("title", panel.title().en());
        if (!panel.finding().en().isEmpty()) {
            node.put("finding", panel.finding().en())
                    .put("findingZh", panel.finding().zh());
        }
        ArrayNode pictures = node.putArray("pictures");
        panel.pictures().forEach(picture -> pictures.add(of(picture)));
        return node;
    }

    private static ObjectNode of(Picture picture) {
        if (picture instanceof HeatMatrix matrix) {
            return ExplanationJson.matrix(matrix).put("kind", "matrix");
        }
        ObjectNode node = JSON.objectNode().put("name", picture.name());
        node.put("title", picture.title().en());
        if (picture instanceof StepLines lines) {
            node.put("kind", "lines").set("steps", ExplanationJson.labels(lines.steps()));
            ExplanationJson.number(node, "reference", lines.reference());
            ArrayNode all = node.putArray("lines");
            lines.lines().forEach(line -> all.addObject()
                    .put("name", line.name().en())
                    .set("values", ExplanationJson.numbers(line.values())));
        } else if (picture instanceof StatePath path) {
            node.put("kind", "path").set("steps", ExplanationJson.labels(path.steps()));
            ExplanationJson.number(node, "firstShare", path.firstShare());
            ExplanationJson.number(node, "secondShare", path.secondShare());
            ArrayNode all = node.putArray("tracks");
            path.tracks().forEach(track -> {
                ObjectNode one = all.addObject().put("name", track.name().en());
                one.set("x", ExplanationJson.numbers(track.x()));
                one.set("y", ExplanationJson.numbers(track.y()));
            });
        } else if (picture instanceof HeadGrid grid) {
            node.put("kind", "heads").put("layers", grid.layers()).put("heads", grid.heads());
            ArrayNode all = node.putArray("cells");
            grid.cells().forEach(cell -> all.add(ExplanationJson.matrix(cell)));
        } else if (picture instanceof HistoryBars bars) {
            node.put("kind", "bars").set("steps", ExplanationJson.labels(bars.steps()));
            if (bars.lanes().length > 0) {
                ArrayNode lanes = node.putArray("lanes");
                Arrays.stream(bars.lanes()).forEach(lanes::add);
            }
            ArrayNode all = node.putArray("rows");
            for (HistoryBars.Row row : bars.rows()) {
                ObjectNode one = all.addObject().put("name", row.name().en()).put("scale", row.group());
                one.set("values", ExplanationJson.numbers(row.values()));
                if (row.from().length > 0) {
                    one.set("from", ExplanationJson.numbers(row.from()));
                    one.set("to", ExplanationJson.numbers(row.to()));
                }
            }
        } else {
            table(node, picture.numbers(Locale.ENGLISH));
        }
        return node;
    }

    /** For a picture of any other kind: its numbers, line by line. */
    private static void table(ObjectNode node, NumberTable numbers) {
        ArrayNode heads = node.put("kind", "table").putArray("heads");
        numbers.heads().forEach(heads::add);
        ArrayNode lines = node.putArray("lines");
        for (NumberTable.Line line : numbers.lines()) {
            ArrayNode one = lines.addArray();
            line.names().forEach(one::add);
            ExplanationJson.numbers(line.values()).forEach(one::add);
        }
    }
}
