package dev.interestlens.model.config;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interestlens.store.EnumNames;
import dev.interestlens.store.Json;
import dev.interestlens.store.WholeFile;
import java.util.EnumMap;
import java.util.Map;

/** The presets of a family, as they stand in {@code presets.json} beside its texts. */
public final class Presets {
    private static final String FILE = "presets.json";

    private Presets() {}

    /** The presets of the family with these switches: those of every family, and the others that its file has. */
    public static <C extends ModelConfig> Map<Preset, C> of(Class<C> type) {
        JsonMapper mapper = Json.strict().addModule(new EnumNames()).build();
        ObjectNode file = Json.read(WholeFile.resource(type, FILE), ObjectNode.class);
        Map<Preset, C> presets = new EnumMap<>(Preset.class);
        for (Preset each : Preset.values()) {
            String name = EnumNames.lower(each);
            if (file.has(name) || Preset.general().contains(each)) {
                presets.put(each, Json.convert(mapper, file.path(name), type, name));
            }
        }
        return presets;
    }
}
