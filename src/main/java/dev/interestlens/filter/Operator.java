package dev.interestlens.filter;

import java.util.Arrays;
import java.util.Optional;

/** What stands between a field and its value. */
public enum Operator {
    LESS_OR_EQUAL("<="),
    GREATER_OR_EQUAL(">="),
    NOT("!="),
    /** The {@code ==} of programming languages. */
    EQUAL_TWICE("=="),
    EQUAL("="),
    COLON(":"),
    LESS("<"),
    GREATER(">");

    private final String sign;

    Operator(String sign) {
        this.sign = sign;
    }

    /** The operator at a position of a text, the longest that matches. */
    static Optional<Operator> at(String text, int place) {
        return Arrays.stream(values())
                .filter(each -> text.startsWith(each.sign, place))
                .findFirst();
    }

    /** As it is written. */
    public String sign() {
        return sign;
    }

    /** Whether it tests for equality or inequality. */
    public boolean comparesEquality() {
        return switch (this) {
            case EQUAL, EQUAL_TWICE, COLON, NOT -> true;
            default -> false;
        };
    }

    /**
     * Of two numbers; false where one is NaN.
     *
     * @param tolerance up to which they are the same
     */
    boolean test(double value, double limit, double tolerance) {
        return switch (this) {
            case LESS -> value < limit;
            case LESS_OR_EQUAL -> value <= limit;
            case GREATER -> value > limit;
            case GREATER_OR_EQUAL -> value >= limit;
            case NOT -> Math.abs(value - limit) > tolerance;
            case EQUAL, EQUAL_TWICE, COLON -> Math.abs(value - limit) <= tolerance;
        };
    }
}
