package dev.interestlens.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a safetensors file says it holds, believed only after every check: known types, sizes that fit the shapes, and ranges that cover
 * the data exactly, without overlap or hole.
 *
 * @param entries by name, in the order of the data
 * @param dataStart offset of the data in the file
 */
record SafetensorsHeader(Map<String, Entry> entries, Map<String, String> metadata, long dataStart, long dataBytes) {

    private static final int MAX_AXES = 16;
    private static final Set<String> KEYS = Set.of("dtype", "shape", "data_offsets");

    /** A tensor's bytes are {@code [from, to)} of the data. */
    record Entry(DType dtype, long[] shape, long from, long to) {}

    /** Why a header is not believed. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1;

        Refused(String reason) {
            super(reason);
        }
    }

    static SafetensorsHeader check(JsonNode json, long dataStart, long dataBytes) throws Refused {
        require(json.isObject(), "the header is no object");
        Map<String, String> metadata = new LinkedHashMap<>();
        List<Map.Entry<String, Entry>> found = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : json.properties()) {
            if (field.getKey().equals("__metadata__")) {
                require(field.getValue().isObject(), "__metadata__ is no object");
                for (Map.Entry<String, JsonNode> text : field.getValue().properties()) {
                    require(text.getValue().isTextual(), "__metadata__ holds something else than texts");
                    metadata.put(text.getKey(), text.getValue().textValue());
                }
            } else {
                found.add(Map.entry(field.getKey(), entry(field.getKey(), field.getValue(), dataBytes)));
            }
        }
        found.sort(Comparator.comparingLong(
                        (Map.Entry<String, Entry> e) -> e.getValue().from())
                .thenComparingLong(e -> e.getValue().to()));
        Map<String, Entry> entries = new LinkedHashMap<>();
        long end = 0;
        for (Map.Entry<String, Entry> next : found) {
            require(next.getValue().from() == end, "hole or overlap before " + next.getKey());
            end = next.getValue().to();
            entries.put(next.getKey(), next.getValue());
        }
        require(end == dataBytes, "the tensors end at " + end + " but the data at " + dataBytes);
        return new SafetensorsHeader(
                Collections.unmodifiableMap(entries), Collections.unmodifiableMap(metadata), dataStart, dataBytes);
    }

    private static Entry entry(String name, JsonNode json, long dataBytes) throws Refused {
        require(
                json.isObject() && json.size() == KEYS.size(),
                name + " is not described by dtype, shape, data_offsets");
        for (String key : KEYS) {
            require(json.has(key), name + " has no " + key);
        }
        DType dtype = dtype(name, json.get("dtype"));
        JsonNode sizes = json.get("shape");
        require(sizes.isArray() && sizes.size() <= MAX_AXES, name + " has no shape of at most " + MAX_AXES + " axes");
        long[] shape = new long[sizes.size()];
        long bytes = dtype.size();
        for (int axis = 0; axis < shape.length; axis++) {
            shape[axis] = whole(name, sizes.get(axis));
            require(shape[axis] == 0 || bytes <= Long.MAX_VALUE / shape[axis], name + " overflows");
            bytes *= shape[axis];
        }
        JsonNode offsets = json.get("data_offsets");
        require(offsets.isArray() && offsets.size() == 2, name + " has no two data_offsets");
        long from = whole(name, offsets.get(0));
        long to = whole(name, offsets.get(1));
        require(from <= to && to <= dataBytes, name + " lies outside of the file");
        require(to - from == bytes, name + " has " + (to - from) + " bytes where its shape needs " + bytes);
        return new Entry(dtype, shape, from, to);
    }

    private static DType dtype(String name, JsonNode json) throws Refused {
        return Arrays.stream(DType.values())
                .filter(dtype -> json.isTextual() && json.textValue().equals(dtype.name()))
                .findFirst()
                .orElseThrow(() -> new Refused(name + " has the unknown dtype " + json));
    }

    private static long whole(String name, JsonNode json) throws Refused {
        require(
                json.isIntegralNumber() && json.canConvertToLong() && json.longValue() >= 0,
                name + " has the size " + json);
        return json.longValue();
    }

    private static void require(boolean holds, String reason) throws Refused {
        if (!holds) {
            throw new Refused(reason);
        }
    }
}
