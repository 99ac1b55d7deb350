package dev.interestlens.workspace.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.RawBatch;
import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.synth.PlayLaw;
import dev.interestlens.data.synth.PlaySettings;
import dev.interestlens.explain.Explainer;
import dev.interestlens.explain.effect.Effects;
import dev.interestlens.explain.effect.EffectsOfMany;
import dev.interestlens.explain.look.Impression;
import dev.interestlens.explain.look.Impressions;
import dev.interestlens.explain.look.LookReader;
import dev.interestlens.store.Disk;
import dev.interestlens.store.Json;
import dev.interestlens.train.TrainingControl;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.workspace.OpenRun;
import dev.interestlens.workspace.RunLabels;
import dev.interestlens.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The film of a training, and what becomes of its run. */
@Tag("thorough")
class PlaygroundTest {
    private static final double EQUAL = 1e-4;

    @TempDir
    private Path folder;

    /** The film of the first frames, and the run when it stopped there. */
    private static RunFolder begin(Playground ground, PlaySetup setup, int frames, List<PlayFilm> films) {
        AtomicInteger seen = new AtomicInteger();
        TrainingControl control = () -> seen.get() >= frames ? TrainingControl.Wish.STOP : TrainingControl.Wish.GO_ON;
        return ground.train(setup, control, film -> {
            seen.set(film.frames().size());
            films.add(film);
        });
    }

    private static PlayFilm film(PlaySetup setup) {
        List<PlayFilm> films = new ArrayList<>();
        try (Playground ground = Playground.of(setup.shop())) {
            begin(ground, setup, 12, films);
        }
        return films.get(films.size() - 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"din", "dien", "bst", "pool"})
    void theSameSwitchesShowTheSameFilm(String family) {
        PlaySetup setup = PlaySetup.of(PlayLaw.LAST, family);
        PlayFilm one = film(setup);
        PlayFilm two = film(setup);
        assertThat(one.frames()).hasSize(12);
        Json.write(Disk.real(), folder.resolve("one"), one.frames());
        Json.write(Disk.real(), folder.resolve("two"), two.frames());
        assertThat(folder.resolve("two")).hasSameBinaryContentAs(folder.resolve("one"));
        assertThat(film(setup.withSeed(2)).frames().get(5).auc())
                .isNotEqualTo(one.frames().get(5).auc());
    }

    @Test
    void aFilmThatIsStoppedHasNoFurtherFrames() {
        PlaySetup setup = PlaySetup.of(PlayLaw.DRIFT, "din");
        List<PlayFilm> films = new ArrayList<>();
        try (Playground ground = Playground.of(setup.shop())) {
            begin(ground, setup, 3, films);
        }
        assertThat(films.get(films.size() - 1).frames()).hasSize(3);
        assertThat(films.get(films.size() - 1).ended()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"din", "dien", "bst"})
    void whatIsMeasuredAtOnceIsWhatIsMeasuredOneByOne(String family) {
        PlaySetup setup = PlaySetup.of(PlayLaw.LAST, family);
        Workspace workspace = new Workspace(folder).create(Disk.real());
        RunFolder kept;
        PlayFilm film;
        try (Playground ground = Playground.of(setup.shop())) {
            List<PlayFilm> films = new ArrayList<>();
            RunFolder run = begin(ground, setup, 10, films);
            film = films.get(films.size() - 1);
            kept = ground.keep(Disk.real(), run, workspace, RunLabels.NONE);
        }
        try (OpenRun open = OpenRun.best(kept)) {
            int[] rows = {0, 1, 2, 3};
            RawBatch batch = open.samples().batch(Part.TEST, rows);
            double[][] effects = EffectsOfMany.of(open.model(), batch);
            double[][] looks = LookReader.looks(open.model().traces(batch), batch);
            Explainer explainer = new Explainer(open.model(), Optional.empty());
            for (int row : rows) {
                Impression impression = new Impressions(open.samples()).alone(Part.TEST, row);
                assertThat(effects[row])
                        .containsExactly(Effects.of(open.model(), impression).effect(), within(EQUAL));
                assertThat(looks[row])
                        .containsExactly(explainer.look(impression).look(), within(EQUAL));
            }
        }
        assertThat(film.persons()).hasSize(4);
        assertThat(film.choices()).isEqualTo(500);
        assertThat(film.ceiling()).isBetween(.93, .97);
    }

    @Test
    void aKeptRunStaysWhenThePlaygroundIsGone() {
        PlaySetup setup = PlaySetup.of(PlayLaw.PAIR, "pool");
        Workspace workspace = new Workspace(folder).create(Disk.real());
        RunFolder temporary;
        RunFolder kept;
        try (Playground ground = Playground.of(setup.shop())) {
            temporary = begin(ground, setup, 4, new ArrayList<>());
            kept = ground.keep(Disk.real(), temporary, workspace, RunLabels.NONE);
        }
        assertThat(Files.exists(temporary.path())).isFalse();
        assertThat(workspace.listRuns()).singleElement().matches(run -> run.hasModel());
        assertThat(workspace.listDatasets()).containsExactly(kept.read().dataset());
        try (PreparedDataset data = kept.read().openDataset()) {
            assertThat(data.users()).isEqualTo(PlaySettings.of(PlayLaw.PAIR, 1).customers());
        }
    }
}
