package dev.interestlens.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The library, on the run that travels inside the program. */
class RunTest {
    private static final History MADE = History.ofItems(List.of("i0001", "i0002", "i0003"));

    @TempDir
    static Path folder;

    private static Run run;

    @BeforeAll
    static void open() {
        run = Run.bundled(folder);
    }

    @AfterAll
    static void close() {
        run.close();
    }

    @Test
    void aRunSaysWhatItIs() {
        RunInfo info = run.info();
        assertThat(info.model()).isEqualTo("din");
        assertThat(info.items()).isPositive();
        assertThat(info.epoch()).isPositive();
        assertThat(info.validation().get("auc")).isBetween(0.5, 1.0);
    }

    @Test
    void aScoreIsThatOfTheList() {
        History user = History.beforeTestEvent("u0000");
        RecommendationList list = run.recommend(user, RecommendOptions.top(5));
        List<String> keys = list.items().stream().map(each -> each.item().key()).toList();
        List<Score> scores = run.score(user, keys);
        for (int i = 0; i < keys.size(); i++) {
            assertThat(scores.get(i).item()).isEqualTo(list.items().get(i).item());
            assertThat(scores.get(i).logit()).isCloseTo(list.items().get(i).logit(), within(1e-4));
            assertThat(scores.get(i).known()).isTrue();
        }
        assertThat(list.trueItem()).isPresent();
        assertThat(list.sentence()).isEmpty();
    }

    @Test
    void anExplanationIsOfTheSameScoreAndHistory() {
        Explanation why = run.explain(MADE, "i0004");
        assertThat(why.score().logit())
                .isCloseTo(run.score(MADE, List.of("i0004")).get(0).logit(), within(1e-4));
        assertThat(why.history().stream().map(each -> each.item().key())).isEqualTo(MADE.items());
        assertThat(why.history()).allMatch(each -> each.read() && each.time().isEmpty());
        assertThat(why.history().stream().mapToDouble(Behaviour::effect).toArray())
                .isNotEqualTo(new double[3]);
        assertThat(why.sentence().in(Locale.CHINESE)).containsPattern("\\p{IsHan}");
        assertThat(run.explain(History.ofUser("u0000"), "i0004").history())
                .allMatch(each -> each.time().isPresent());
    }

    @Test
    void optionsChangeTheList() {
        RecommendationList list = run.recommend(
                History.ofUser("u0000"),
                RecommendOptions.top(4)
                        .withReasons()
                        .withSeen()
                        .withDiversity(.3)
                        .inCategories(Set.of("headlamp")));
        assertThat(list.items())
                .hasSize(4)
                .allMatch(each -> each.item().category().equals("Headlamp"));
        assertThat(list.sentence()).isPresent();
        assertThat(list.trueItem()).isEmpty();
        assertThat(run.recommend(History.ofItems(List.of()), RecommendOptions.top(3))
                        .items())
                .as("of an empty history")
                .hasSize(3);
    }

    @Test
    void whatIsNotThereIsNamed() {
        assertThatThrownBy(() -> run.score(History.ofUser("nobody"), List.of("i0001")))
                .isInstanceOf(LensException.class)
                .hasMessageContaining("nobody")
                .extracting(e -> ((LensException) e).kind())
                .isEqualTo(LensException.Kind.REQUEST);
        assertThatThrownBy(() -> run.explain(MADE, "nothing")).hasMessageContaining("nothing");
        assertThatThrownBy(() -> run.recommend(MADE, RecommendOptions.top(1).inCategories(Set.of("Nonsense"))))
                .hasMessageContaining("Nonsense")
                .extracting(e -> ((LensException) e).message(Locale.CHINESE))
                .asString()
                .containsPattern("\\p{IsHan}");
        assertThatThrownBy(() -> Run.open(folder.resolve("none"))).isInstanceOf(LensException.class);
        assertThatIllegalArgumentException().isThrownBy(() -> RecommendOptions.top(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new History(Optional.empty(), List.of(), true));
    }

    @Test
    void aRunThatIsOpenedAgainIsTheSame() throws IOException {
        Path path;
        try (Stream<Path> runs = Files.list(folder.resolve("runs"))) {
            path = runs.findFirst().orElseThrow();
        }
        Run again = Run.open(path);
        try (again) {
            assertThat(again.score(MADE, List.of("i0004"))).isEqualTo(run.score(MADE, List.of("i0004")));
            assertThat(again.score(MADE, List.of())).isEmpty();
        }
        again.close();
        assertThatIllegalStateException().isThrownBy(again::info);
    }
}
