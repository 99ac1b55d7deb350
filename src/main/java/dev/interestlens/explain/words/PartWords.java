package dev.interestlens.explain.words;

import dev.interestlens.model.ScorePart;
import dev.interestlens.model.ScorePart.Kind;
import java.util.Map;

/** The words for parts of a behaviour that attention reads. */
public final class PartWords {
    private PartWords() {}

    /** As a label: a noun. */
    public static Text label(ScorePart part) {
        return Wording.of("part." + key(part), Map.of("field", Text.same(part.field())));
    }

    /** As a reason for looking at one or at several behaviours: "its category". */
    public static Text reason(ScorePart part, boolean several) {
        return Wording.of(
                "part." + key(part) + (several ? ".of.many" : ".of.one"), Map.of("field", Text.same(part.field())));
    }

    private static String key(ScorePart part) {
        boolean known = part.kind() == Kind.FIELD
                && (part.field().equals("item") || part.field().equals("category"));
        return known ? part.field() : Wording.key(part.kind());
    }
}
