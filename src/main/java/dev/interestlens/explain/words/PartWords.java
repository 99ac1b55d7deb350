package dev.interestlens.explain.words;

import dev.interestlens.model.FieldToken;
import dev.interestlens.model.ScorePart;
import dev.interestlens.model.ScorePart.Kind;
import java.util.Map;

/** The words for what attention reads: parts of a behaviour, and fields that stand beside them. */
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
        return part.kind() == Kind.FIELD && isOurs(part.field()) ? part.field() : Wording.key(part.kind());
    }

    /** A field that stands in the sequence: "candidate category". */
    public static Text token(FieldToken token) {
        String field = token.field().name();
        return token.ofCandidate() && isOurs(field)
                ? Wording.of("token.candidate." + field)
                : Wording.of("token." + Wording.key(token.side()), Map.of("name", Text.same(field)));
    }

    /** Whether a field of an item has a name of ours; others have that of the data. */
    private static boolean isOurs(String field) {
        return field.equals("item") || field.equals("category");
    }
}
