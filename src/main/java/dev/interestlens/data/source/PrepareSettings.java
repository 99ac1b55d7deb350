package dev.interestlens.data.source;

import dev.interestlens.store.Problem;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The options of an import as names and texts, for the command line and for saving. */
final class PrepareSettings {

    /** How one option is read and written. */
    private record Setting(
            Function<PrepareOptions, Object> get, BiFunction<PrepareOptions, String, PrepareOptions> with) {}

    private static final Map<String, Setting> SETTINGS = settings();

    private PrepareSettings() {}

    private static Map<String, Setting> settings() {
        Map<String, Setting> all = new LinkedHashMap<>();
        all.put(
                "format",
                text(PrepareOptions::format, (o, v) -> basics(o, v, o.encoding(), o.separator(), o.quote(), o.time())));
        all.put(Roles.USER, answer(Roles.USER));
        all.put(Roles.ITEM, answer(Roles.ITEM));
        all.put(
                "encoding",
                text(PrepareOptions::encoding, (o, v) -> basics(o, o.format(), v, o.separator(), o.quote(), o.time())));
        all.put(
                "separator",
                text(PrepareOptions::separator, (o, v) -> basics(o, o.format(), o.encoding(), v, o.quote(), o.time())));
        all.put(
                "quote",
                text(PrepareOptions::quote, (o, v) -> basics(o, o.format(), o.encoding(), o.separator(), v, o.time())));
        all.put(
                "time",
                text(PrepareOptions::time, (o, v) -> basics(o, o.format(), o.encoding(), o.separator(), o.quote(), v)));
        all.put("minimumRating", rule(ImportRules::minimumRating, (r, v) -> r.withMinimumRating(number(v))));
        all.put("minimumLabel", rule(ImportRules::minimumLabel, (r, v) -> r.withMinimumLabel(number(v))));
        all.put("eventTypes", rule(ImportRules::eventTypes, ImportRules::withEventTypes));
        all.put("dropDuplicates", rule(ImportRules::dropDuplicates, (r, v) -> r.withDropDuplicates(flag(v))));
        all.put("dropFarTimes", rule(ImportRules::dropFarTimes, (r, v) -> r.withDropFarTimes(flag(v))));
        all.put(
                "missingTimes",
                rule(ImportRules::missingTimes, (r, v) -> r.withMissingTimes(ImportRules.MissingTimes.of(v))));
        all.put("joinIds", rule(ImportRules::alikeIds, (r, v) -> r.withAlikeIds(ImportRules.AlikeIds.of(v))));
        all.put("users.share", rule(ImportRules::usersShare, (r, v) -> r.withUsersShare(number(v))));
        all.put("users.seed", rule(ImportRules::usersSeed, (r, v) -> r.withUsersSeed(Long.parseLong(v))));
        all.put("core", rule(ImportRules::core, (r, v) -> r.withCore(Integer.parseInt(v))));
        all.put(
                "maxCategories",
                text(
                        PrepareOptions::maxCategories,
                        (o, v) -> limits(o, Integer.parseInt(v), o.rejectShare(), o.threads(), o.memoryMegabytes())));
        all.put(
                "rejectShare",
                text(
                        PrepareOptions::rejectShare,
                        (o, v) -> limits(o, o.maxCategories(), number(v), o.threads(), o.memoryMegabytes())));
        all.put(
                "threads",
                text(
                        PrepareOptions::threads,
                        (o, v) -> limits(
                                o, o.maxCategories(), o.rejectShare(), Integer.parseInt(v), o.memoryMegabytes())));
        all.put(
                "memoryMegabytes",
                text(
                        PrepareOptions::memoryMegabytes,
                        (o, v) -> limits(o, o.maxCategories(), o.rejectShare(), o.threads(), Integer.parseInt(v))));
        return all;
    }

    private static Setting answer(String role) {
        return new Setting(options -> options.answers().getOrDefault(role, ""), (o, v) -> {
            Map<String, String> answers = new LinkedHashMap<>(o.answers());
            answers.put(role, v);
            answers.values().removeIf(String::isBlank);
            return new PrepareOptions(
                    o.format(),
                    o.mapping(),
                    answers,
                    o.encoding(),
                    o.separator(),
                    o.quote(),
                    o.time(),
                    o.rules(),
                    o.maxCategories(),
                    o.rejectShare(),
                    o.threads(),
                    o.memoryMegabytes());
        });
    }

    private static Setting text(
            Function<PrepareOptions, Object> get, BiFunction<PrepareOptions, String, PrepareOptions> with) {
        return new Setting(get, with);
    }

    private static Setting rule(Function<ImportRules, Object> get, BiFunction<ImportRules, String, ImportRules> with) {
        return new Setting(
                options -> get.apply(options.rules()),
                (o, v) -> new PrepareOptions(
                        o.format(),
                        o.mapping(),
                        o.answers(),
                        o.encoding(),
                        o.separator(),
                        o.quote(),
                        o.time(),
                        with.apply(o.rules(), v),
                        o.maxCategories(),
                        o.rejectShare(),
                        o.threads(),
                        o.memoryMegabytes()));
    }

    private static PrepareOptions basics(
            PrepareOptions o, String format, String encoding, String separator, String quote, String time) {
        return new PrepareOptions(
                format,
                o.mapping(),
                o.answers(),
                encoding,
                separator,
                quote,
                time,
                o.rules(),
                o.maxCategories(),
                o.rejectShare(),
                o.threads(),
                o.memoryMegabytes());
    }

    private static PrepareOptions limits(PrepareOptions o, int categories, double share, int threads, int memory) {
        return new PrepareOptions(
                o.format(),
                o.mapping(),
                o.answers(),
                o.encoding(),
                o.separator(),
                o.quote(),
                o.time(),
                o.rules(),
                categories,
                share,
                threads,
                memory);
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
        Setting setting = SETTINGS.get(name);
        if (setting == null) {
            throw Problem.usage(PrepareSettings.class, "setting")
                    .value(name)
                    .with("nearest", nearest(name))
                    .with("known", String.join(", ", SETTINGS.keySet()))
                    .exception();
        }
        try {
            return setting.with().apply(options, value);
        } catch (IllegalArgumentException e) {
            throw Problem.usage(PrepareSettings.class, "settingValue")
                    .with("name", name)
                    .value(value)
                    .cause(e)
                    .exception();
        }
    }

    static Map<String, String> of(PrepareOptions options) {
        PrepareOptions usual = PrepareOptions.defaults();
        Map<String, String> changed = new LinkedHashMap<>();
        SETTINGS.forEach((name, setting) -> {
            Object value = setting.get().apply(options);
            if (!value.equals(setting.get().apply(usual))) {
                changed.put(name, String.valueOf(value));
            }
        });
        return changed;
    }

    private static String nearest(String name) {
        return SETTINGS.keySet().stream()
                .min(Comparator.comparingInt(known -> distance(known, name)))
                .orElseThrow();
    }

    // Levenshtein's: how many letters have to be put in, taken out or changed.
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            int diagonal = i - 1;
            for (int j = 0; j <= b.length(); j++) {
                int above = row[j];
                if (i == 0 || j == 0) {
                    row[j] = i + j;
                } else {
                    int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                    row[j] = Math.min(change, Math.min(above, row[j - 1]) + 1);
                }
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
