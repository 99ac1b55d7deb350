package dev.interestlens.train.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interestlens.data.protocol.ProtocolConfig;
import dev.interestlens.model.ModelCatalog;
import dev.interestlens.model.ModelFamily;
import dev.interestlens.model.config.ConfigCheck;
import dev.interestlens.model.config.ModelConfig;
import dev.interestlens.model.config.NeighbourConfig;
import dev.interestlens.model.config.Preset;
import dev.interestlens.store.EnumNames;
import dev.interestlens.store.Json;
import dev.interestlens.store.Problem;
import dev.interestlens.store.ProblemException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A configuration as JSON, both ways. Enums are written in lower camel case and read ignoring case; a list of sizes may be written {@code "80-40"}.
 * An unknown key is refused with the nearest known one.
 */
public final class ConfigJson {
    private static final JsonMapper MAPPER =
            Json.strict().addModule(new EnumNames()).build();

    private static final String MODEL = "model";
    private static final String ID = "id";

    private ConfigJson() {}

    /** The whole configuration; the model's {@code id} stands first in {@code model}. */
    public static ObjectNode tree(ExperimentConfig config) {
        ObjectNode tree = MAPPER.createObjectNode();
        tree.set("data", MAPPER.valueToTree(config.data()));
        tree.set("model", tree(config.model()));
        tree.set("training", MAPPER.valueToTree(config.training()));
        return tree;
    }

    public static ObjectNode tree(ModelConfig model) {
        ObjectNode node = MAPPER.createObjectNode().put("id", model.id());
        node.setAll((ObjectNode) MAPPER.valueToTree(model));
        return node;
    }

    /** Only the protocol. */
    public static JsonNode protocol(ProtocolConfig protocol) {
        return MAPPER.valueToTree(protocol);
    }

    /** Reads {@link #protocol(ProtocolConfig)}. */
    public static ProtocolConfig protocol(JsonNode tree) {
        return convert(tree, ProtocolConfig.class, "data.protocol");
    }

    /** Reads a whole configuration. */
    public static ExperimentConfig parse(JsonNode tree) {
        return new ExperimentConfig(
                convert(tree.path("data"), DataConfig.class, "data"),
                model(tree.path("model")),
                convert(tree.path("training"), TrainingConfig.class, "training"));
    }

    /**
     * Reads a configuration that an older version may have written. A missing switch of data or training gets its default, which is the behaviour of
     * that version; evaluation had no seed of its own.
     *
     * @throws ProblemException naming a missing switch of the model, whose value cannot be known
     */
    public static ExperimentConfig parseOlder(ObjectNode tree) {
        ObjectNode whole = tree.deepCopy();
        ModelFamily<?> family = family(object(tree.path("model"), MODEL));
        ObjectNode usual = tree(ExperimentConfig.of(family.preset(Preset.QUICK)));
        List<String> unknown = new ArrayList<>();
        fillModel(whole.path("model"), usual.path("model"));
        absent(usual.path("model"), whole.path("model"), "model.", unknown);
        if (!unknown.isEmpty()) {
            throw Problem.badInput(ConfigJson.class, "missingSwitch").ofValue(String.join(", ", unknown));
        }
        if (whole.path("data").get("protocol") instanceof ObjectNode protocol && !protocol.has("seed")) {
            protocol.put("seed", ProtocolConfig.AS_TRAINING);
        }
        fill(whole, "data", usual);
        usual.set("training", MAPPER.valueToTree(TrainingConfig.defaults()));
        fill(whole, "training", usual);
        return parse(whole);
    }

    /** Switches of models that older versions did not have, with the value for their behaviour, by the part of the model that they belong to. */
    private static final Map<String, Map<String, String>> BEFORE_THE_CHOICE = Map.of(
            "",
                    Map.of(
                            "beside", "none",
                            "interests", "1",
                            "disagreement", "0.0",
                            "nextItem", "0.0",
                            "position", "none",
                            "positionUnits", "0",
                            "scored", "states"),
            "/head", Map.of("products", "none"),
            "/neighbours", Map.of("trend", "false"),
            "/encoder", Map.of("attention", "full", "window", "32", "start", "random"));

    private static void fillModel(JsonNode model, JsonNode usual) {
        if (model instanceof ObjectNode there && usual.has("reading") && !there.has("reading")) {
            there.set("reading", usual.get("reading")); // of a preset, which reads all
        }
        if (model instanceof ObjectNode there && usual.has("neighbours") && !there.has("neighbours")) {
            there.set("neighbours", MAPPER.valueToTree(NeighbourConfig.NONE));
        }
        BEFORE_THE_CHOICE.forEach((part, switches) -> {
            JsonNode known = usual.at(part);
            if (model.at(part) instanceof ObjectNode there) {
                switches.forEach((name, value) -> {
                    if (known.has(name) && !there.has(name)) {
                        there.set(name, literal(value));
                    }
                });
            }
        });
    }

    /** The values of a tree by their dotted names, in its order. */
    public static <T> Map<String, T> flat(JsonNode tree, Function<JsonNode, T> words) {
        Map<String, T> flat = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> each : tree.properties()) {
            if (each.getValue().isObject()) {
                flat(each.getValue(), words).forEach((name, value) -> flat.put(each.getKey() + "." + name, value));
            } else {
                flat.put(each.getKey(), words.apply(each.getValue()));
            }
        }
        return flat;
    }

    /** Dotted names of the switches that a tree does not hold, in the order of the configuration. */
    public static List<String> absent(ExperimentConfig config, JsonNode tree) {
        List<String> names = new ArrayList<>();
        absent(tree(config), tree, "", names);
        return names;
    }

    private static void absent(JsonNode whole, JsonNode tree, String prefix, List<String> names) {
        for (Map.Entry<String, JsonNode> each : whole.properties()) {
            String name = prefix + each.getKey();
            JsonNode there = tree.get(each.getKey());
            if (there == null) {
                names.add(name);
            } else if (each.getValue().isObject() && there.isObject()) {
                absent(each.getValue(), there, name + ".", names);
            }
        }
    }

    private static void fill(ObjectNode node, String key, ObjectNode usual) {
        JsonNode there = node.get(key);
        if (there == null) {
            node.set(key, usual.get(key));
        } else if (there.isObject() && usual.get(key).isObject()) {
            ObjectNode inside = (ObjectNode) usual.get(key);
            inside.properties().forEach(each -> fill((ObjectNode) there, each.getKey(), inside));
        }
    }

    /** Reads a model's configuration, whose {@code id} names its family. */
    public static ModelConfig model(JsonNode node) {
        ObjectNode rest = object(node, MODEL).deepCopy();
        ModelFamily<?> family = family(rest);
        rest.remove(ID);
        fillModel(rest, tree(family.preset(Preset.QUICK)));
        return convert(rest, family.configType(), MODEL);
    }

    /** The family that a partial tree names; empty where it names none. */
    public static Optional<String> familyOf(ObjectNode changes) {
        return changes.has(MODEL) && object(changes.get(MODEL), MODEL).has(ID)
                ? Optional.of(family(object(changes.get(MODEL), MODEL)).id())
                : Optional.empty();
    }

    private static ModelFamily<?> family(ObjectNode model) {
        return ModelCatalog.family(convert(model.path(ID), String.class, MODEL + "." + ID));
    }

    /** The dotted names of the settings that a partial tree holds. */
    public static List<String> names(ObjectNode changes) {
        return NearestKey.keys(changes, "");
    }

    /** The value of a setting that has further ones in it. */
    public static ObjectNode object(JsonNode value, String setting) {
        return convert(value, ObjectNode.class, setting);
    }

    /** The configuration with some of its values replaced by a partial tree. */
    public static ExperimentConfig overlay(ExperimentConfig base, ObjectNode changes) {
        ObjectNode tree = tree(base);
        merge(tree, changes, "");
        ExperimentConfig made = parse(tree);
        ConfigCheck.range("learningRate", made.training().updates().learningRate(), 1e-9, 1e9); // older runs may have 0
        return made;
    }

    /** The values of a tree that differ from another one, as {@link #overlay} takes them. */
    static ObjectNode changes(JsonNode base, JsonNode now) {
        ObjectNode changes = MAPPER.createObjectNode();
        for (Map.Entry<String, JsonNode> entry : now.properties()) {
            JsonNode before = base.path(entry.getKey());
            JsonNode value = entry.getValue();
            if (value.isObject() && before.isObject()) {
                ObjectNode inside = changes(before, value);
                if (!inside.isEmpty()) {
                    changes.set(entry.getKey(), inside);
                }
            } else if (!value.equals(before)) {
                changes.set(entry.getKey(), value);
            }
        }
        return changes;
    }

    /** The configuration with one value set, as {@code model.unit.hidden=64-32}. */
    public static ExperimentConfig set(ExperimentConfig base, String assignment) {
        ObjectNode changes = changes(assignment);
        ObjectNode tree = tree(base);
        String first = changes.fieldNames().next();
        if (!tree.has(first)
                && tree.path("model").path(first).isObject()) { // neighbours.kind for model.neighbours.kind
            changes = MAPPER.createObjectNode().set("model", changes);
        }
        String family = familyOf(changes).orElse(base.model().id());
        if (!family.equals(base.model().id())) {
            throw Problem.usage(ConfigJson.class, "otherFamily")
                    .value(family)
                    .exception("family", base.model().id());
        }
        return overlay(base, changes);
    }

    /** Training alone. */
    static TrainingConfig training(byte[] json) {
        return Json.read(MAPPER, json, TrainingConfig.class, null);
    }

    /** Training with some values set, each as {@code epochs=3}. */
    static TrainingConfig set(TrainingConfig base, String... assignments) {
        ObjectNode tree = MAPPER.valueToTree(base);
        for (String assignment : assignments) {
            merge(tree, changes(assignment), "training.");
        }
        return convert(tree, TrainingConfig.class, "training");
    }

    /** {@code a.b=1} as a partial tree. */
    private static ObjectNode changes(String assignment) {
        int equals = assignment.indexOf('=');
        if (equals < 1) {
            throw Problem.usage(ConfigJson.class, "assignment").ofValue(assignment);
        }
        String[] path = assignment.substring(0, equals).split("\\.");
        ObjectNode changes = MAPPER.createObjectNode();
        ObjectNode at = changes;
        for (int i = 0; i < path.length - 1; i++) {
            at = at.putObject(path[i]);
        }
        at.set(path[path.length - 1], literal(assignment.substring(equals + 1)));
        return changes;
    }

    private static JsonNode literal(String text) {
        try {
            JsonNode node = MAPPER.readTree(text);
            return node.isMissingNode() ? JsonNodeFactory.instance.textNode(text) : node;
        } catch (JsonProcessingException plainText) {
            return JsonNodeFactory.instance.textNode(text);
        }
    }

    private static void merge(ObjectNode base, JsonNode changes, String path) {
        for (Map.Entry<String, JsonNode> change : changes.properties()) {
            String key = path + change.getKey();
            JsonNode old = base.get(change.getKey());
            if (old == null) {
                String whole = whole(key, change.getValue());
                Optional<String> nearest = NearestKey.of(whole, NearestKey.keys(base, path));
                throw Problem.usage(ConfigJson.class, nearest.isPresent() ? "nearKey" : "unknownKey")
                        .value(whole)
                        .with("nearest", nearest.orElse(""))
                        .exception("known", path + String.join(", " + path, (Iterable<String>) base::fieldNames));
            }
            if (old.isObject() && change.getValue().isObject()) {
                merge((ObjectNode) old, change.getValue(), key + ".");
            } else {
                base.set(change.getKey(), sizes(old, change.getValue()));
            }
        }
    }

    /** The whole key as a person wrote it, with the names below. */
    private static String whole(String key, JsonNode below) {
        return below.isObject() && below.size() == 1
                ? whole(key + "." + below.fieldNames().next(), below.elements().next())
                : key;
    }

    /** "80-40" for a list of numbers. */
    private static JsonNode sizes(JsonNode old, JsonNode now) {
        if (!old.isArray() || now.isArray()) {
            return now;
        }
        ArrayNode list = MAPPER.createArrayNode();
        for (String part : now.asText().split("[-, ]+")) {
            if (!part.isEmpty()) {
                list.add(literal(part));
            }
        }
        return list;
    }

    private static <T> T convert(JsonNode node, Class<T> type, String path) {
        return Json.convert(MAPPER, node, type, path);
    }
}
