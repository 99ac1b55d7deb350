package dev.interestlens.cli.document;

import dev.interestlens.workspace.score.BatchPrediction;
import java.util.Map;

/** The document of {@code predict} and {@code spark score}. */
public final class PredictionJson {
    private PredictionJson() {}

    /** @param file that the scores were written to */
    public static Map<String, Object> of(String file, BatchPrediction.Result result) {
        return Map.of(
                "file", file,
                "rows", result.rows(),
                "unscored", result.unscored(),
                "resumedFrom", result.taken());
    }
}
