package dev.interestlens.cli.document;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interestlens.store.EnumNames;
import dev.interestlens.store.Json;
import dev.interestlens.train.run.JournalEntry;
import dev.interestlens.workspace.RunSummary;

/** The document of {@code train} and {@code resume}: where a run stands. What is not known is null. */
public final class RunJson {
    private RunJson() {}

    /** @param run its path or name, as the caller gave it */
    public static ObjectNode of(String run, RunSummary summary) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("run", run).put("name", summary.name());
        boolean readable = summary.description() != null;
        node.put("model", readable ? summary.description().config().model().id() : null);
        node.put(
                "dataset",
                readable ? summary.description().dataset().getFileName().toString() : null);
        if (readable && summary.description().without() != null) {
            node.set("without", Json.finite(summary.description().without()));
        }
        node.put("status", EnumNames.lower(summary.status()));
        node.put("stopReason", summary.stopReason() == null ? null : EnumNames.lower(summary.stopReason()));
        node.put("hasModel", summary.hasModel());
        node.put("step", summary.progress().step());
        node.put("epoch", summary.progress().epoch()).put("bestEpoch", summary.bestEpoch());
        node.set("best", valid(summary.best()));
        node.set("last", valid(summary.progress().last()));
        return node.set("compared", compared(summary.compared()));
    }

    private static ObjectNode compared(JournalEntry.Compared compared) {
        if (compared == null) {
            return null;
        }
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("epoch", compared.epoch())
                .put("users", compared.users())
                .put("ndcg10", compared.ndcg10());
        ArrayNode rivals = node.putArray("rivals");
        compared.rivals().forEach(rival -> rivals.addObject()
                .put("name", rival.name())
                .put("ndcg10", rival.ndcg10())
                .put("difference", rival.difference())
                .put("low", rival.low())
                .put("high", rival.high())
                .put("lead", EnumNames.lower(rival.lead())));
        return node;
    }

    private static ObjectNode valid(JournalEntry.Valid valid) {
        if (valid == null) {
            return null;
        }
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        valid.figures().forEach(node::put);
        return node;
    }
}
