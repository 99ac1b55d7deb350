package dev.interestlens.model.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * When an option can act. It is refused where it cannot, before its command runs: what is ignored in silence is believed to have been
 * done. An option is named as {@code --load}, one with certain values as {@code --format=onnx|bundle}, a parameter by its label.
 */
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface Needs {
    /** It acts beside any of these. Those that a command does not have are no condition; none: always. */
    String[] value() default {};

    /** It does nothing beside any of these. */
    String[] not() default {};
}
