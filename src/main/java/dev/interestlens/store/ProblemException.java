package dev.interestlens.store;

import java.io.Serial;
import java.util.Locale;

/** Carries a {@link Problem} to the one place that shows it. */
public final class ProblemException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    public ProblemException(Problem problem, Throwable cause) {
        super(problem.text(Locale.ENGLISH), cause);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
