package dev.interestlens.model.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.function.Supplier;

/**
 * Which values a setting takes, be it an option of a command or a component of the settings of a measurement: each number has a range. The options of a
 * command are checked before it runs.
 */
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface Allowed {
    double min() default Double.NEGATIVE_INFINITY;

    double max() default Double.POSITIVE_INFINITY;

    /** Allowed texts; empty: every text that is not blank. */
    String[] values() default {};

    /** A pattern of further allowed texts, such as {@code gpu\\d+}; empty: none. */
    String form() default "";

    /** Gives further allowed texts. */
    Class<? extends Supplier<List<String>>> known() default None.class;

    /** No further texts. */
    final class None implements Supplier<List<String>> {
        @Override
        public List<String> get() {
            return List.of();
        }
    }
}
