package dev.interestlens.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interestlens.store.ProblemException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilterTest {
    private record Film(String user, List<String> titles, List<String> categories, float label, int n, float score) {}

    private static final List<Film> FILMS = List.of(
            new Film("187", List.of("Alien", "异形"), List.of("Sci-Fi", "Horror"), 1, 3, 0.91f),
            new Film("42", List.of("The Third Man", "第三人"), List.of("Drama"), 1, 30, 0.9f),
            new Film("18", List.of("Route 187", "187 号公路"), List.of("Drama", "Comedy"), 0, 12, 0.1f),
            new Film("187", List.of("Alien: Resurrection", "异形 4"), List.of("Sci-Fi"), 0, 50, Float.NaN));

    private static final PredictionColumns COLUMNS = new PredictionColumns() {
        @Override
        public String user(int row) {
            return FILMS.get(row).user();
        }

        @Override
        public List<String> titles(int row) {
            return FILMS.get(row).titles();
        }

        @Override
        public List<String> categories(int row) {
            return FILMS.get(row).categories();
        }

        @Override
        public float label(int row) {
            return FILMS.get(row).label();
        }

        @Override
        public int length(int row) {
            return FILMS.get(row).n();
        }

        @Override
        public float score(int row) {
            return FILMS.get(row).score();
        }
    };

    private static Filter<Integer> filter(String text) {
        return Filter.of(text, COLUMNS.fields(), COLUMNS.words());
    }

    private static String rows(String text) {
        StringBuilder passed = new StringBuilder();
        var test = filter(text).test();
        for (int row = 0; row < FILMS.size(); row++) {
            passed.append(test.test(row) ? row : "");
        }
        return passed.toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            value = {
                "''→0123",
                "187→023",
                "user=187→03",
                "user:187→03",
                "User = 187→03",
                "-user=187→12",
                "!user=187→12",
                "user!=187→12",
                "-187→1",
                "score>0.9→0",
                "score >= 0.9→01",
                "score>=.9 label=1→01",
                "score!=0.9→02",
                "p<1e-0→012",
                "n=12→2",
                "n==12→2",
                "n=12|30→12",
                "label=1 category=Drama→1",
                "category=drama|sci-fi→0123",
                "category=\"Sci-Fi\" -category=horror→3",
                "\"third man\"→1",
                "-\"third man\" third→''",
                "\"alien: resurrection\"→3",
                "title=\"alien: r\"→3",
                "title:alien→03",
                "异形→03",
                "score＞0.5 label：1→01",
                "“third man”→1",
                "error<0.2→012",
                "title=alien|route user=187→03",
                "alien|third→013"
            })
    void conditionsAndWordsMustAllHold(String text, String rows) {
        assertThat(filter(text).mistakes()).isEmpty();
        assertThat(rows(text)).isEqualTo(rows);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            value = {
                "scor>0.9→UNKNOWN_FIELD→0→scor>0.9→score",
                "phone foo:bar→UNKNOWN_FIELD→6→foo:bar→''",
                "label=1 cate=x→UNKNOWN_FIELD→8→cate=x→category",
                "score>→NO_VALUE→0→score>→''",
                "n>= →NO_VALUE→0→n>=→''",
                "user=→NO_VALUE→0→user=→''",
                "score>high→NOT_A_NUMBER→0→score>high→''",
                "n>1 score>>0.4→NOT_A_NUMBER→4→score>>0.4→''",
                "n=1,200→NOT_A_NUMBER→0→n=1,200→''",
                "score>0.4.2→NOT_A_NUMBER→0→score>0.4.2→''",
                "user>5→NO_ORDER→0→user>5→''",
                "title<=a→NO_ORDER→0→title<=a→''",
                "a \"third man→UNCLOSED→2→\"third man→''",
                "title=\"third→UNCLOSED→6→\"third→''",
                ">0.5→NO_FIELD→0→>0.5→''",
                "n>1 = 3→NO_FIELD→4→=→''",
                "alien | third→LONE_BAR→6→|→''",
                "|→LONE_BAR→0→|→''",
                "label=1 ||→LONE_BAR→8→||→''"
            })
    void whatIsNotUnderstoodIsNamedWithItsPlace(String text, Mistake.Kind kind, int from, String what, String hint) {
        Mistake first = filter(text).mistakes().get(0);
        assertThat(first.kind()).isEqualTo(kind);
        assertThat(first.from()).isEqualTo(from);
        assertThat(first.text()).isEqualTo(what);
        assertThat(first.hint()).isEqualTo(hint);
        assertThatThrownBy(() -> filter(text).require()).isInstanceOfSatisfying(ProblemException.class, refused -> {
            for (Locale language : List.of(Locale.ENGLISH, Locale.CHINESE)) {
                String words = refused.problem().text(language);
                assertThat(words).contains(what, String.valueOf(from + 1)).doesNotContain("{");
            }
        });
    }

    @Test
    void theRestOfAFilterCountsBesideAMistake() {
        assertThat(rows("label=1 foo:bar score>x")).isEqualTo("01");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-",
                "!",
                "- -",
                "\"\"",
                "\"\" \"",
                "|",
                "a|b",
                "=",
                "!=",
                "::",
                "-=",
                "user=|",
                "user=\"\"",
                "\"\"\"\"",
                "a\"b\"c",
                "   ",
                "\t\n"
            })
    void nothingThatIsTypedFails(String text) {
        Filter<Integer> read = filter(text);
        assertThat(read.test().test(0)).isIn(true, false);
        for (Mistake mistake : read.mistakes()) {
            assertThat(mistake.to()).isGreaterThan(mistake.from()).isLessThanOrEqualTo(text.length());
        }
    }

    @Test
    void randomSignsAreReadToTheirEnd() {
        java.util.Random random = new java.util.Random(5);
        String signs = "ab =:!<>-\"|0.9score用户 ";
        for (int round = 0; round < 5_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(14); i >= 0; i--) {
                text.append(signs.charAt(random.nextInt(signs.length())));
            }
            Filter<Integer> read = filter(text.toString());
            assertThat(read.test().test(random.nextInt(FILMS.size()))).isIn(true, false);
            int end = 0;
            for (Term term : read.terms()) {
                assertThat(term.from()).as(text.toString()).isGreaterThanOrEqualTo(end);
                end = term.to();
            }
        }
    }

    @Test
    void conditionsOfAFieldGiveWayToOthers() {
        Filter<Integer> read = filter("alien score>0.5  label=1 p<0.9 \"a b\"");
        assertThat(read.with("score", "score>=0.2 score<0.4")).isEqualTo("alien label=1 \"a b\" score>=0.2 score<0.4");
        assertThat(read.with("label", "")).isEqualTo("alien score>0.5 p<0.9 \"a b\"");
        assertThat(read.with("n", "n>3")).endsWith("\"a b\" n>3");
    }

    @Test
    void whatIsBegunIsGoneOnWith() {
        Suggestions suggestions = new Suggestions(
                COLUMNS.fields(),
                field -> field.equals("category") ? List.of("Drama", "Sci-Fi", "Film Noir") : List.of());
        assertThat(suggestions.at("sc", 2))
                .extracting(Suggestions.Suggestion::text)
                .contains("score>", "category=Sci-Fi");
        assertThat(suggestions.at("label=1 category=f", 18))
                .extracting(each -> each.in("label=1 category=f"))
                .containsExactly("label=1 category=Sci-Fi", "label=1 category=\"Film Noir\"");
        assertThat(suggestions.at("category=Drama|no", 17))
                .extracting(each -> each.in("category=Drama|no"))
                .containsExactly("category=Drama|\"Film Noir\"");
        assertThat(suggestions.at("category=\"film n", 16))
                .extracting(each -> each.in("category=\"film n"))
                .containsExactly("category=\"Film Noir\"");
        assertThat(suggestions.at("-ca", 3)).extracting(each -> each.in("-ca")).contains("-category=");
        assertThat(suggestions.at("label=1 ", 8)).isEmpty();
    }
}
