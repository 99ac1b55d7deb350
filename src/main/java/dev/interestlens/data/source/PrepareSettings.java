package dev.interestlens.data.source;

import dev.interestlens.store.Components;
import dev.interestlens.store.Problem;
import dev.interestlens.store.Spelling;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The options of an import as names and texts, for the command line and for saving. */
final class PrepareSettings {

    /** In the order in which they are told. */
    private static final List<String> NAMES = List.of("""
            format user item encoding separator quote time minimumRating minimumLabel eventTypes dropDuplicates
            dropFarTimes missingTimes joinIds users.share users.seed core maxCategories rejectShare threads
            memoryMegabytes""".split("\\s+"));

    /** Components of the options or of their rules that have another name here. */
    private static final Map<String, String> COMPONENTS =
            Map.of("joinIds", "alikeIds", "users.share", "usersShare", "users.seed", "usersSeed");

    private PrepareSettings() {}

    private static boolean isAnswer(String name) {
        return name.equals(Roles.USER) || name.equals(Roles.ITEM);
    }

    private static Object get(PrepareOptions options, String name) {
        if (isAnswer(name)) {
            return options.answers().getOrDefault(name, "");
        }
        String component = COMPONENTS.getOrDefault(name, name);
        Components<PrepareOptions> all = Components.of(options);
        return all.has(component)
                ? all.get(component)
                : Components.of(options.rules()).get(component);
    }

    private static PrepareOptions set(PrepareOptions options, String name, String value) {
        Components<PrepareOptions> all = Components.of(options);
        if (isAnswer(name)) {
            Map<String, String> answers = new LinkedHashMap<>(options.answers());
            answers.put(name, value);
            answers.values().removeIf(String::isBlank);
            return all.with("answers", answers);
        }
        String component = COMPONENTS.getOrDefault(name, name);
        return all.has(component)
                ? set(all, component, value)
                : all.with("rules", set(Components.of(options.rules()), component, value));
    }

    private static <R extends Record> R set(Components<R> all, String component, String text) {
        Class<?> type = all.type(component);
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
        return all.with(component, value);
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
        if (!NAMES.contains(name)) {
            List<String> near = Spelling.near(name, NAMES);
            throw Problem.usage(PrepareSettings.class, near.isEmpty() ? "setting" : "nearSetting")
                    .value(name)
                    .with("nearest", near.isEmpty() ? "" : near.get(0))
                    .exception("known", String.join(", ", NAMES));
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
        for (String name : NAMES) {
            Object value = get(options, name);
            if (!value.equals(get(usual, name))) {
                changed.put(name, String.valueOf(value));
            }
        }
        return changed;
    }
}
