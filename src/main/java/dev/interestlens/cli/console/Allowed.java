package dev.interestlens.cli.console;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.function.Supplier;

/** Which values an option takes; {@link OptionValues} holds every option to it before its command runs. Each number has a range. */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Allowed {
    double min() default Double.NEGATIVE_INFINITY;

    double max() default Double.POSITIVE_INFINITY;

    /** Texts; none: every text that is not blank. */
    String[] values() default {};

    /** A form that further texts may have, such as {@code gpu\\d+}; none: no further ones. */
    String form() default "";

    /** Further texts, which others define. */
    Class<? extends Supplier<List<String>>> known() default None.class;

    /** Nothing further. */
    final class None implements Supplier<List<String>> {
        @Override
        public List<String> get() {
            return List.of();
        }
    }
}
