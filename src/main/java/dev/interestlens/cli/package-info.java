/**
 * The same services as commands (picocli). Results go to standard output, words for people to standard error; {@code --json} gives one document,
 * {@code --progress json} one object a line. Each failure is a problem with its exit code, and no stack trace reaches a person. Only the launcher
 * uses this package; the window's jobs are these commands.
 */
package dev.interestlens.cli;
