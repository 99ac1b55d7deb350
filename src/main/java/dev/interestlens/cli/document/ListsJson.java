package dev.interestlens.cli.document;

import dev.interestlens.workspace.score.BatchRecommendation;
import java.util.LinkedHashMap;
import java.util.Map;

/** Lists that were written for many users. */
public final class ListsJson {
    private ListsJson() {}

    public static Map<String, Object> of(String file, BatchRecommendation.Result result) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("file", file);
        document.put("users", result.users());
        document.put("empty", result.empty());
        document.put("resumedFrom", result.taken());
        return document;
    }
}
