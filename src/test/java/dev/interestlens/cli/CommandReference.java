package dev.interestlens.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The page of the manual that lists every command with its options and examples, made from what {@code --help} knows. */
final class CommandReference {
    /** Words of the page that no help text has. */
    record Words(String title, String intro, String option, String meaning, String needed) {
        static final Words ENGLISH = new Words(
                "All commands",
                "Every command with its options and examples, as `COMMAND --help` tells them. `interest-lens` stands for `java -jar target/interest-lens.jar`.",
                "option",
                "meaning",
                "needed");
        static final Words CHINESE = new Words(
                "全部命令",
                "每条命令及其选项和例子，与 `命令 --help` 的内容相同。`interest-lens` 代表 `java -jar target/interest-lens.jar`。",
                "选项",
                "含义",
                "必填");
    }

    private final Locale locale;
    private final Words words;
    private final StringBuilder page = new StringBuilder();

    private CommandReference(Locale locale, Words words) {
        this.locale = locale;
        this.words = words;
    }

    static String english() {
        return in(Locale.ENGLISH, Words.ENGLISH);
    }

    static String chinese() {
        return in(Locale.SIMPLIFIED_CHINESE, Words.CHINESE);
    }

    /** Picocli takes its texts in the language of the JVM. */
    private static String in(Locale locale, Words words) {
        Locale before = Locale.getDefault();
        Locale.setDefault(locale);
        try {
            return new CommandReference(locale, words).written();
        } finally {
            Locale.setDefault(before);
        }
    }

    /** The command with these words, as the program itself knows it; the help of it alone is filled in. */
    static CommandLine program(Locale locale, String... command) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        return new CommandLineProgram(nowhere, nowhere, locale).commands(command);
    }

    /** The words of every command that is not hidden, those that only have commands below them left out. */
    static List<List<String>> commands() {
        List<List<String>> found = new ArrayList<>();
        collect(program(Locale.ENGLISH), List.of(), found);
        return found;
    }

    private static void collect(CommandLine line, List<String> path, List<List<String>> found) {
        line.getSubcommands().forEach((name, below) -> {
            if (!below.getCommandSpec().usageMessage().hidden()) {
                List<String> words =
                        Stream.concat(path.stream(), Stream.of(name)).toList();
                if (below.getSubcommands().isEmpty()) {
                    found.add(words);
                }
                collect(below, words, found);
            }
        });
    }

    private String written() {
        page.append("# ")
                .append(words.title())
                .append("\n\n")
                .append(words.intro())
                .append('\n');
        commands().forEach(this::write);
        return page.toString();
    }

    private void write(List<String> command) {
        CommandLine line = program(locale, command.toArray(String[]::new));
        for (String word : command) {
            line = line.getSubcommands().get(word);
        }
        CommandSpec spec = line.getCommandSpec();
        page.append("\n## ").append(String.join(" ", command)).append("\n\n");
        page.append(text(spec.usageMessage().description())).append("\n\n");
        List<String> rows = new ArrayList<>();
        for (PositionalParamSpec each : spec.positionalParameters()) {
            rows.add(row(each.paramLabel(), each.required(), each.description()));
        }
        spec.options().stream()
                .filter(option -> !option.hidden() && !option.usageHelp() && !option.versionHelp())
                .sorted(Comparator.comparing(OptionSpec::longestName))
                .forEach(option -> rows.add(row(name(option), option.required(), option.description())));
        if (!rows.isEmpty()) {
            page.append("| ")
                    .append(words.option())
                    .append(" | ")
                    .append(words.meaning())
                    .append(" |\n|---|---|\n");
            rows.forEach(page::append);
        }
        String[] examples = spec.usageMessage().footer();
        if (examples.length > 0) {
            page.append("\n```\n");
            Stream.of(examples).flatMap(String::lines).forEach(each -> page.append(each)
                    .append('\n'));
            page.append("```\n");
        }
    }

    private static String name(OptionSpec option) {
        String names = Stream.of(option.names()).collect(Collectors.joining(", "));
        return option.arity().max() > 0 ? names + "=" + option.paramLabel() : names;
    }

    private String row(String name, boolean required, String... description) {
        String meaning = text(description).replace("|", "\\|");
        return "| `" + name.replace("|", "\\|") + "` | " + meaning + (required ? " (" + words.needed() + ")" : "")
                + " |\n";
    }

    /** Texts of help as Markdown: what would be read as a tag is none. */
    private static String text(String... lines) {
        String text = String.join(" ", lines)
                .replace("%n", " ")
                .replaceAll("\\s+", " ")
                .strip();
        return text.replace("<", "\\<").replace("*", "\\*");
    }
}
