package dev.interestlens.store;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What went wrong, in words for a person, and what to do about it.
 *
 * <p>The words live in {@code problems.properties} and {@code problems_zh.properties} beside the {@code owner} (in its package, UTF-8)
 * under {@code KEY.what}, {@code KEY.kept} (optional: what was kept) and {@code KEY.fix} (optional: what to do); the last two may have other words
 * for the window, with {@code .window} behind, since nobody can add an option there. Placeholders are those of {@link Texts}; {@code {file}} is the file's name, {@code {path}} the whole path.
 */
public record Problem(Class<?> owner, Kind kind, String key, Map<String, String> values) implements Serializable {

    private static final int LONGEST_VALUE = 40;

    /** Whose fault it is; decides the exit code of a command. */
    public enum Kind {
        INTERNAL(1),
        USAGE(2),
        BAD_INPUT(3),
        RESOURCE(4),
        DIVERGED(5),
        CANCELLED(130);

        private final int exitCode;

        Kind(int exitCode) {
            this.exitCode = exitCode;
        }

        public int exitCode() {
            return exitCode;
        }
    }

    /** Where a person reads it, and so what he can do. */
    public enum Surface {
        COMMAND,
        WINDOW
    }

    public Problem {
        Objects.requireNonNull(owner);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(key);
        values = Map.copyOf(values);
    }

    /** Our own fault. */
    public static Builder internal(Class<?> owner, String key) {
        return new Builder(owner, Kind.INTERNAL, key);
    }

    /** A wrong option, argument or setting. */
    public static Builder usage(Class<?> owner, String key) {
        return new Builder(owner, Kind.USAGE, key);
    }

    /** The same with the file or folder that it is about. */
    public static Builder usage(Class<?> owner, String key, Path file) {
        return usage(owner, key).file(file);
    }

    /** A file that is not what it should be. */
    public static Builder badInput(Class<?> owner, String key) {
        return new Builder(owner, Kind.BAD_INPUT, key);
    }

    /** The same with the file or folder that it is about. */
    public static Builder badInput(Class<?> owner, String key, Path file) {
        return badInput(owner, key).file(file);
    }

    /** Disk, memory or permission is missing. */
    public static Builder resource(Class<?> owner, String key) {
        return new Builder(owner, Kind.RESOURCE, key);
    }

    /** The same with the file or folder that it is about. */
    public static Builder resource(Class<?> owner, String key, Path file) {
        return resource(owner, key).file(file);
    }

    /** Training ran into numbers that are not finite. */
    public static Builder diverged(Class<?> owner, String key) {
        return new Builder(owner, Kind.DIVERGED, key);
    }

    /** A person stopped it. */
    public static Builder cancelled(Class<?> owner, String key) {
        return new Builder(owner, Kind.CANCELLED, key);
    }

    /** The same problem as one of a file that holds the wrong value: its kind is then BAD_INPUT. */
    public ProblemException badInput(Path file, Throwable cause) {
        Builder builder = new Builder(owner, Kind.BAD_INPUT, key);
        builder.values.putAll(values);
        return builder.file(file).exception(cause);
    }

    /** The same, so many lines further down: it was found in a part of the file. */
    public Problem furtherDown(long lines) {
        if (!values.containsKey("line")) {
            return this;
        }
        Map<String, String> moved = new LinkedHashMap<>(values);
        moved.put("line", String.valueOf(Long.parseLong(values.get("line")) + lines));
        return new Problem(owner, kind, key, moved);
    }

    /** The same for a file that was read under another name. */
    public Problem of(Path file) {
        Builder builder = new Builder(owner, kind, key);
        builder.values.putAll(values);
        return values.containsKey("path") ? builder.file(file).problem() : this;
    }

    /** The same for a value that came from an option of a command: the option is then the place, unless a file is. */
    public ProblemException ofOption(String option, Throwable cause) {
        Builder builder = new Builder(owner, kind, key);
        builder.values.putAll(values);
        return builder.with("option", option).exception(cause);
    }

    /** An exception that carries this problem. */
    public ProblemException exception() {
        return new ProblemException(this, null);
    }

    public String what(Locale locale) {
        String text = words(locale, "what", Surface.COMMAND);
        return text.isEmpty() ? key : text;
    }

    /** What was kept; empty where nothing is known. */
    public String kept(Locale locale, Surface surface) {
        return words(locale, "kept", surface);
    }

    /** What to do on the command line; empty if nothing can be done. */
    public String fix(Locale locale) {
        return fix(locale, Surface.COMMAND);
    }

    /** The same for a surface. */
    public String fix(Locale locale, Surface surface) {
        return words(locale, "fix", surface);
    }

    /** Where: {@code ratings.csv:17:3}, as far as it is known, or the option; empty where there is neither. */
    public String place() {
        if (!values.containsKey("file")) {
            return values.getOrDefault("option", "");
        }
        return Stream.of("file", "line", "column")
                .map(values::get)
                .takeWhile(Objects::nonNull)
                .collect(Collectors.joining(":"));
    }

    /** The whole for a command and for programs, one line each: what, place and value, what was kept, what to do. */
    public String text(Locale locale) {
        return text(locale, Surface.COMMAND);
    }

    /** The same for a surface. */
    public String text(Locale locale, Surface surface) {
        String value = values.get("value");
        String where = place() + (value == null ? "" : (place().isEmpty() ? "" : "  ") + "\"" + value + "\"");
        return Stream.of(what(locale), where, kept(locale, surface), fix(locale, surface))
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private String words(Locale locale, String part, Surface surface) {
        Texts texts = Texts.beside(
                owner, "problems"); // a missing key is shown as it is; ProblemTextsTest checks that there is none
        String usual = key + "." + part;
        String own = usual + "." + EnumNames.lower(surface);
        String name = texts.has(own) ? own : usual;
        return texts.has(name) ? texts.text(name, locale, values) : "";
    }

    /** Collects what is known about a problem. */
    public static final class Builder {
        private final Class<?> owner;
        private final Kind kind;
        private final String key;
        private final Map<String, String> values = new LinkedHashMap<>();
        private Throwable cause;

        private Builder(Class<?> owner, Kind kind, String key) {
            this.owner = owner;
            this.kind = kind;
            this.key = key;
        }

        public Builder file(Path file) {
            Path name = file.getFileName();
            values.put("file", Texts.plain(name == null ? file.toString() : name.toString()));
            values.put("path", Texts.plain(file.toString()));
            return this;
        }

        /** Line or row, from 1. */
        public Builder line(long line) {
            return with("line", line);
        }

        /** Column, from 1. */
        public Builder column(long column) {
            return with("column", column);
        }

        /** The offending value, cut to 40 characters, with control characters escaped. */
        public Builder value(String value) {
            return with("value", shown(value));
        }

        public Builder with(String name, Object value) {
            values.put(name, String.valueOf(value).lines().map(Texts::plain).collect(Collectors.joining("\n")));
            return this;
        }

        public Builder cause(Throwable cause) {
            this.cause = cause;
            return this;
        }

        public Problem problem() {
            return new Problem(owner, kind, key, values);
        }

        public ProblemException exception() {
            return new ProblemException(problem(), cause);
        }

        /** With one more value. */
        public ProblemException exception(String name, Object value) {
            return with(name, value).exception();
        }

        /** With the offending value. */
        public ProblemException ofValue(String value) {
            return value(value).exception();
        }

        public ProblemException exception(Throwable because) {
            return cause(because).exception();
        }

        /** With what went wrong, in its own words, as {@code {reason}}. */
        public ProblemException because(Throwable failure) {
            return with("reason", failure.getMessage()).exception(failure);
        }

        private static String shown(String value) {
            String shown = Texts.plain(value.substring(0, Math.min(value.length(), LONGEST_VALUE + 1)));
            return shown.length() <= LONGEST_VALUE ? shown : shown.substring(0, LONGEST_VALUE - 1) + "…";
        }
    }
}
