/**
 * The same services as commands (picocli). Results go to standard output, words for people to standard error; {@code --json} gives one document,
 * {@code --progress json} one object a line. Each failure is a problem with an exit code; users see no stack traces. Only the launcher uses this
 * package; the window runs these commands as child processes.
 */
package dev.interestlens.cli;
