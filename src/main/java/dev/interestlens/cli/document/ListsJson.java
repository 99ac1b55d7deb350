package dev.interestlens.cli.document;

import dev.interestlens.workspace.score.BatchRecommendation;
import java.util.Map;

/** Lists that were written for many users. */
public final class ListsJson {
    private ListsJson() {}

    public static Map<String, Object> of(String file, BatchRecommendation.Result result) {
        return Map.of(
                "file", file,
                "users", result.users(),
                "empty", result.empty(),
                "resumedFrom", result.taken());
    }
}
