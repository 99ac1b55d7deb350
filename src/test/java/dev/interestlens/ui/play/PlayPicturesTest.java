package dev.interestlens.ui.play;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.data.synth.PlayLaw;
import dev.interestlens.figure.XySeries;
import dev.interestlens.figure.data.AttentionStripData;
import dev.interestlens.ui.common.Language;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.workspace.play.PlayFilm;
import dev.interestlens.workspace.play.PlayFrame;
import dev.interestlens.workspace.play.PlaySetup;
import dev.interestlens.workspace.play.PlaySwitch;
import dev.interestlens.workspace.play.Playground;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlayPicturesTest {
    private final Messages messages = new Messages(Language.ENGLISH);
    private final PlayPictures pictures = new PlayPictures(messages);
    private final PlayWords words = new PlayWords(messages);

    @TempDir
    private Path folder;

    private static PlayFilm film(PlayLaw law, long... steps) {
        PlaySetup setup = PlaySetup.of(law, "din");
        List<PlayFrame> frames = Stream.of(steps)
                .flatMap(all -> Arrays.stream(all).boxed())
                .map(step -> new PlayFrame(
                        step,
                        List.of(look(step), look(step), look(step), look(step)),
                        new double[4],
                        .25,
                        step == 30 ? Double.NaN : .75,
                        .5 + step / 1000.0))
                .toList();
        return new PlayFilm(setup, Playground.persons(setup.shop()), 500, .95, frames, false);
    }

    private static double[] look(long step) {
        double[] look = new double[12];
        look[11] = step;
        return look;
    }

    @Test
    void aStripKeepsSomeRowsAndTheNewestAndNeverMoreThanItsRoom() {
        AttentionStripData early = pictures.strip(film(PlayLaw.LAST, 0, 2, 4), 0);
        assertThat(early.moments()).extracting(each -> each.in(Locale.ENGLISH)).containsExactly("0", "4");
        AttentionStripData late = pictures.strip(film(PlayLaw.LAST, 0, 20, 30, 60, 120, 300, 700), 0);
        assertThat(late.moments()).hasSize(PlayPictures.ROWS);
        assertThat(late.weights().get(5)[11]).isEqualTo(700);
        assertThat(late.causes()).hasSize(1);
    }

    @Test
    void aCurveLeavesOutWhatWasNotMeasuredAndTheFormerOneIsGrey() {
        PlayFilm now = film(PlayLaw.LAST, 0, 30, 60);
        List<XySeries> lines = pictures.found(now, now).series();
        assertThat(lines).extracting(XySeries::style).containsExactly(XySeries.MUTED, 0, 1);
        assertThat(lines.get(1).x()).containsExactly(0, 30, 60);
        assertThat(lines.get(2).x()).containsExactly(0, 60);
        assertThat(pictures.auc(now, null).series().get(1).y()).containsOnly(.95);
    }

    @Test
    void theSentenceSaysWhatIsFoundAndThatNothingCanBe() {
        assertThat(words.sentence(film(PlayLaw.LAST))).contains("nothing yet");
        assertThat(words.sentence(film(PlayLaw.LAST, 0, 30)))
                .contains("30 steps", "25\u00a0%", "75\u00a0%", "0.53", "0.95");
        assertThat(words.sentence(film(PlayLaw.NOTHING, 0, 60)))
                .contains("nothing was planted")
                .doesNotContain("%");
    }

    @Test
    void everySwitchAndChoiceHasWordsInBothLanguages() {
        for (Language language : Language.values()) {
            messages.language().set(language);
            for (String family : PlaySetup.FAMILIES) {
                PlaySetup setup = PlaySetup.of(PlayLaw.LAST, family);
                for (PlaySwitch each : PlaySwitch.ofFamily(family)) {
                    assertThat(words.name(setup, each)).isNotEqualTo(each.field());
                    assertThat(each.choices().stream().map(value -> words.choice(setup, each, value)))
                            .doesNotHaveDuplicates();
                }
            }
        }
    }

    @Test
    void aFilmIsSavedAsFilesBesideAnEarlierOne() throws Exception {
        PlayFilm film = film(PlayLaw.PAIR, 0, 30);
        FilmFiles files = new FilmFiles(messages);
        files.write(folder, film, null);
        Path second = files.write(folder, film, film).getParent();
        assertThat(second).hasFileName("playground-din-pair-2");
        try (Stream<Path> all = Files.list(second)) {
            assertThat(all.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "frame-001.png", "frame-002.png", "found.svg", "found.csv", "auc.svg", "auc.csv");
        }
        assertThat(folder.resolve("playground-din-pair/frame-002.png"))
                .hasSameBinaryContentAs(second.resolve("frame-002.png"));
        assertThat(second.resolve("auc.csv")).content().contains("0.53");
    }
}
