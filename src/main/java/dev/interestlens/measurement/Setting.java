package dev.interestlens.measurement;

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
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** One component of the settings of a measurement: an option of its command, and an argument of other calls. */
public record Setting(RecordComponent component) {
    /** Several values of a setting may be separated by commas. */
    @Target(ElementType.RECORD_COMPONENT)
    @Retention(RetentionPolicy.RUNTIME)
    public @interface CommaSeparated {}

    /** A target: where the command of a measurement writes beside its own file. Only the command takes one; without it it is null. */
    @Target(ElementType.RECORD_COMPONENT)
    @Retention(RetentionPolicy.RUNTIME)
    public @interface Written {
        /** Endings of a file; none: a folder of {@link Measurement#writes}. */
        String[] endings() default {};
    }

    /** Those of a measurement, in their order. */
    public static List<Setting> of(Measurement<?, ?> measurement) {
        return Arrays.stream(measurement.usual().getClass().getRecordComponents())
                .map(Setting::new)
                .toList();
    }

    public String name() {
        return component.getName();
    }

    /** Its name as an option, without the hyphens before it: {@code modelOut} is {@code model-out}. */
    public String option() {
        return name().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    /** Whether it takes several values. */
    public boolean isMany() {
        return List.class.isAssignableFrom(component.getType());
    }

    /** Whether it takes several values, each with a name: {@code NAME=VALUE}. */
    public boolean isNamed() {
        return Map.class.isAssignableFrom(component.getType());
    }

    /** Of one value; of a target its path. */
    public Class<?> type() {
        if (isMany() || isNamed()) {
            Type[] types = ((ParameterizedType) component.getGenericType()).getActualTypeArguments();
            return (Class<?>) types[types.length - 1];
        }
        return written().isPresent() ? Path.class : component.getType();
    }

    /** Where it is a target: what is written there. */
    public Optional<Written> written() {
        return Optional.ofNullable(component.getAnnotation(Written.class));
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
        List<String> known = of(measurement).stream()
                .filter(each -> each.written().isEmpty())
                .map(Setting::name)
                .toList();
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
        if (isNamed()) {
            Map<String, Object> named = new LinkedHashMap<>();
            texts.stream().map(text -> text.split("=", 2)).forEach(pair -> {
                if (pair.length < 2 || named.put(pair[0], one(pair[1])) != null) {
                    throw wrong(String.join("=", pair));
                }
            });
            return named;
        }
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
        } else if (type == double.class) {
            return real(text);
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

    private double real(String text) {
        try {
            double number = Double.parseDouble(text);
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
