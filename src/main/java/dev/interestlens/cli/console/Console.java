package dev.interestlens.cli.console;

import dev.interestlens.figure.Phrase;
import dev.interestlens.store.Json;
import dev.interestlens.store.Texts;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;

/**
 * The output streams of a command.
 *
 * @param out results
 * @param err words for people
 * @param locale their language
 * @param job the folder of the job that runs the command, whose lock is held; null where a person runs it
 * @param cluster what the program can do on a cluster; null where it has none
 * @param said zero once the command has printed everything; an interrupted process waits for it before it ends
 */
public record Console(
        PrintStream out, PrintStream err, Locale locale, Path job, CountDownLatch said, ClusterJobs cluster) {
    private static final Texts TEXTS = Texts.beside(Console.class, "messages");

    public Console(PrintStream out, PrintStream err, Locale locale) {
        this(out, err, locale, null, new CountDownLatch(1), null);
    }

    /** The same for a program that runs on a cluster. */
    public Console with(ClusterJobs jobs) {
        return new Console(out, err, locale, job, said, jobs);
    }

    /** The same for a job in a folder. */
    public Console in(Path folder) {
        return new Console(out, err, locale, folder, said, cluster);
    }

    /** One JSON document on standard output; a number that is not defined is null. */
    public void json(Object value) {
        out.print(Json.pretty(Json.finite(value)));
        out.flush();
    }

    /** A line of a table on standard output; its format is that of {@link Texts#row}. */
    public void row(String format, Object... values) {
        out.println(Texts.row(format, values));
    }

    /** One JSON object a line. */
    public void line(Object value) {
        out.println(Json.line(value));
        out.flush();
    }

    /** Prints a text of the bundle as a result. */
    public void print(String key, Object... values) {
        out.println(text(key, values));
    }

    /** Prints words as a result. */
    public void print(Phrase words) {
        out.println(words.in(locale));
    }

    /** Prints a text of the bundle, for people. */
    public void say(String key, Object... values) {
        err.println(text(key, values));
    }

    /** The same with words. */
    public void say(Phrase words) {
        err.println(words.in(locale));
    }

    public String text(String key, Object... values) {
        return TEXTS.text(key, locale, values);
    }
}
