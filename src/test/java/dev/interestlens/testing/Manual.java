package dev.interestlens.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The README and the pages of the manual, and the commands that stand in them. */
public final class Manual {
    /** In the order in which a person reads them, and in which their commands build on each other. */
    public static final List<String> PAGES = List.of(
            "index",
            "data",
            "models",
            "explanations",
            "own-explainer",
            "long-histories",
            "exports",
            "elsewhere",
            "programs",
            "spark",
            "questions",
            "playground",
            "field",
            "compared",
            "installers",
            "commands",
            "results");

    private static final Pattern FENCED = Pattern.compile("(?ms)^```\\w*\\n(.*?)^```$");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|\\S+");
    private static final String PROGRAM = "java -jar target/interest-lens.jar ";

    private final Path root;

    /** @param root the folder of the project */
    public Manual(Path root) {
        this.root = root;
    }

    public Path file(String page) {
        return root.resolve("src/site/markdown").resolve(page + ".md");
    }

    public Path chinese(String page) {
        return root.resolve("src/site/markdown/zh").resolve(page + ".md");
    }

    public Path readme() {
        return root.resolve("README.md");
    }

    /** What stands between three backticks, in its order. */
    public static List<String> blocks(Path file) {
        return FENCED.matcher(read(file)).results().map(each -> each.group(1)).toList();
    }

    /** The command lines of a file, each as its words without the program's name. */
    public static List<List<String>> commands(Path file) {
        List<List<String>> commands = new ArrayList<>();
        for (String block : blocks(file)) {
            block.lines()
                    .filter(line -> line.startsWith(PROGRAM))
                    .map(line -> words(line.substring(PROGRAM.length())))
                    .forEach(commands::add);
        }
        return commands;
    }

    /** As a shell splits them; what stands behind a number sign is a remark. */
    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        Matcher each = WORD.matcher(line.replaceFirst("\\s+#.*", ""));
        while (each.find()) {
            words.add(each.group(1) == null ? each.group() : each.group(1));
        }
        return words;
    }

    public static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
