package dev.interestlens.cli.console;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.function.Supplier;

/** Which values an option takes; {@link OptionValues} checks every option before its command runs. Each number has a range. */
@Target(ElementType.FIELD)
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
