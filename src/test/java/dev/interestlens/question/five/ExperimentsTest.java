package dev.interestlens.question.five;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interestlens.data.source.Progress;
import dev.interestlens.question.Answer;
import dev.interestlens.question.Experiment;
import dev.interestlens.question.Lab;
import dev.interestlens.question.Settings;
import dev.interestlens.store.Problem;
import dev.interestlens.store.ProblemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every experiment from its log to its sentences, as small as can be. */
@Tag("thorough")
class ExperimentsTest {
    private static final List<String> TINY = List.of(
            "training.objective=bce",
            "training.itemEmbeddingsFrom=",
            "training.epochs=1",
            "training.metric=auc",
            "training.threads=1",
            "model.embeddingSize=4",
            "model.head.hidden=8",
            "data.protocol.history.maxLength=10");

    private static final FamilyTraining ALIKE = new FamilyTraining(TINY, Map.of());

    private static final LongHistories.Size LENGTHS =
            new LongHistories.Size(20, 8, 60, 40, 2, 1, 64, 4, List.of(20, 60));
    private static final FamilyChoice.Size FAMILIES = new FamilyChoice.Size(30, 2, ALIKE);
    private static final SeveralInterests.Size INTERESTS = new SeveralInterests.Size(240, 30, 2, TINY);

    private final ExecutorService loader = Executors.newSingleThreadExecutor();

    @TempDir
    Path folder;

    @AfterEach
    void end() {
        loader.shutdown();
    }

    /** How far it was, and that it never went back. */
    private static final class Watched implements Progress {
        private double reached;

        @Override
        public void at(String stage, double fraction) {
            assertThat(stage).isIn("prepare", "train", "measure", "explain", "time");
            assertThat(fraction).isBetween(0.0, 1.0);
            reached = Math.max(reached, fraction);
        }

        @Override
        public boolean cancelled() {
            return false;
        }
    }

    static Stream<Experiment<?>> tiny() {
        return Stream.of(
                new FamilyChoice(new Sizes<>(FAMILIES, FAMILIES)),
                new LongHistories(new Sizes<>(LENGTHS, LENGTHS)),
                new Telling(60, ALIKE),
                new SeveralInterests(new Sizes<>(INTERESTS, INTERESTS)),
                new Milliseconds(40, 5, List.of(5), ALIKE));
    }

    private static Settings small(Experiment<?> experiment) {
        Settings settings = Settings.usual(experiment.controls()).withSeed(3);
        return switch (experiment.number()) {
            case 1 -> settings.with(experiment.controls(), "log=bag");
            case 3 -> settings.with(experiment.controls(), "model=din").with(experiment.controls(), "predictions=50");
            case 5 -> settings.with(experiment.controls(), "candidates=10");
            default -> settings;
        };
    }

    @ParameterizedTest
    @MethodSource("tiny")
    void itIsMeasuredToItsEndAndCanBeKept(Experiment<?> experiment) {
        measure(experiment);
    }

    private <R> void measure(Experiment<R> experiment) {
        Watched watched = new Watched();
        Settings settings = small(experiment);

        R result = experiment.run(settings, new Lab(folder, loader, watched));

        assertThat(watched.reached).isGreaterThan(.8);
        Answer<R> answer = Answer.measured(experiment, settings, 1, result);
        assertThat(answer.conclusion()).hasSizeGreaterThan(1).allSatisfy(said -> assertThat(said.en())
                .doesNotContain("{"));
        assertThat(answer.panels()).isNotEmpty();
        assertThat(Answer.of(experiment, answer.kept(), Answer.Origin.HERE).conclusion())
                .isEqualTo(answer.conclusion());
    }

    @Test
    void whoCancelsIsObeyed() {
        Progress cancelled = new Progress() {
            @Override
            public void at(String stage, double fraction) {}

            @Override
            public boolean cancelled() {
                return true;
            }
        };
        Experiment<?> experiment = new Telling(60, ALIKE);

        assertThatThrownBy(() -> experiment.run(small(experiment), new Lab(folder, loader, cancelled)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.problem().kind()).isEqualTo(Problem.Kind.CANCELLED));
    }
}
