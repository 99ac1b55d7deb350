package dev.interestlens.testing;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What the window calls its screens, buttons and views in English, with the Chinese for each. */
public final class WindowNames {
    private static final String CHINESE = "_zh.properties";

    private final Map<String, Set<String>> chinese = new HashMap<>();

    /** @param resources the folder of the bundles */
    public WindowNames(Path resources) {
        try (Stream<Path> files = Files.walk(resources)) {
            files.filter(file -> file.toString().endsWith(CHINESE)).forEach(this::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(Path file) {
        Properties theirs = properties(file);
        Properties english =
                properties(file.resolveSibling(file.getFileName().toString().replace(CHINESE, ".properties")));
        english.stringPropertyNames()
                .forEach(key -> chinese.computeIfAbsent(bare(english.getProperty(key)), name -> new TreeSet<>())
                        .add(bare(theirs.getProperty(key, ""))));
    }

    private static Properties properties(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    /** Without the letter that works with Alt, a key in brackets, and the dots of a button that asks for more. */
    private static String bare(String name) {
        return name.replaceAll("\\(_\\p{L}\\)|_|（.*）| \\(.\\)", "")
                .replaceAll("(?: \\.\\.\\.|……)$", "")
                .toLowerCase(Locale.ROOT);
    }

    /** What may stand for a name in Chinese; empty where the window has no such name. */
    public Set<String> chineseOf(String english) {
        return chinese.getOrDefault(bare(english), Set.of());
    }
}
