package dev.interestlens.explain.view;

import dev.interestlens.data.Schema;
import dev.interestlens.explain.look.FieldAttention;
import dev.interestlens.explain.look.Impression;
import dev.interestlens.explain.look.LookResult;
import dev.interestlens.explain.look.PositionAttention;
import dev.interestlens.explain.picture.Axis;
import dev.interestlens.explain.picture.HeatMatrix;
import dev.interestlens.explain.picture.Panel;
import dev.interestlens.explain.picture.Picture;
import dev.interestlens.explain.words.PartWords;
import dev.interestlens.explain.words.Text;
import dev.interestlens.explain.words.Wording;
import dev.interestlens.figure.Scale;
import dev.interestlens.model.FieldToken;
import dev.interestlens.model.Trace;
import dev.interestlens.nn.AxisKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The view of a model in which fields stand in the sequence: how each looks at behaviours and fields, and which half of it is on which. */
final class TokenPanels {
    private TokenPanels() {}

    /** @param schema whose fields they are */
    static List<Panel> of(Impression impression, List<Trace> traces, LookResult looked, Schema schema) {
        List<Trace> layers = FieldAttention.layers(traces);
        if (layers.isEmpty() || impression.behaviours() == 0) {
            return List.of();
        }
        List<Text> fields = FieldToken.of(schema).stream().map(PartWords::token).toList();
        Axis rows = new Axis(AxisKind.FIELD, fields);
        Axis columns = new Axis(
                AxisKind.KEY,
                Stream.concat(impression.titles().stream(), fields.stream()).toList(),
                Wording.of("tokens.columns"));
        List<Picture> pictures = new ArrayList<>();
        for (int l = layers.size() - 1; l >= 0; l--) {
            Trace layer = layers.get(l);
            int heads = (int) layer.shape()[1];
            Map<String, Text> number = Map.of("layer", Text.same(String.valueOf(l + 1)));
            pictures.add(picture(
                    "tokens." + l, Wording.of("trace.layer", number), rows, columns, (q, k) -> mean(layer, q, k)));
            for (int h = 0; heads > 1 && h < heads; h++) {
                int head = h;
                Text title = Wording.of(
                        "trace.head", Map.of("layer", number.get("layer"), "head", Text.same(String.valueOf(h + 1))));
                String name = layer.name().of("head").of(String.valueOf(h)).id();
                pictures.add(
                        picture(name, title, rows, columns, (q, k) -> PositionAttention.weight(layer, 0, head, q, k)));
            }
        }
        double onHistory = Arrays.stream(looked.look()).sum();
        Text finding = Wording.of(
                "tokens.finding",
                Map.of("behaviours", Wording.share(onHistory), "fields", Wording.share(1 - onHistory)));
        return List.of(new Panel("tokens", Wording.of("panel.tokens"), pictures, 0, finding));
    }

    /** Without the fields behind each, which it may not read. */
    private static HeatMatrix picture(String name, Text title, Axis rows, Axis columns, HeatMatrix.Cell cell) {
        int behaviours = columns.size() - rows.size();
        HeatMatrix.Cell readable = (q, k) -> k - behaviours > q ? Double.NaN : cell.at(q, k);
        return new HeatMatrix(name, title, rows, columns, readable, Scale.SEQUENTIAL, Wording.of("note.tokens"));
    }

    private static double mean(Trace layer, int query, int key) {
        double sum = 0;
        for (int head = 0; head < layer.shape()[1]; head++) {
            sum += PositionAttention.weight(layer, 0, head, query, key) / layer.shape()[1];
        }
        return sum;
    }
}
