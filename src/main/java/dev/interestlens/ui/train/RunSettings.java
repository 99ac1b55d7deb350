package dev.interestlens.ui.train;

import dev.interestlens.train.config.ConfigJson;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.workspace.RunCommand;
import dev.interestlens.workspace.RunSummary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The settings of runs, flattened, and the keys of those in which they differ. */
record RunSettings(Map<RunFolder, Map<String, String>> settings, List<String> differing) {
    /**
     * Those of some runs.
     *
     * @param before what is flattened already
     */
    static RunSettings of(List<RunSummary> all, Map<RunFolder, Map<String, String>> before) {
        Map<RunFolder, Map<String, String>> flat = new HashMap<>();
        Set<String> differing = new LinkedHashSet<>();
        Map<String, String> keys = new LinkedHashMap<>();
        for (RunSummary run : all) {
            if (run.description() != null) {
                Map<String, String> own = before.get(run.folder());
                flat.put(
                        run.folder(),
                        own == null
                                ? RunCommand.switches(
                                        ConfigJson.tree(run.description().config()))
                                : own);
                flat.get(run.folder()).forEach(keys::putIfAbsent);
            }
        }
        for (String key : keys.keySet()) {
            for (Map<String, String> own : flat.values()) {
                if (!own.getOrDefault(key, "").equals(keys.get(key))) {
                    differing.add(key);
                    break;
                }
            }
        }
        differing.remove("model.id"); // this has its own column
        List<String> ordered = new ArrayList<>(differing);
        ordered.sort(Comparator.comparingInt(RunSettings::rank));
        return new RunSettings(flat, ordered);
    }

    /** Settings of training come before those of models, these before those of data. */
    private static int rank(String key) {
        return key.startsWith("training.") ? 0 : key.startsWith("model.") ? 1 : 2;
    }
}
