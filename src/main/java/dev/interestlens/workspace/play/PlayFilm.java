package dev.interestlens.workspace.play;

import dev.interestlens.data.synth.PlayHistory;
import java.util.ArrayList;
import java.util.List;

/**
 * What was seen so far of one setup.
 *
 * @param persons whose attention is shown
 * @param choices number of choices by which the shares are measured; 0 until the shop is prepared
 * @param ceiling AUC of the law itself on the test part; NaN until then
 * @param frames oldest first
 * @param ended whether there are no more to come
 */
public record PlayFilm(
        PlaySetup setup,
        List<PlayHistory> persons,
        int choices,
        double ceiling,
        List<PlayFrame> frames,
        boolean ended) {
    public PlayFilm {
        persons = List.copyOf(persons);
        frames = List.copyOf(frames);
    }

    PlayFilm with(PlayFrame frame) {
        List<PlayFrame> more = new ArrayList<>(frames);
        more.add(frame);
        return new PlayFilm(setup, persons, choices, ceiling, more, false);
    }

    PlayFilm end() {
        return new PlayFilm(setup, persons, choices, ceiling, frames, true);
    }
}
