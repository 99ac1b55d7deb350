package dev.interestlens.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.interestlens.cli.console.Console;
import dev.interestlens.cli.console.OldNames;
import dev.interestlens.testing.ChineseTerms;
import dev.interestlens.testing.Manual;
import dev.interestlens.testing.WindowNames;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The README and the manual: short where it must be, whole in both languages, and every command in it one that the program takes. */
class ManualTest {
    private static final Path ASSETS = Path.of("assets");
    private static final int README_LINES = 120;
    private static final Pattern MEASURED =
            Pattern.compile("(?<![\\w/.:])\\.\\d\\d|\\d ?(%|ms|MB|GB|kB|CPU|seconds|milliseconds|minutes)\\b");
    private static final Pattern DECIMAL = Pattern.compile("(?<![A-Za-z_.\\d])\\d*\\.\\d+");
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]+)\\)");
    private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z][\\w-]+");

    private static final Pattern NAME =
            Pattern.compile("(?<!\\*)\\*(\\p{Lu}[^*\n]+)\\*(?!\\*)|(?m)^\\| (\\p{Lu}\\p{Ll}{2,}) \\| (?!`)");

    /** Options of other programs. */
    private static final Set<String> FOREIGN = Set.of("--version", "--help");

    private final Manual manual = new Manual(Path.of(""));

    private List<Path> all() {
        List<Path> files = new ArrayList<>(List.of(manual.readme()));
        Manual.PAGES.forEach(page -> files.addAll(List.of(manual.file(page), manual.chinese(page))));
        return files;
    }

    @Test
    void theReadmeIsShortAndNamesNoMeasuredNumber() {
        String readme = Manual.read(manual.readme());
        assertThat(readme.lines()).hasSizeLessThanOrEqualTo(README_LINES);
        assertThat(MEASURED.matcher(readme.replaceAll("https?:\\S+", ""))
                        .results()
                        .map(each -> each.group()))
                .isEmpty();
    }

    @Test
    void everyPageIsThereInBothLanguagesWithTheSameCommands() {
        for (String page : Manual.PAGES) {
            if (!page.equals("commands")) {
                assertThat(Manual.blocks(manual.chinese(page))).as(page).isEqualTo(Manual.blocks(manual.file(page)));
            }
        }
    }

    @Test
    void everySectionHasTheSameMeasuredNumbersInBothLanguages() {
        for (String page : Manual.PAGES) {
            assertThat(decimals(manual.chinese(page))).as(page).isEqualTo(decimals(manual.file(page)));
        }
    }

    /** Without what is made from the help of commands, and the results, which have words of their own. */
    @Test
    void eachTermHasOneChineseWord() {
        for (String page : Manual.PAGES) {
            if (!page.equals("commands") && !page.equals("results")) {
                List<String> english = sections(manual.file(page)).toList();
                List<String> chinese = sections(manual.chinese(page)).toList();
                for (int k = 0; k < english.size(); k++) {
                    ChineseTerms.requireIn(page + " " + k, english.get(k), chinese.get(k));
                }
            }
        }
    }

    /** A screen, button or view of the window is set off: in English by asterisks, in Chinese by quotation marks; or it heads a row. */
    @Test
    void everyNameOfTheWindowIsOneThatItShows() {
        WindowNames names = new WindowNames(Path.of("src/main/resources"));
        assertThat(named(manual.readme())).isNotEmpty().noneMatch(name -> names.chineseOf(name)
                .isEmpty());
        for (String page : Manual.PAGES) {
            if (!page.equals("commands") && !page.equals("results")) {
                String chinese = Manual.read(manual.chinese(page)).toLowerCase(Locale.ROOT);
                assertThat(named(manual.file(page))).as(page).allSatisfy(name -> assertThat(names.chineseOf(name))
                        .anyMatch(each -> chinese.contains("“" + each + "”") || chinese.contains("| " + each + " |")));
            }
        }
    }

    private static List<String> named(Path file) {
        return NAME.matcher(Manual.read(file))
                .results()
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                .toList();
    }

    private static Stream<String> sections(Path file) {
        return Stream.of(Manual.read(file).split("\n#"));
    }

    /** Of each section of a page. */
    private static List<Set<String>> decimals(Path file) {
        return sections(file)
                .<Set<String>>map(section -> DECIMAL.matcher(section)
                        .results()
                        .map(each -> each.group())
                        .collect(Collectors.toCollection(TreeSet::new)))
                .toList();
    }

    @Test
    void everyLinkLeadsSomewhere() {
        Set<String> broken = new TreeSet<>();
        for (Path file : all()) {
            LINK.matcher(Manual.read(file)).results().map(each -> each.group(1)).forEach(link -> {
                if (!exists(file, link)) {
                    broken.add(file + " -> " + link);
                }
            });
        }
        assertThat(broken).isEmpty();
    }

    /** Pictures of pages lie beside them once the site is built. */
    private static boolean exists(Path file, String link) {
        Path page = file.toAbsolutePath();
        boolean site = page.toString().contains("markdown");
        return Files.exists(
                site && link.contains("images/")
                        ? ASSETS.resolve(link.substring(link.lastIndexOf('/') + 1))
                        : page.resolveSibling(link).normalize());
    }

    @Test
    void everyPictureOfTheAssetsIsShownAndTheWindowHasIt() throws IOException {
        String pages = all().stream().map(Manual::read).collect(Collectors.joining());
        try (Stream<Path> pictures = Files.list(ASSETS).filter(Files::isRegularFile)) {
            assertThat(pictures.map(picture -> picture.getFileName().toString()))
                    .isNotEmpty()
                    .allSatisfy(picture -> {
                        assertThat(pages).contains("/" + picture + ")");
                        assertThat(Manual.class.getResource("/dev/interestlens/ui/manual/pages/images/" + picture))
                                .isNotNull();
                    });
        }
    }

    @Test
    void everyCommandIsOneThatTheProgramTakes() {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        OldNames today = new OldNames(new Console(nowhere, nowhere, Locale.ENGLISH));
        int commands = 0;
        for (Path file : all()) {
            for (List<String> words : Manual.commands(file)) {
                CommandLine line = CommandReference.program(Locale.ENGLISH);
                assertThatCode(() -> line.parseArgs(today.today(words.toArray(String[]::new))))
                        .as(file + ": " + words)
                        .doesNotThrowAnyException();
                commands++;
            }
        }
        assertThat(commands).isGreaterThan(80);
    }

    @Test
    void everyOptionThatIsNamedExists() {
        Set<String> known = new TreeSet<>(FOREIGN);
        for (List<String> command : CommandReference.commands()) {
            CommandLine line = CommandReference.program(Locale.ENGLISH);
            for (String word : command) {
                line = line.getSubcommands().get(word);
            }
            line.getCommandSpec()
                    .options()
                    .forEach(option -> known.addAll(Stream.of(option.names()).toList()));
        }
        Set<String> unknown = new TreeSet<>();
        for (Path file : all()) {
            OPTION.matcher(Manual.read(file))
                    .results()
                    .map(each -> each.group())
                    .forEach(option -> {
                        if (!known.contains(option)) {
                            unknown.add(file + ": " + option);
                        }
                    });
        }
        assertThat(unknown).isEmpty();
    }
}
