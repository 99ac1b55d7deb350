package dev.interestlens.cli.document;

import dev.interestlens.explain.anatomy.Anatomy;
import java.util.Map;

/** The document of {@code anatomy}. */
public final class AnatomyJson {
    private AnatomyJson() {}

    /** @param runs by the names that the caller gave */
    public static Map<String, Object> of(Map<String, Anatomy> runs) {
        return Map.of("runs", runs.entrySet().stream().map(AnatomyJson::of).toList());
    }

    private static Map<String, Object> of(Map.Entry<String, Anatomy> run) {
        Anatomy anatomy = run.getValue();
        return Map.of(
                "run", run.getKey(),
                "rows", anatomy.rows(),
                "ofUsers", anatomy.ofUsers(),
                "candidates", anatomy.candidates(),
                "draws", anatomy.draws(),
                "metrics", anatomy.metrics());
    }
}
