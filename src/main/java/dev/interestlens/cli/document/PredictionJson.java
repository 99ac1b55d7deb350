package dev.interestlens.cli.document;

import dev.interestlens.workspace.score.BatchPrediction;
import java.util.LinkedHashMap;
import java.util.Map;

/** The document of {@code predict} and {@code spark score}. */
public final class PredictionJson {
    private PredictionJson() {}

    /** @param file that the scores were written to */
    public static Map<String, Object> of(String file, BatchPrediction.Result result) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("file", file);
        tree.put("rows", result.rows());
        tree.put("unscored", result.unscored());
        tree.put("resumedFrom", result.taken());
        return tree;
    }
}
