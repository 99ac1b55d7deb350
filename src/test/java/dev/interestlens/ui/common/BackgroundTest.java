package dev.interestlens.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class BackgroundTest {
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private final ErrorPresenter errors = new ErrorPresenter();
    private final Background background =
            new Background(waiting::add, waiting::add, waiting::add, Runnable::run, errors);
    private final LatestRequest place = new LatestRequest();
    private final List<String> arrived = new ArrayList<>();

    @Test
    void onlyTheNewestRequestArrives() {
        background.run(Background.Lane.LOADER, place, ticket -> "old", arrived::add);
        background.run(Background.Lane.LOADER, place, ticket -> "new", arrived::add);
        waiting.forEach(Runnable::run);
        assertThat(arrived).containsExactly("new");
    }

    @Test
    void otherPlacesDoNotDisturb() {
        background.run(Background.Lane.LOADER, place, ticket -> "one", arrived::add);
        background.run(Background.Lane.ENGINE, new LatestRequest(), ticket -> "two", arrived::add);
        waiting.forEach(Runnable::run);
        assertThat(arrived).containsExactly("one", "two");
    }

    @Test
    void whatIsMadeInAdvanceWaitsForWhatSomebodyWaitsFor() {
        background.run(Background.Lane.ENGINE_WHEN_IDLE, place, ticket -> "in advance", arrived::add);
        background.run(Background.Lane.ENGINE, new LatestRequest(), ticket -> "asked for", arrived::add);
        while (!waiting.isEmpty()) {
            waiting.poll().run();
        }
        assertThat(arrived).containsExactly("asked for", "in advance");
    }

    @Test
    void aFailureIsShownOnceInWords() {
        background.run(
                Background.Lane.LOADER,
                place,
                ticket -> {
                    throw new IllegalStateException("no");
                },
                never -> arrived.add("never"));
        waiting.forEach(Runnable::run);
        assertThat(errors.shownProperty().get().key()).isEqualTo("unexpected");
        assertThat(errors.count().get()).isEqualTo(1);
    }

    @Test
    void theFailureOfAStaleRequestIsNobodysBusiness() {
        background.run(
                Background.Lane.LOADER,
                place,
                ticket -> {
                    place.forget();
                    throw new IllegalStateException("no");
                },
                never -> arrived.add("never"));
        waiting.forEach(Runnable::run);
        assertThat(errors.count().get()).isZero();
    }

    @Test
    void aLibraryThatIsMissingIsAFailureLikeAnother() {
        background.run(
                Background.Lane.ENGINE,
                place,
                ticket -> {
                    throw new UnsatisfiedLinkError("torch");
                },
                never -> arrived.add("never"));
        waiting.forEach(Runnable::run);
        assertThat(arrived).isEmpty();
        assertThat(errors.count().get()).isEqualTo(1);
    }

    @Test
    void whatIsComputedIsCountedUntilItIsAnswered() {
        background.run(Background.Lane.ENGINE, place, ticket -> "old", arrived::add);
        background.run(Background.Lane.COUNTER, place, ticket -> "new", arrived::add);
        background.run(Background.Lane.LOADER, new LatestRequest(), ticket -> "file", arrived::add);
        assertThat(background.underWayProperty().get()).isEqualTo(2);
        waiting.forEach(Runnable::run);
        assertThat(background.underWayProperty().get()).isZero();
    }
}
