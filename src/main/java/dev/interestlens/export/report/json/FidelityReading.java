package dev.interestlens.export.report.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interestlens.explain.effect.Agreement.Badge;
import dev.interestlens.explain.fidelity.FidelityReport;
import dev.interestlens.explain.fidelity.FidelityReport.Control;
import dev.interestlens.explain.fidelity.FidelityReport.ControlKind;
import dev.interestlens.explain.fidelity.FidelityReport.Found;
import dev.interestlens.explain.fidelity.FidelityReport.Group;
import dev.interestlens.explain.fidelity.FidelityReport.Measure;
import dev.interestlens.explain.fidelity.FidelityReport.NoControl;
import dev.interestlens.explain.fidelity.FidelityReport.Outside;
import dev.interestlens.explain.fidelity.FidelityReport.Planted;
import dev.interestlens.explain.fidelity.FidelityReport.PlantedGroups;
import dev.interestlens.explain.fidelity.FidelityReport.Seeds;
import dev.interestlens.explain.fidelity.FidelityReport.Source;
import dev.interestlens.explain.fidelity.FidelityReport.Truth;
import dev.interestlens.explain.fidelity.Figure;
import dev.interestlens.store.EnumNames;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** Reads what {@link FidelityJson} wrote, also in earlier versions: what they did not measure is missing or NaN. */
public final class FidelityReading {
    private FidelityReading() {}

    public static FidelityReport of(JsonNode tree) {
        List<Group> groups = new ArrayList<>();
        groups.add(group("all", 0, Integer.MAX_VALUE, tree));
        for (JsonNode group : tree.path("groups")) {
            groups.add(group(
                    group.path("kind").asText(),
                    group.path("from").asInt(),
                    group.path("to").asInt(Integer.MAX_VALUE),
                    group));
        }
        return new FidelityReport(
                groups,
                tree.path("effectOf").asText().equals("attention"),
                tree.path("users").asInt(),
                number(tree, "tauNullDeviation"),
                each(Badge.class, tree.path("badges"), EnumNames::lower, JsonNode::asInt),
                Arrays.stream(ControlKind.values())
                        .filter(kind -> tree.path(FidelityJson.name(kind)).isObject())
                        .map(kind -> control(kind, tree.path(FidelityJson.name(kind))))
                        .toList(),
                some(tree.path("seeds"))
                        .map(seeds -> new Seeds(
                                seeds.path("models").asInt(),
                                figure(seeds.path("look")),
                                figure(seeds.path("effect")),
                                number(seeds, "chance"))),
                each(FidelityReport.Part.class, tree.path("reinitialised"), EnumNames::lower, FidelityReading::figure),
                some(tree.path("planted")).map(FidelityReading::planted),
                StreamSupport.stream(tree.path("explanations").spliterator(), false)
                        .map(FidelityReading::outside)
                        .toList());
    }

    /** What an object holds by the names of constants; those that it lacks are left out. */
    private static <K extends Enum<K>, V> Map<K, V> each(
            Class<K> type, JsonNode node, Function<K, String> name, Function<JsonNode, V> value) {
        Map<K, V> all = new EnumMap<>(type);
        for (K constant : type.getEnumConstants()) {
            if (node.hasNonNull(name.apply(constant))) {
                all.put(constant, value.apply(node.get(name.apply(constant))));
            }
        }
        return all;
    }

    private static Outside outside(JsonNode node) {
        return new Outside(
                node.path("name").asText(),
                node.path("rows").asInt(),
                node.path("missing").asInt(),
                node.path("values").asLong(),
                node.path("leftOut").asLong(),
                figure(node.path("agreement")),
                figure(node.path("comprehensiveness")),
                figure(node.path("sufficiency")));
    }

    private static Optional<JsonNode> some(JsonNode node) {
        return Optional.of(node).filter(JsonNode::isObject);
    }

    private static Group group(String kind, int from, int to, JsonNode node) {
        Map<Source, Map<Measure, Figure>> figures = each(
                Source.class,
                node,
                EnumNames::lower,
                row -> each(Measure.class, row, EnumNames::name, FidelityReading::figure));
        return new Group(kind, from, to, node.path("samples").asInt(), figures, figure(node.path("historyEffect")));
    }

    private static Control control(ControlKind kind, JsonNode node) {
        String missing = node.path("missing").asText();
        for (NoControl why : NoControl.values()) {
            if (EnumNames.lower(why).equals(missing)) {
                return Control.missing(kind, why);
            }
        }
        return new Control(
                kind,
                null,
                node.path("users").asInt(),
                number(node, "auc"),
                number(node, "changedAuc"),
                number(node, "differenceLow"),
                number(node, "differenceHigh"),
                number(node, "scoreChange"));
    }

    private static Figure figure(JsonNode node) {
        return new Figure(
                number(node, "mean"),
                number(node, "median"),
                number(node, "low"),
                number(node, "high"),
                node.path("samples").asInt());
    }

    private static PlantedGroups groups(JsonNode node) {
        return new PlantedGroups(
                figure(node.path("first")),
                figure(node.path("largerLane")),
                figure(node.path("smallerLane")),
                figure(node.path("smallerAlone")),
                figure(node.path("largerSeen")),
                figure(node.path("smallerSeen")));
    }

    private static Truth truth(JsonNode node, int samples) {
        Map<Found, Figure> figures = new EnumMap<>(Found.class);
        for (Found found : Found.values()) {
            String name = EnumNames.name(found);
            JsonNode interval = node.path("intervals").path(name);
            figures.put(
                    found,
                    new Figure(
                            number(node, name),
                            Double.NaN,
                            interval.path(0).asDouble(Double.NaN),
                            interval.path(1).asDouble(Double.NaN),
                            samples));
        }
        return new Truth(figures);
    }

    private static Planted planted(JsonNode node) {
        int samples = node.path("samples").asInt();
        return new Planted(
                samples,
                truth(node.path("look"), samples),
                truth(node.path("effect"), samples),
                some(node.path("effectOfAttention"))
                        .map(found -> truth(found, samples))
                        .orElse(null),
                some(node.path("law")).map(law -> truth(law, samples)).orElse(null),
                truth(node.path("random"), samples),
                some(node.path("groups")).map(FidelityReading::groups).orElse(null));
    }

    private static double number(JsonNode node, String name) {
        return node.path(name).asDouble(Double.NaN);
    }
}
