package dev.interestlens.train.config;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interestlens.store.Spelling;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

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

    /** The known key that ends in the given one, or whose last names are each near to its names; empty where there is none. */
    static Optional<String> of(String key, List<String> known) {
        return known.stream()
                .filter(candidate -> candidate.endsWith("." + key)) // only its beginning was left out
                .findFirst()
                .or(() -> known.stream()
                        .filter(candidate -> isNear(key.split("\\."), candidate.split("\\.")))
                        .min(Comparator.comparingInt(candidate -> Spelling.distance(key, candidate))));
    }

    private static boolean isNear(String[] names, String... candidate) {
        int behind = candidate.length - names.length;
        return behind >= 0
                && IntStream.range(0, names.length).noneMatch(i -> Spelling.near(
                                names[i].toLowerCase(Locale.ROOT),
                                List.of(candidate[behind + i].toLowerCase(Locale.ROOT)))
                        .isEmpty());
    }
}
