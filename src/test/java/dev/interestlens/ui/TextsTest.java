package dev.interestlens.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.testing.ChineseTerms;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every text of the window exists in both languages, is used, and none stands in FXML itself. */
class TextsTest {
    private static final Path RESOURCES = Path.of("src/main/resources/dev/interestlens");
    private static final Path SOURCES = Path.of("src/main/java/dev/interestlens/ui");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\w+}");
    private static final Pattern IDEOGRAPH = Pattern.compile("\\p{IsHan}");
    private static final Pattern FXML_KEY = Pattern.compile("t\\['([^']+)'\\]");
    private static final Pattern FXML_TEXT =
            Pattern.compile("\\b(?:text|promptText|title|note|accessibleText|accessibleHelp|headerText)=\"([^\"]*)\"");
    private static final Pattern QUOTED = Pattern.compile("\"([a-zA-Z]+(?:\\.[\\w.]*)?)\"");

    /** Texts that are the same in both languages: names and symbols. */
    private static final Set<String> UNTRANSLATED = Set.of(
            "shell.language",
            "settings.english",
            "recommend.logit",
            "name", // of a family
            "compare.ndcg",
            "train.ndcg",
            "train.auc",
            "model.mib",
            "preset.SIM",
            "preset.TWIN",
            "option.Activation.Kind.RELU",
            "option.EncoderConfig.FeedForward.RELU",
            "glossary.auc",
            "glossary.gauc",
            "glossary.prauc",
            "glossary.ndcg",
            "glossary.hr",
            "glossary.kcore");

    /** Where the glossary explains a term, and a question is quoted. */
    private static final Set<String> OTHER_TERMS = Set.of("glossary.logit", "q3.question");

    /** Texts that are shown of two or more only. */
    private static final Set<String> ALWAYS_MANY = Set.of("explain.rows.all", "explain.rows.first");

    @TestFactory
    Stream<DynamicTest> bothLanguagesHaveTheSameKeysAndPlaceholders() throws IOException {
        return bundles().stream()
                .map(file -> DynamicTest.dynamicTest(RESOURCES.relativize(file).toString(), () -> {
                    Properties english = read(file);
                    Properties chinese = read(chineseOf(file));
                    assertThat(chinese.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
                    for (String key : english.stringPropertyNames()) {
                        assertThat(placeholders(chinese.getProperty(key)))
                                .as(key)
                                .isEqualTo(placeholders(english.getProperty(key)));
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> chineseTextsAreChinese() throws IOException {
        return bundles().stream()
                .map(file -> DynamicTest.dynamicTest(RESOURCES.relativize(file).toString(), () -> {
                    Properties chinese = read(chineseOf(file));
                    for (String key : chinese.stringPropertyNames()) {
                        if (!UNTRANSLATED.contains(key) && hasWords(chinese.getProperty(key))) {
                            assertThat(chinese.getProperty(key)).as(key).containsPattern(IDEOGRAPH);
                        }
                    }
                }));
    }

    @Test
    void eachTermHasOneChineseWord() throws IOException {
        for (Path file : files(RESOURCES, "_zh.properties")) {
            Properties chinese = read(file);
            Properties english =
                    read(file.resolveSibling(file.getFileName().toString().replace("_zh", "")));
            for (String key : chinese.stringPropertyNames()) {
                if (!OTHER_TERMS.contains(key)) {
                    ChineseTerms.requireIn(key, english.getProperty(key), chinese.getProperty(key));
                }
            }
        }
    }

    @Test
    void theReaderIsAddressedInOneForm() throws IOException {
        List<Path> texts = new ArrayList<>(files(RESOURCES, "_zh.properties"));
        texts.addAll(files(Path.of("src/site/markdown/zh"), ".md"));
        texts.add(Path.of("src/site/site.xml"));
        for (Path file : texts) {
            assertThat(Files.readString(file)).as(file.toString()).doesNotContain("你");
        }
    }

    /** A hint is a sentence, and what holds more than one sentence ends like one. */
    @Test
    void hintsAndSentencesEndWithAStop() throws IOException {
        Pattern sentence = Pattern.compile("^(?:Point at|Click|Drag) .*|.*[a-z]\\. [A-Z].*");
        Properties english = read(RESOURCES.resolve("ui/messages.properties"));
        Properties chinese = read(RESOURCES.resolve("ui/messages_zh.properties"));
        for (String key : english.stringPropertyNames()) {
            if (sentence.matcher(english.getProperty(key)).matches() && !key.startsWith("explain.about.")) {
                assertThat(english.getProperty(key)).as(key).matches("(?s).*(?:[.?!:)}]| ?\\.{3}) *");
                assertThat(chinese.getProperty(key)).as(key).matches("(?s).*[。？！：）}…] *");
            }
        }
    }

    /** The titles of cards, and the words of buttons and switches, but for what stands in brackets or is put in. */
    @Test
    void labelsHaveFourWordsAtMost() throws IOException {
        Pattern label = Pattern.compile("<(?:Card|Button|ToggleButton|More|Tab|MenuButton|CheckBox|EmptyPane)\\b[^>]*?"
                + " (?:text|title)=\"\\$\\{t\\['([^']+)'\\]\\}");
        Properties english = read(RESOURCES.resolve("ui/messages.properties"));
        for (Path view : files(RESOURCES, ".fxml")) {
            Matcher found = label.matcher(Files.readString(view));
            while (found.find()) {
                String words = english.getProperty(found.group(1)).replaceAll("\\(.*\\)|\\{[^}]*}|[.]{3}", "");
                assertThat(words.strip().split("\\s+")).as(found.group(1)).hasSizeLessThan(5);
            }
        }
    }

    /** The typeface draws curly quotes and the ellipsis as wide as an ideograph. */
    @TestFactory
    Stream<DynamicTest> englishTextsHaveNoSignsOfChineseWidth() throws IOException {
        return bundles().stream()
                .map(file -> DynamicTest.dynamicTest(RESOURCES.relativize(file).toString(), () -> {
                    Properties english = read(file);
                    for (String key : english.stringPropertyNames()) {
                        assertThat(english.getProperty(key)).as(key).doesNotContainPattern("[“”‘’…]");
                    }
                }));
    }

    /** Two signs of three dots, but for what is left out of a formula or of a command line. */
    @TestFactory
    Stream<DynamicTest> chineseTextsHaveOneEllipsis() throws IOException {
        return bundles().stream()
                .map(file -> DynamicTest.dynamicTest(RESOURCES.relativize(file).toString(), () -> {
                    Properties chinese = read(chineseOf(file));
                    for (String key : chinese.stringPropertyNames()) {
                        if (!key.contains("formula")) {
                            assertThat(chinese.getProperty(key))
                                    .as(key)
                                    .doesNotContainPattern("(?<!…)…(?!…)|……\\.|\\p{IsHan} ?\\.\\.\\.");
                        }
                    }
                }));
    }

    /** The dots of what opens a dialog, or takes its time, stand apart. */
    @Test
    void englishDotsStandApart() throws IOException {
        Properties english = read(RESOURCES.resolve("ui/messages.properties"));
        for (String key : english.stringPropertyNames()) {
            assertThat(english.getProperty(key)).as(key).doesNotContainPattern("\\p{L}\\.\\.\\.");
        }
    }

    /** What is counted may be one: {@code {0} {0:event|events}}. */
    @Test
    void countsHaveASingular() throws IOException {
        Properties english = read(RESOURCES.resolve("ui/messages.properties"));
        Pattern plural = Pattern.compile("\\{\\d}"
                + " (events|runs|epochs|rows|files|users|arrays|checkpoints|predictions|behaviours|columns|bars|heads"
                + "|layers|lines|jobs|cores|seeds|explanations|differences)\\b");
        for (String key : english.stringPropertyNames()) {
            if (!ALWAYS_MANY.contains(key)) {
                assertThat(english.getProperty(key)).as(key).doesNotContainPattern(plural);
            }
        }
    }

    /** An underscore stands before the letter that works with Alt; Chinese names it in brackets. */
    @Test
    void mnemonicsAreTheSameLetterInBothLanguages() throws IOException {
        Path file = RESOURCES.resolve("ui/messages.properties");
        Properties english = read(file);
        Properties chinese = read(chineseOf(file));
        Set<String> some = new TreeSet<>();
        for (String key : english.stringPropertyNames()) {
            Matcher letter = Pattern.compile("_(\\p{L})").matcher(english.getProperty(key));
            if (letter.find()) {
                some.add(key);
                assertThat(chinese.getProperty(key))
                        .as(key)
                        .contains("(_" + letter.group(1).toUpperCase(java.util.Locale.ROOT) + ")");
            } else {
                assertThat(chinese.getProperty(key)).as(key).doesNotContain("(_");
            }
        }
        assertThat(some).hasSizeGreaterThan(20);
    }

    @Test
    void viewsHoldNoTextOfTheirOwn() throws IOException {
        for (Path view : files(RESOURCES, ".fxml")) {
            Matcher text = FXML_TEXT.matcher(Files.readString(view));
            while (text.find()) {
                assertThat(text.group(1)).as(view.toString()).matches("\\$\\{.*}|[^\\p{L}]*");
            }
            assertThat(Files.readString(view)).as(view.toString()).doesNotContain(" style=");
        }
    }

    @Test
    void everyTextThatViewsNameExists() throws IOException {
        Set<String> known = windowKeys();
        for (Path view : files(RESOURCES, ".fxml")) {
            Matcher key = FXML_KEY.matcher(Files.readString(view));
            while (key.find()) {
                assertThat(known).as(view.toString()).contains(key.group(1));
            }
        }
    }

    @Test
    void everyTextIsUsed() throws IOException {
        Set<String> whole = new TreeSet<>();
        List<String> beginnings = new ArrayList<>();
        for (Path view : files(RESOURCES, ".fxml")) {
            collect(FXML_KEY, Files.readString(view), whole, beginnings);
        }
        for (Path source : files(SOURCES, ".java")) {
            collect(QUOTED, Files.readString(source), whole, beginnings);
        }
        Set<String> unused = new TreeSet<>();
        for (String key : read(RESOURCES.resolve("ui/messages.properties")).stringPropertyNames()) {
            if (!whole.contains(key) && beginnings.stream().noneMatch(key::startsWith)) {
                unused.add(key);
            }
        }
        assertThat(unused).isEmpty();
    }

    /** A literal that ends in a dot is the beginning of keys that are put together. */
    private static void collect(Pattern pattern, String text, Set<String> whole, List<String> beginnings) {
        Matcher found = pattern.matcher(text);
        while (found.find()) {
            String key = found.group(1);
            if (key.endsWith(".")) {
                beginnings.add(key);
            } else {
                whole.add(key);
            }
        }
    }

    private static Set<String> windowKeys() throws IOException {
        Set<String> keys =
                new TreeSet<>(read(RESOURCES.resolve("ui/messages.properties")).stringPropertyNames());
        keys.addAll(read(RESOURCES.resolve("ui/config.properties")).stringPropertyNames());
        return keys;
    }

    private static boolean hasWords(String text) {
        return Pattern.compile("[a-zA-Z]{3,}")
                .matcher(PLACEHOLDER.matcher(text).replaceAll(""))
                .find();
    }

    private static Set<String> placeholders(String text) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group());
        }
        return found;
    }

    private static List<Path> bundles() throws IOException {
        return Stream.concat(
                        files(RESOURCES.resolve("ui"), ".properties").stream(),
                        files(RESOURCES.resolve("model"), "/texts.properties").stream())
                .filter(file -> !file.toString().endsWith("_zh.properties"))
                .toList();
    }

    private static Path chineseOf(Path file) {
        return file.resolveSibling(file.getFileName().toString().replace(".properties", "_zh.properties"));
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> found = all.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
            assertThat(found).isNotEmpty();
            return found;
        }
    }

    private static Properties read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
