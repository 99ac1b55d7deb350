package dev.interestlens.job;

import dev.interestlens.store.Problem;
import java.util.Optional;

/**
 * How a job ended.
 *
 * @param exitCode 0 ok, otherwise as {@link Problem.Kind#exitCode}; -1 where nobody saw the process end
 * @param problem what it said went wrong, if it said so
 * @param died whether it ended without saying how: killed, crashed, or out of memory
 * @param outOfMemory whether the last it printed was that its heap was full
 */
public record JobEnd(int exitCode, Optional<Problem> problem, boolean died, boolean outOfMemory) {}
