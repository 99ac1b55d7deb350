package dev.interestlens.train.config;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interestlens.store.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds the known key that a mistyped one most likely means. */
final class NearestKey {
    private NearestKey() {}

    /** All dotted keys below a node. */
    static List<String> keys(JsonNode node, String prefix) {
        List<String> keys = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            keys.add(prefix + field.getKey());
            keys.addAll(keys(field.getValue(), prefix + field.getKey() + "."));
        }
        return keys;
    }

    static String of(String key, List<String> known) {
        for (String candidate : known) {
            if (candidate.endsWith("." + key)) {
                return candidate; // only its beginning was left out
            }
        }
        String nearest = "";
        int least = Integer.MAX_VALUE;
        for (String candidate : known) {
            int distance = Spelling.distance(key.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
            if (distance < least) {
                least = distance;
                nearest = candidate;
            }
        }
        return nearest;
    }
}
