package dev.interestlens.measurement.compare;

import dev.interestlens.train.config.ConfigJson;
import dev.interestlens.train.config.ExperimentConfig;
import dev.interestlens.workspace.RunCommand;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Differences of configurations: one row for each switch, one value for each configuration. */
public final class ConfigTable {
    /**
     * One switch.
     *
     * @param key its dotted name, as {@code --set} takes it
     * @param values one for each configuration, empty where it does not have the switch
     */
    public record Row(String key, List<String> values) {
        public Row {
            values = List.copyOf(values);
        }
    }

    private ConfigTable() {}

    /** Switches that are not the same in all, in the order of the records. */
    public static List<Row> differences(List<ExperimentConfig> configs) {
        List<Map<String, String>> flat = configs.stream()
                .map(each -> RunCommand.switches(ConfigJson.tree(each)))
                .toList();
        Set<String> keys = new LinkedHashSet<>();
        flat.forEach(each -> keys.addAll(each.keySet()));
        List<Row> rows = new ArrayList<>();
        for (String key : keys) {
            List<String> values =
                    flat.stream().map(each -> each.getOrDefault(key, "")).toList();
            if (new HashSet<>(values).size() > 1) {
                rows.add(new Row(key, values));
            }
        }
        return rows;
    }
}
