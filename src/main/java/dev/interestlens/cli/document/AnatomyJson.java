package dev.interestlens.cli.document;

import dev.interestlens.explain.anatomy.Anatomy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The document of {@code anatomy}. */
public final class AnatomyJson {
    private AnatomyJson() {}

    /** @param runs by the names that the caller gave */
    public static Map<String, Object> of(Map<String, Anatomy> runs) {
        List<Map<String, Object>> all = new ArrayList<>();
        runs.forEach((run, anatomy) -> {
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("run", run);
            tree.put("rows", anatomy.rows());
            tree.put("ofUsers", anatomy.ofUsers());
            tree.put("candidates", anatomy.candidates());
            tree.put("draws", anatomy.draws());
            tree.put("metrics", anatomy.metrics());
            all.add(tree);
        });
        return Map.of("runs", all);
    }
}
