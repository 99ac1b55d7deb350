package dev.interestlens.explain.sentence;

import dev.interestlens.explain.reason.Reasons;
import dev.interestlens.explain.words.PartWords;
import dev.interestlens.explain.words.Wording;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Adds to a sentence that names what the model looked at why it looked there: a part of these behaviours, where it gives more than half of the
 * differences of scores over the history, and of what sets them apart. It is the reason of what goes through attention alone: where nothing of the
 * change does, it is not said, and where what followed what has its part in it, it says so.
 */
public final class ReasonWords {
    private static final double HALF = 0.5;

    private ReasonWords() {}

    /** The sentence, with a further one where one part is the reason. */
    public static Sentence added(Sentence said, Reasons reasons) {
        boolean named = said.named().containsAll(said.looked());
        boolean silent = said.looked().isEmpty() || named && !said.table().isLooked();
        OptionalInt part = silent ? OptionalInt.empty() : leading(said, reasons);
        if (part.isEmpty()) {
            return said;
        }
        boolean several = said.looked().size() > 1;
        return said.with(Wording.of(
                named && said.table().isSaid() ? "sentence.looks.part" : "sentence.looks",
                Map.of(
                        "them", Wording.of(several ? "them.many" : "them.one"),
                        "part", PartWords.reason(reasons.parts().get(part.getAsInt()), several))));
    }

    private static OptionalInt leading(Sentence said, Reasons reasons) {
        double[] shares = reasons.shares();
        double[] lifts = reasons.lifts(said.looked());
        return IntStream.range(0, shares.length)
                .filter(p -> shares[p] > HALF && lifts[p] > HALF)
                .findFirst();
    }
}
