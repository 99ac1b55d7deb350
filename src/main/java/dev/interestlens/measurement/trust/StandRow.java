package dev.interestlens.measurement.trust;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interestlens.data.Field;
import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.protocol.Part;
import dev.interestlens.explain.look.Behaviour;
import dev.interestlens.explain.look.Impression;
import dev.interestlens.explain.look.Impressions;
import dev.interestlens.explain.look.Item;
import dev.interestlens.export.ModelInputTensor;
import dev.interestlens.export.bundle.GoldenRows;
import dev.interestlens.export.torch.TorchExport;
import dev.interestlens.store.Json;
import dev.interestlens.workspace.OpenRun;
import java.util.List;

/** A planted row as a program in any language reads it: the choice, the history before it, and both as the model's graph takes them; no causes. */
record StandRow(OpenRun run, String planting) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** The name of a row of the test part among all plantings. */
    static String sample(String planting, int row) {
        return planting + "-" + row;
    }

    ObjectNode of(int row) {
        Impression impression = new Impressions(run.samples()).alone(Part.TEST, row);
        ObjectNode line = JSON.objectNode()
                .put("sample", sample(planting, row))
                .put("model", planting)
                .put("user", impression.userKey())
                .put("event", run.samples().sample(Part.TEST, row).position());
        line.set("candidate", item(JSON.objectNode(), impression.candidate()));
        ArrayNode behaviours = line.putArray("behaviours");
        for (Behaviour each : impression.history()) {
            behaviours.add(item(
                    JSON.objectNode()
                            .put("position", each.position())
                            .put("time", each.time() == Behaviour.UNTIMED ? null : each.time()),
                    each.item()));
        }
        ObjectNode inputs = line.putObject("inputs");
        ModelInputTensor.of(TorchExport.inputs(run.trained()), run.trained().input(), impression.batch())
                .forEach(fed -> inputs.set(fed.input().name(), Json.finite(GoldenRows.Values.of(fed))));
        return line;
    }

    private ObjectNode item(ObjectNode node, Item item) {
        PreparedDataset data = run.data();
        node.put("item", item.id()).put("title", item.title().en());
        ObjectNode fields = node.putObject("fields");
        List<Field> named = data.schema().categoricalItemFields();
        for (int f = 1; f < named.size(); f++) { // the first is the item itself
            ArrayNode values = fields.putArray(named.get(f).name());
            for (int k = 0; k < named.get(f).width(); k++) {
                int value = data.itemField(f, item.number(), k);
                if (value >= Field.FIRST) {
                    values.add(data.itemValue(f, value));
                }
            }
        }
        List<Field> numeric = data.schema().itemFields().stream()
                .filter(field -> !field.isCategorical())
                .toList();
        for (int f = 0; f < numeric.size(); f++) {
            fields.put(numeric.get(f).name(), data.itemNumber(f, item.number()));
        }
        return node;
    }
}
