package dev.interestlens.measurement.gate;

import dev.interestlens.metric.GroupTest;
import dev.interestlens.store.EnumNames;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The document of a gate. */
public record GateJson(Gate gate) {
    public Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("gate", EnumNames.lower(gate.answer()));
        tree.put("before", gate.runs().before());
        tree.put("after", gate.runs().after());
        tree.put("metric", gate.terms().figure().id());
        tree.put("loss", gate.terms().loss());
        tree.put("users", gate.users());
        tree.put("sentence", new GateWords(gate).answer());
        tree.put("null", gate.runs().seeds() == 0 ? "users" : "seeds");
        tree.put("seeds", gate.runs().seeds() + 1);
        tree.put("bar", gate.bar());
        tree.put("widening", gate.widening());
        tree.put("shift", gate.shift());
        tree.put("groups", gate.groups().stream().map(GateJson::tree).toList());
        tree.put("smallestLoss", smallestLoss());
        tree.put("churn", gate.churn());
        tree.put("losses", gate.examples().losses().stream().map(GateJson::tree).toList());
        tree.put("gains", gate.examples().gains().stream().map(GateJson::tree).toList());
        return tree;
    }

    private Map<String, Object> smallestLoss() {
        List<Gate.Group> groups = gate.groups();
        return Map.of(
                "users", gate.all().found().smallestLoss(),
                "power", GroupTest.POWER,
                "groups", groups.size(),
                "groupsThatShowTheLoss",
                        groups.stream()
                                .filter(group ->
                                        group.visibleLoss() <= gate.terms().loss())
                                .count());
    }

    private static Map<String, Object> tree(Gate.Group group) {
        GroupTest.Found found = group.found();
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("field", group.field());
        tree.put("value", group.value().en());
        tree.put("name", group.name());
        tree.put("users", found.users());
        tree.put("before", group.before());
        tree.put("difference", found.difference());
        tree.put("low", found.low());
        tree.put("high", found.high());
        tree.put("widening", found.widening());
        tree.put("rankFactor", group.rankFactor());
        tree.put("named", group.named());
        tree.put("decidedBy", !group.named() ? null : group.byRanksAlone() ? "ranks" : "figure");
        tree.put("smallestLoss", group.visibleLoss());
        return tree;
    }

    private static Map<String, Object> tree(Gate.Example example) {
        return Map.of(
                "user", example.user(),
                "sample", example.row(),
                "item", example.item(),
                "rankBefore", example.before(),
                "rankAfter", example.after(),
                "difference", example.difference());
    }
}
