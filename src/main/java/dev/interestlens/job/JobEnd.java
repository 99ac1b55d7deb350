package dev.interestlens.job;

import dev.interestlens.store.Problem;
import java.util.Optional;

/**
 * How a job ended.
 *
 * @param exitCode 0 ok, otherwise as {@link Problem.Kind#exitCode}; -1 where it is not known
 * @param problem that the process reported, if any
 * @param died whether it ended without a report: killed, crashed, or out of memory
 * @param outOfMemory whether the last line of its output says that its heap was full
 */
public record JobEnd(int exitCode, Optional<Problem> problem, boolean died, boolean outOfMemory) {}
