package dev.interestlens.explain.look;

import dev.interestlens.explain.words.Text;
import dev.interestlens.explain.words.Wording;
import java.util.Map;

/** Texts about the meaning of Look. */
public final class LookWords {
    private LookWords() {}

    /** What Look means for a model. */
    public static Text of(LookKind kind) {
        return Wording.of("look." + Wording.key(kind));
    }

    /** The same for one Look, with the share outside the history. */
    public static Text of(LookResult looked) {
        return looked.kind().hasRest() && looked.look().length > 0
                ? Wording.of(
                        "look." + Wording.key(looked.kind()) + ".rest",
                        Map.of("look", of(looked.kind()), "rest", Wording.share(1 - looked.onHistory())))
                : of(looked.kind());
    }

    /** What Look means, and the value of an even share. */
    public static Text help(LookResult looked) {
        double even = looked.even();
        return Wording.of(
                Double.isNaN(even) ? "look.help.raw" : "look.help",
                Map.of("kind", of(looked), "even", Wording.number(even, 3)));
    }
}
