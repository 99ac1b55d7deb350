package dev.interestlens.data.source;

import dev.interestlens.store.Components;
import dev.interestlens.store.Problem;
import dev.interestlens.store.Spelling;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The options of an import as names and texts, for the command line and for saving. */
final class PrepareSettings {

    /** Where each stands in the options, in the order in which they are told. */
    private static final Map<String, String> PATHS = new LinkedHashMap<>();

    static {
        for (String path : """
            format user item timeColumn text.encoding text.separator text.quote time rules.minimumRating rules.minimumLabel
            rules.eventTypes rules.dropDuplicates rules.dropFarTimes rules.missingTimes rules.alikeIds
            rules.users.share rules.users.seed rules.core maxCategories rejectShare resources.threads
            resources.memoryMegabytes\
            """.split("\\s+")) {
            String name = path.replaceFirst("(text|rules|resources)\\.", "");
            PATHS.put(name.equals("alikeIds") ? "joinIds" : name, path);
        }
    }

    private PrepareSettings() {}

    /** The role whose column a setting names; empty where it is another setting. */
    private static Optional<Roles> asked(String name) {
        return Roles.asked().stream()
                .filter(role -> role.setting().equals(Optional.of(name)))
                .findFirst();
    }

    private static Object get(PrepareOptions options, String name) {
        Optional<Roles> asked = asked(name);
        if (asked.isPresent()) {
            return options.answers().column(asked.get()).orElse("");
        }
        Object value = options;
        for (String step : PATHS.get(name).split("\\.")) {
            value = Components.of((Record) value).get(step);
        }
        return value;
    }

    private static PrepareOptions set(PrepareOptions options, String name, String value) {
        Optional<Roles> asked = asked(name);
        if (asked.isPresent()) {
            ColumnMapping others = options.answers().only(role -> role != asked.get());
            return options.withAnswers(value.isBlank() ? others : others.chosen(asked.get(), value));
        }
        return set(options, List.of(PATHS.get(name).split("\\.")), value);
    }

    private static <R extends Record> R set(R part, List<String> path, String text) {
        Components<R> all = Components.of(part);
        String component = path.get(0);
        return all.with(
                component,
                path.size() == 1
                        ? value(all.type(component), text)
                        : set((Record) all.get(component), path.subList(1, path.size()), text));
    }

    private static Object value(Class<?> type, String text) {
        Object value = text;
        if (type == double.class) {
            value = number(text);
        } else if (type == int.class) {
            value = Integer.parseInt(text);
        } else if (type == long.class) {
            value = Long.parseLong(text);
        } else if (type == boolean.class) {
            value = flag(text);
        } else if (type.isEnum()) {
            value = Arrays.stream(type.getEnumConstants())
                    .filter(each -> each.toString().equals(text))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(text));
        }
        return value;
    }

    private static double number(String text) {
        double number = text.isBlank() ? Double.NaN : Double.parseDouble(text);
        if (Double.isInfinite(number)) {
            throw new IllegalArgumentException(text);
        }
        return number;
    }

    private static boolean flag(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException(text);
        }
        return text.equals("true");
    }

    static PrepareOptions with(PrepareOptions options, String name, String value) {
        if (!PATHS.containsKey(name)) {
            List<String> near = Spelling.near(name, PATHS.keySet());
            throw Problem.usage(PrepareSettings.class, near.isEmpty() ? "setting" : "nearSetting")
                    .value(name)
                    .with("nearest", near.isEmpty() ? "" : near.get(0))
                    .exception("known", String.join(", ", PATHS.keySet()));
        }
        try {
            return set(options, name, value);
        } catch (IllegalArgumentException e) {
            throw Problem.usage(PrepareSettings.class, "settingValue")
                    .with("name", name)
                    .value(value)
                    .exception(e);
        }
    }

    static Map<String, String> of(PrepareOptions options) {
        PrepareOptions usual = PrepareOptions.defaults();
        Map<String, String> changed = new LinkedHashMap<>();
        for (String name : PATHS.keySet()) {
            Object value = get(options, name);
            if (!value.equals(get(usual, name))) {
                changed.put(name, String.valueOf(value));
            }
        }
        return changed;
    }
}
