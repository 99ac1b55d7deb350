package dev.interestlens.data;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;

/**
 * One property of an item, a user or a context.
 *
 * @param name unique within its group, for instance {@code item}, {@code category}, {@code age}
 * @param kind a set of ids or a number
 * @param size number of ids including padding (0) and unknown (1), so that ids are 0 … size − 1; 0 for a number
 * @param width values a position, 1 for a single value; a field of several values is filled from the left and padded with 0
 * @param scale how a model scales the numbers of a field; null for ids, and where numbers are not scaled
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Field(String name, Kind kind, int size, int width, FieldScale scale) {

    /** What the values of a field are. */
    public enum Kind {
        CATEGORICAL,
        NUMERIC
    }

    /** In exported graphs, the item id of a hidden behaviour: it keeps its position and is not read. */
    public static final int HIDDEN = -1;

    /** The id of padding. */
    public static final int PADDING = 0;

    /** The id of a value that was not known when the vocabulary was made. */
    public static final int UNKNOWN = 1;

    /** The first id of a real value. */
    public static final int FIRST = 2;

    public Field {
        Objects.requireNonNull(kind, "kind");
        if (name == null || name.isBlank()) {
            throw new IllegalArgumentException("a field needs a name");
        }
        if (kind == Kind.CATEGORICAL ? size < FIRST : size != 0) {
            throw new IllegalArgumentException("field " + name + ": size " + size + " does not fit " + kind);
        }
        if (width < 1 || (kind == Kind.NUMERIC && width != 1)) {
            throw new IllegalArgumentException("field " + name + ": width " + width);
        }
        if (kind == Kind.CATEGORICAL && scale != null) {
            throw new IllegalArgumentException("field " + name + ": ids have no scale");
        }
    }

    /** A field of ids with one value a position. */
    public static Field categorical(String name, int size) {
        return categorical(name, size, 1);
    }

    /** A field of ids with up to {@code width} values a position. */
    public static Field categorical(String name, int size, int width) {
        return new Field(name, Kind.CATEGORICAL, size, width, null);
    }

    /** A field of one number, which is not scaled. */
    public static Field numeric(String name) {
        return numeric(name, null);
    }

    /** A field of one number. */
    public static Field numeric(String name, FieldScale scale) {
        return new Field(name, Kind.NUMERIC, 0, 1, scale);
    }

    @JsonIgnore // not a component: must not be written into dataset.json
    public boolean isCategorical() {
        return kind == Kind.CATEGORICAL;
    }
}
