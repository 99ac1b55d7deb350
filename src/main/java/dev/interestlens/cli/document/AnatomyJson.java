package dev.interestlens.cli.document;

import dev.interestlens.explain.anatomy.Anatomy;
import java.util.HashMap;
import java.util.Map;

/** The document of {@code anatomy}. */
public final class AnatomyJson {
    private AnatomyJson() {}

    /**
     * @param runs by the names that the caller gave
     * @param marks of their data sets, by the same names
     */
    public static Map<String, Object> of(Map<String, Anatomy> runs, Map<String, Map<String, String>> marks) {
        return Map.of(
                "runs",
                runs.entrySet().stream()
                        .map(run -> of(run.getKey(), run.getValue(), marks.get(run.getKey())))
                        .toList());
    }

    private static Map<String, Object> of(String run, Anatomy anatomy, Map<String, String> mark) {
        Map<String, Object> tree = new HashMap<>(Map.of(
                "run", run,
                "rows", anatomy.rows(),
                "ofUsers", anatomy.ofUsers(),
                "candidates", anatomy.candidates(),
                "draws", anatomy.draws(),
                "metrics", anatomy.metrics()));
        tree.putAll(mark);
        return tree;
    }
}
