package dev.interestlens.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SurfaceTest {
    private static final Letters TEN = new Letters(10, Letters.Cut.REGULAR);

    private final Recorder surface = new Recorder(Locale.ENGLISH, Locale.CHINESE);

    @Test
    void linesBreakAtSpacesAndBetweenIdeographsButNotBeforeClosingMarks() {
        assertThat(lines("one two three", 45)).containsExactly("one two", "three");
        assertThat(lines("得分主要是因为", 40)).containsExactly("得分主要", "是因为");
        assertThat(lines("得分降低（实测）。", 80)).containsExactly("得分降低（实", "测）。");
    }

    @Test
    void titlesThatBeginAlikeAreCutToTextsThatDiffer() {
        List<String> cut = List.of("O Último Laboratório #3 Névoa", "O Último Laboratório #4 Maré").stream()
                .map(title -> surface.fit(title, TEN, 50))
                .toList();
        assertThat(cut).containsExactly("O Úl...voa", "O Úl...aré");
    }

    @Test
    void namesThatDifferInTheMiddleAloneShowWhereTheyDiffer() {
        List<Phrase> names =
                List.of("O Último Laboratório #3 ao vivo", "O Último Laboratório #4 ao vivo", "Outro").stream()
                        .map(Phrase::same)
                        .toList();
        assertThat(surface.fit(names.get(0), TEN, 60).in(Locale.ENGLISH))
                .isEqualTo(surface.fit(names.get(1), TEN, 60).in(Locale.ENGLISH));
        assertThat(IntStream.range(0, 3)
                        .mapToObj(i -> surface.fit(names, i, TEN, 60).in(Locale.ENGLISH)))
                .containsExactly("...#3 ao...", "...#4 ao...", "Outro");
        assertThat(surface.fit(names, 0, TEN, 100).in(Locale.ENGLISH)).isEqualTo("O Último...3 ao vivo");
    }

    @Test
    void whatDoesNotFitHasDotsInTheMiddleAndNeverHalfASign() {
        assertThat(surface.fit("abc", TEN, 15)).isEqualTo("abc");
        assertThat(surface.fit("\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00", TEN, 36))
                .isEqualTo("\uD83D\uDE00...\uD83D\uDE00");
        assertThat(surface.fit("abc", TEN, 5)).isEmpty();
    }

    @Test
    void wordsAreAsWideAsInTheLanguageInWhichTheyAreWidest() {
        Phrase words = language -> language.getLanguage().equals("zh") ? "关注" : "Look";
        assertThat(surface.width(words, TEN)).isEqualTo(20);
        assertThat(surface.lines(words, TEN, 10)).hasSize(2);
    }

    private List<String> lines(String text, double room) {
        return surface.lines(Phrase.same(text), TEN, room).stream()
                .map(line -> line.in(Locale.ENGLISH))
                .toList();
    }
}
