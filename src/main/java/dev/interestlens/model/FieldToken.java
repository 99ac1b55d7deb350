package dev.interestlens.model;

import dev.interestlens.data.Field;
import dev.interestlens.data.Schema;
import dev.interestlens.store.EnumNames;
import java.util.ArrayList;
import java.util.List;

/**
 * A field that stands in a sequence as a token of its own.
 *
 * @param side whose field it is
 * @param field of the schema
 */
public record FieldToken(Side side, Field field) {
    /** Whose field. */
    public enum Side {
        USER,
        CONTEXT,
        CANDIDATE
    }

    /** All fields, in the order of their embeddings: the user's, the context's, the candidate's, of each first the ids, then the numbers. */
    public static List<FieldToken> of(Schema schema) {
        List<FieldToken> tokens = new ArrayList<>();
        add(tokens, Side.USER, schema.categoricalUserFields(), schema.userNumbers());
        add(tokens, Side.CONTEXT, schema.categoricalContextFields(), schema.contextNumbers());
        add(tokens, Side.CANDIDATE, schema.categoricalItemFields(), schema.itemNumbers());
        return tokens;
    }

    private static void add(List<FieldToken> tokens, Side side, List<Field> ids, List<Field> numbers) {
        ids.forEach(field -> tokens.add(new FieldToken(side, field)));
        numbers.forEach(field -> tokens.add(new FieldToken(side, field)));
    }

    /** Unique among the fields of a schema. */
    public String id() {
        return EnumNames.lower(side) + "_" + field.name();
    }

    /** Whether it is one of the candidate. */
    public boolean ofCandidate() {
        return side == Side.CANDIDATE;
    }
}
