package dev.interestlens.workspace.measurement;

import dev.interestlens.model.config.Allowed;
import dev.interestlens.model.config.ConfigCheck;
import dev.interestlens.store.Components;
import dev.interestlens.store.EnumNames;
import dev.interestlens.store.Problem;
import dev.interestlens.store.ProblemException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** One component of the settings of a measurement: an option of its command, and an argument of other calls. */
public record Setting(RecordComponent component) {
    /** Several values of a setting may be separated by commas. */
    @Target(ElementType.RECORD_COMPONENT)
    @Retention(RetentionPolicy.RUNTIME)
    public @interface CommaSeparated {}

    /** Those of a measurement, in their order. */
    public static List<Setting> of(Measurement<?, ?> measurement) {
        return Arrays.stream(measurement.usual().getClass().getRecordComponents())
                .map(Setting::new)
                .toList();
    }

    public String name() {
        return component.getName();
    }

    /** Whether it takes several values. */
    public boolean isMany() {
        return List.class.isAssignableFrom(component.getType());
    }

    /** Of one value. */
    public Class<?> type() {
        return isMany()
                ? (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0]
                : component.getType();
    }

    public boolean isCommaSeparated() {
        return component.isAnnotationPresent(CommaSeparated.class);
    }

    public Optional<Allowed> allowed() {
        return Optional.ofNullable(component.getAnnotation(Allowed.class));
    }

    /**
     * The usual settings with texts for some of them.
     *
     * @throws dev.interestlens.store.ProblemException of kind USAGE naming the first setting that is unknown or not allowed
     */
    public static <S extends Record> S read(Measurement<S, ?> measurement, Map<String, List<String>> given) {
        List<String> known = of(measurement).stream().map(Setting::name).toList();
        given.keySet().stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw Problem.usage(Setting.class, "unknownSetting")
                            .value(name)
                            .exception("known", String.join(", ", known));
                });
        return settings(measurement, setting -> {
            List<String> texts = given.get(setting.name());
            return texts == null ? null : setting.value(texts);
        });
    }

    private Object value(List<String> texts) {
        return isMany() ? texts.stream().map(this::one).toList() : one(texts.get(texts.size() - 1));
    }

    private Object one(String text) {
        Class<?> type = type();
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .filter(each -> EnumNames.lower((Enum<?>) each).equalsIgnoreCase(text))
                    .findFirst()
                    .orElseThrow(() -> wrong(text));
        } else if (type == int.class || type == Integer.class) {
            return number(text);
        } else if (type == boolean.class) {
            return Boolean.valueOf(text);
        }
        return type == Path.class ? Path.of(text) : text;
    }

    private int number(String text) {
        try {
            int number = Integer.parseInt(text);
            allowed().ifPresent(range -> ConfigCheck.range(name(), number, range.min(), range.max()));
            return number;
        } catch (NumberFormatException e) {
            throw wrong(text);
        }
    }

    private ProblemException wrong(String text) {
        return Problem.usage(Setting.class, "wrongSetting")
                .with("setting", name())
                .ofValue(text);
    }

    /** @param given the value of a setting, or null for the usual one */
    public static <S extends Record> S settings(Measurement<S, ?> measurement, Function<Setting, Object> given) {
        S usual = measurement.usual();
        @SuppressWarnings("unchecked") // a record's class is its own
        Class<S> type = (Class<S>) usual.getClass();
        return Components.make(type, component -> {
            Object value = given.apply(new Setting(component));
            return value == null ? Components.get(component, usual) : value;
        });
    }
}
