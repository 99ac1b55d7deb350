package dev.interestlens.workspace.play;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.data.synth.PlaySettings;
import dev.interestlens.train.TrainingControl;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What each lesson says, with the seed that it sets; the intervals over five seeds are among the results. */
@Tag("thorough")
class PlayLessonTest {
    private static final double COIN = .58;
    private static final double NEAR = .03;

    private static final Map<PlaySetup, PlayFilm> SEEN = new HashMap<>();

    @AfterAll
    static void forget() {
        SEEN.clear();
    }

    private static PlayLesson lesson(String id) {
        return PlayLesson.all().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static PlayFilm film(PlaySetup setup) {
        return SEEN.computeIfAbsent(setup, PlayLessonTest::train);
    }

    private static PlayFilm train(PlaySetup setup) {
        PlayFilm[] last = new PlayFilm[1];
        PlaySettings shop = setup.shop();
        try (Playground ground = Playground.of(shop)) {
            ground.train(setup, TrainingControl.none(), film -> last[0] = film);
        }
        return last[0];
    }

    private static PlayFrame end(PlayFilm film) {
        return film.frames().get(film.frames().size() - 1);
    }

    private static double auc(PlaySetup setup) {
        return end(film(setup)).auc();
    }

    private static double effect(PlaySetup setup) {
        return film(setup).frames().stream()
                .mapToDouble(PlayFrame::foundByEffect)
                .filter(value -> !Double.isNaN(value))
                .reduce(0, (before, now) -> now);
    }

    /** The greatest weight, as a mean over the persons. */
    private static double sharpness(PlaySetup setup) {
        return end(film(setup)).looks().stream()
                .mapToDouble(look -> Arrays.stream(look).max().orElseThrow())
                .average()
                .orElseThrow();
    }

    @Test
    void theMeanStaysACoinWhereAttentionFindsTheCause() {
        PlayLesson lesson = lesson("mean");
        assertThat(auc(lesson.first())).isLessThan(COIN);
        assertThat(auc(lesson.then())).isGreaterThan(film(lesson.then()).ceiling() - NEAR);
        assertThat(end(film(lesson.then())).foundByLook()).isGreaterThan(.8);
    }

    @Test
    void withoutAPositionAttentionStaysEvenAndTheAucACoins() {
        PlayLesson lesson = lesson("position");
        assertThat(auc(lesson.first())).isLessThan(COIN);
        assertThat(sharpness(lesson.first())).isLessThan(.25);
        assertThat(sharpness(lesson.then())).isGreaterThan(.6);
    }

    @Test
    void comparingMakesAttentionSharpAndTheAucNoBetter() {
        PlayLesson lesson = lesson("match");
        assertThat(auc(lesson.first())).isBetween(auc(lesson.then()) - NEAR, auc(lesson.then()) + NEAR);
        assertThat(sharpness(lesson.first())).isLessThan(sharpness(lesson.then()) - .1);
        assertThat(sharpness(lesson.then())).isGreaterThan(.9);
    }

    @Test
    void weightsThatSumToOneDoNotCountWhatTheyFind() {
        PlayLesson lesson = lesson("count");
        for (PlaySetup each : List.of(lesson.first(), lesson.then())) {
            assertThat(effect(each)).isGreaterThan(.9);
            assertThat(end(film(each)).foundByLook()).isGreaterThan(.9);
        }
        assertThat(auc(lesson.first())).isLessThan(film(lesson.first()).ceiling() - .1);
        assertThat(auc(lesson.then())).isGreaterThan(film(lesson.then()).ceiling() - NEAR);
    }

    @Test
    void aModelMayBeRightAndLookElsewhere() {
        PlayLesson lesson = lesson("elsewhere");
        for (PlaySetup each : List.of(lesson.first(), lesson.then())) {
            assertThat(auc(each)).isGreaterThan(film(each).ceiling() - NEAR);
        }
        assertThat(end(film(lesson.first())).foundByLook()).isBetween(.3, .7);
        assertThat(effect(lesson.first())).isBetween(.3, .7);
        assertThat(end(film(lesson.then())).foundByLook()).isLessThan(.3);
        assertThat(effect(lesson.then())).isLessThan(.3);
        for (PlaySetup each : List.of(lesson.first(), lesson.then())) {
            PlaySetup next = each.withSeed(2);
            assertThat(auc(next)).isGreaterThan(film(next).ceiling() - NEAR);
            assertThat(end(film(next)).foundByLook()).isGreaterThan(.9);
        }
    }

    @Test
    void attentionIsNotEvenWhereNothingDecides() {
        PlayLesson lesson = lesson("nothing");
        assertThat(auc(lesson.then())).isBetween(1 - COIN, COIN);
        assertThat(sharpness(lesson.then())).isGreaterThan(1.5 / PlaySettings.LENGTH);
        assertThat(end(film(lesson.then())).foundByLook()).isNaN();
    }
}
