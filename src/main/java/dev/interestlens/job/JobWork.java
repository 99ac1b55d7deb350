package dev.interestlens.job;

import java.util.List;

/**
 * What {@code job.json} holds.
 *
 * @param arguments the command and its arguments; in a file, since a POSIX locale loses letters of command line arguments
 * @param endsWithParent whether the job is cancelled when the process that started it ends
 * @param parent id of that process
 */
public record JobWork(List<String> arguments, boolean endsWithParent, long parent) {
    public JobWork {
        arguments = List.copyOf(arguments);
        if (arguments.isEmpty()) {
            throw new IllegalArgumentException("a job without a command");
        }
    }
}
