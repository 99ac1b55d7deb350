package dev.interestlens.workspace.play;

import dev.interestlens.data.synth.PlayLaw;
import java.util.List;

/**
 * A lesson: what to set, and what to change then. What it says was measured with five seeds.
 *
 * @param id of its words
 * @param first the setup that it begins with
 * @param then the setup that is compared with it
 */
public record PlayLesson(String id, PlaySetup first, PlaySetup then) {
    /** All, in the order of learning. */
    public static List<PlayLesson> all() {
        PlaySetup last = PlaySetup.of(PlayLaw.LAST, "din");
        PlaySetup longAgo = PlaySetup.of(PlayLaw.LONG_AGO, "din");
        PlaySetup pair = PlaySetup.of(PlayLaw.PAIR, "din");
        PlaySetup drift = PlaySetup.of(PlayLaw.DRIFT, "din");
        return List.of(
                new PlayLesson("mean", last.withFamily("pool"), last),
                new PlayLesson("position", last.with("model.position", "none"), last),
                new PlayLesson("match", longAgo.with("model.unit.inputs", "concat"), longAgo),
                new PlayLesson(
                        "count",
                        pair.withFamily("bst").with("model.encoder.heads", "4"),
                        pair.with("model.normalisation", "none")),
                new PlayLesson("elsewhere", drift, drift.withFamily("dien")),
                new PlayLesson("nothing", last, last.withLaw(PlayLaw.NOTHING)));
    }
}
