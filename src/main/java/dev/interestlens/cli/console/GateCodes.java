package dev.interestlens.cli.console;

import dev.interestlens.measurement.Measurement;
import dev.interestlens.measurement.Measurements;
import dev.interestlens.store.Problem;

/** Exit codes where a command judges: 0, 1 and 2 are its answers, and errors that have these codes elsewhere have those of sysexits.h. */
public final class GateCodes {
    private static final int USAGE = 64;
    private static final int INTERNAL = 70;

    private GateCodes() {}

    /** Of a problem, where the command line had these arguments. */
    public static int of(Problem.Kind kind, String... arguments) {
        boolean judges = arguments.length > 0
                && Measurements.find(arguments[0])
                        .filter(Measurement::isJudging)
                        .isPresent();
        if (!judges) {
            return kind.exitCode();
        }
        return switch (kind) {
            case USAGE -> USAGE;
            case INTERNAL -> INTERNAL;
            case BAD_INPUT, RESOURCE, DIVERGED, CANCELLED -> kind.exitCode();
        };
    }
}
