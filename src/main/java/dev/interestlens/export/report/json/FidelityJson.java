package dev.interestlens.export.report.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interestlens.explain.fidelity.FidelityReport;
import dev.interestlens.explain.fidelity.FidelityReport.Control;
import dev.interestlens.explain.fidelity.FidelityReport.ControlKind;
import dev.interestlens.explain.fidelity.FidelityReport.Group;
import dev.interestlens.explain.fidelity.FidelityReport.PlantedGroups;
import dev.interestlens.explain.fidelity.FidelityReport.Truth;
import dev.interestlens.store.EnumNames;
import dev.interestlens.store.Json;
import java.util.Map;

/**
 * A fidelity report as JSON. Other programs rely on {@code planted} with {@code look, effect, random} and their {@code trigger1, trigger3, support1,
 * support3}; what is undefined is null. {@link FidelityReading} reads it again.
 */
public final class FidelityJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private FidelityJson() {}

    public static ObjectNode tree(FidelityReport report) {
        ObjectNode tree = JSON.objectNode();
        tree.put("samples", report.all().samples());
        tree.put("users", report.users());
        if (report.split()) {
            tree.put("effectOf", "attention");
        }
        tree.put("tauNullDeviation", report.nullDeviation());
        sources(tree, report.all());
        ObjectNode badges = tree.putObject("badges");
        report.badges().forEach((badge, count) -> badges.put(EnumNames.lower(badge), count));
        ArrayNode groups = tree.putArray("groups");
        report.groups().stream()
                .skip(1)
                .filter(group -> group.samples() > 0)
                .forEach(group -> groups.add(group(group)));
        ObjectNode parts = tree.putObject("reinitialised");
        report.reinitialised().forEach((part, figure) -> parts.set(EnumNames.lower(part), Json.finite(figure)));
        report.controls().stream()
                .filter(control -> control.kind() == ControlKind.UNIFORM)
                .findFirst()
                .ifPresent(even -> tree.putObject("attentionMatters")
                        .put("scoreChange", even.scoreChange())
                        .put("aucChange", even.changedAuc() - even.auc()));
        report.controls().forEach(control -> tree.set(name(control.kind()), control(control)));
        report.seeds().ifPresent(seeds -> tree.set("seeds", Json.finite(seeds)));
        report.planted().ifPresent(planted -> {
            ObjectNode node = tree.putObject("planted");
            node.put("samples", planted.samples());
            node.set("look", truth(planted.look()));
            node.set("effect", truth(planted.effect()));
            if (planted.attention() != null) {
                node.set("effectOfAttention", truth(planted.attention()));
            }
            if (planted.law() != null) {
                node.set("law", truth(planted.law()));
            }
            node.set("random", truth(planted.random()));
            if (planted.groups() != null) {
                PlantedGroups found = planted.groups();
                node.set("groups", Json.finite(found.several() ? found : Map.of("first", found.first())));
            }
        });
        if (!report.outside().isEmpty()) {
            tree.set("explanations", Json.finite(report.outside()));
        }
        return Json.finite(tree);
    }

    /** The same with its provenance, whose sample names the measured part. */
    public static ObjectNode tree(FidelityReport report, Provenance provenance) {
        ObjectNode tree = tree(report);
        ObjectNode source = tree.putObject("source")
                .put("run", provenance.run())
                .put("model", provenance.model())
                .put("dataset", provenance.dataset())
                .put("part", provenance.sample())
                .put("created", provenance.created());
        if (!provenance.planted().isEmpty()) {
            source.put("planted", provenance.planted());
        }
        return tree;
    }

    static String name(ControlKind kind) {
        return kind == ControlKind.RETRAINED ? "uniformRetrained" : EnumNames.lower(kind);
    }

    private static ObjectNode control(Control control) {
        ObjectNode node = JSON.objectNode();
        return control.missing() != null
                ? node.put("missing", EnumNames.lower(control.missing()))
                : node.put("users", control.users())
                        .put("auc", control.auc())
                        .put("changedAuc", control.changedAuc())
                        .put("differenceLow", control.low())
                        .put("differenceHigh", control.high())
                        .put("scoreChange", control.scoreChange());
    }

    private static ObjectNode group(Group group) {
        ObjectNode node = JSON.objectNode()
                .put("kind", group.kind())
                .put("from", group.from())
                .put("to", group.to() == Integer.MAX_VALUE ? null : group.to())
                .put("samples", group.samples());
        sources(node, group);
        return node;
    }

    private static void sources(ObjectNode node, Group group) {
        node.set("historyEffect", Json.finite(group.historyEffect()));
        group.figures().forEach((source, measures) -> {
            ObjectNode row = node.putObject(EnumNames.lower(source));
            measures.forEach((measure, figure) -> row.set(EnumNames.name(measure), Json.finite(figure)));
        });
    }

    private static ObjectNode truth(Truth truth) {
        ObjectNode node = JSON.objectNode();
        truth.figures().forEach((found, figure) -> node.put(EnumNames.name(found), figure.mean()));
        ObjectNode intervals = JSON.objectNode();
        truth.figures().forEach((found, figure) -> {
            if (Double.isFinite(figure.low())) {
                intervals.putArray(EnumNames.name(found)).add(figure.low()).add(figure.high());
            }
        });
        node.set("intervals", intervals);
        return node;
    }
}
