package dev.interestlens.cli.console;

import dev.interestlens.store.Problem;
import dev.interestlens.workspace.gate.Gate;
import java.util.Arrays;

/** Exit codes where a command judges: 0, 1 and 2 are its answers, and errors that have these codes elsewhere have those of sysexits.h. */
public final class GateCodes {
    /** The option with which a command judges. */
    public static final String OPTION = "--gate";

    private static final int USAGE = 64;
    private static final int INTERNAL = 70;

    private GateCodes() {}

    public static int of(Gate.Answer answer) {
        return switch (answer) {
            case PASSES -> 0;
            case LOSES -> 1;
            case UNKNOWN -> 2;
        };
    }

    /** Of a problem, where the command line had these arguments. */
    public static int of(Problem.Kind kind, String... arguments) {
        if (!Arrays.asList(arguments).contains(OPTION)) {
            return kind.exitCode();
        }
        return switch (kind) {
            case USAGE -> USAGE;
            case INTERNAL -> INTERNAL;
            case BAD_INPUT, RESOURCE, DIVERGED, CANCELLED -> kind.exitCode();
        };
    }
}
