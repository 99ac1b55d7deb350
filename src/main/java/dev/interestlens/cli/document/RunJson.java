package dev.interestlens.cli.document;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interestlens.store.EnumNames;
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
        node.put("status", EnumNames.lower(summary.status()));
        node.put("stopReason", summary.stopReason() == null ? null : EnumNames.lower(summary.stopReason()));
        node.put("hasModel", summary.hasModel());
        node.put("step", summary.progress().step());
        node.put("epoch", summary.progress().epoch()).put("bestEpoch", summary.bestEpoch());
        node.set("best", valid(summary.best()));
        return node.set("last", valid(summary.progress().last()));
    }

    private static ObjectNode valid(JournalEntry.Valid valid) {
        return valid == null
                ? null
                : JsonNodeFactory.instance
                        .objectNode()
                        .put("auc", valid.auc())
                        .put("gauc", valid.gauc())
                        .put("logLoss", valid.logLoss())
                        .put("ndcg10", valid.ndcg10());
    }
}
