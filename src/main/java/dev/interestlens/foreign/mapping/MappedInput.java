package dev.interestlens.foreign.mapping;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.interestlens.foreign.mapping.Mapping.Order;
import dev.interestlens.foreign.mapping.Mapping.Role;
import dev.interestlens.foreign.mapping.Mapping.Side;
import dev.interestlens.store.Components;
import dev.interestlens.store.Problem;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * An input of a file, or a part of one, and what fills it.
 *
 * @param name of the input; null for a part
 * @param field of the data set, for ids
 * @param columns of a part, from … to − 1
 * @param width numbers a sample, of {@link Role#NUMBERS}
 * @param pad id that stands for no behaviour
 * @param open value of a mask where a behaviour is read
 * @param fill value where the data set has none
 * @param source of numbers of this program's own exports
 * @param rows of the table that ids are looked up in, 0 where it is unknown
 * @param certain false where a person should check it
 * @param parts of a packed input; null for every other
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MappedInput(
        String name,
        Role role,
        String field,
        List<Integer> columns,
        Integer width,
        Integer pad,
        Side side,
        Order order,
        Double open,
        Double fill,
        String source,
        Long rows,
        Boolean certain,
        List<MappedInput> parts) {
    public MappedInput {
        Objects.requireNonNull(role, "role");
        columns = columns == null ? null : List.copyOf(columns);
        parts = parts == null ? null : List.copyOf(parts);
        if ((role == Role.HISTORY || role == Role.CANDIDATE) && field == null) {
            throw Problem.usage(Mapping.class, "fieldMissing").ofValue(String.valueOf(name));
        }
        if (role == Role.PACKED && parts == null || columns != null && columns.size() != 2) {
            throw Problem.usage(Mapping.class, "partsMissing").ofValue(String.valueOf(name));
        }
    }

    /** With only a role. */
    public static MappedInput of(String name, Role role) {
        return new MappedInput(name, role, null, null, null, null, null, null, null, null, null, null, true, null);
    }

    /** Ids of a field; a history stands first, oldest first, and is padded with 0, until another rule is found. */
    public static MappedInput ids(String name, Role role, String field, long rows, boolean certain) {
        boolean history = role == Role.HISTORY;
        Integer pad = history ? 0 : null;
        Side side = history ? Side.RIGHT : null;
        Order order = history ? Order.OLDEST_FIRST : null;
        return new MappedInput(name, role, field, null, null, pad, side, order, null, null, null, rows, certain, null);
    }

    /** Numbers, so many a sample. */
    public static MappedInput numbers(String name, int width, boolean certain) {
        return of(name, Role.NUMBERS).with("width", width, "fill", 0.0, "certain", certain);
    }

    /** Several parts side by side. */
    public static MappedInput packed(String name, int width, List<MappedInput> parts) {
        return new MappedInput(
                name, Role.PACKED, null, null, width, null, null, null, null, null, null, null, null, parts);
    }

    /** With another role, as set by a person. */
    public MappedInput as(Role other) {
        boolean ofItems = other == Role.HISTORY || other == Role.CANDIDATE;
        String ids = ofItems && field == null ? Mapping.ITEM : field;
        MappedInput fresh = ids(name, other, ids, 0, true);
        return with(
                "role",
                other,
                "field",
                ids,
                "pad",
                fresh.pad,
                "side",
                fresh.side,
                "order",
                fresh.order,
                "certain",
                true);
    }

    /** The same as a part of another input. */
    public MappedInput at(int from, int to) {
        return with("name", null, "columns", List.of(from, to), "parts", null);
    }

    public MappedInput filled(double value) {
        return with("fill", value);
    }

    public MappedInput opened(double value) {
        return with("open", value);
    }

    public MappedInput from(String other) {
        return with("source", other);
    }

    public MappedInput certain(boolean sure) {
        return with("certain", sure);
    }

    MappedInput padded(int id) {
        return with("pad", id);
    }

    /** On another side; certain only where the rest of it is. */
    MappedInput with(Side other, boolean sure) {
        return with("side", other, "certain", sure && !Boolean.FALSE.equals(certain));
    }

    /** With each history changed: itself, or its parts. */
    MappedInput withHistories(UnaryOperator<MappedInput> change) {
        if (parts == null) {
            return role == Role.HISTORY ? change.apply(this) : this;
        }
        return with(
                "parts", parts.stream().map(part -> part.withHistories(change)).toList());
    }

    private MappedInput with(Object... changed) {
        return Components.of(this).with(changed);
    }

    /** Whether it needs no check by a person. */
    public boolean sure() {
        return !Boolean.FALSE.equals(certain)
                && (parts == null || parts.stream().allMatch(MappedInput::sure));
    }

    /** The parts of a packed input, else itself. */
    public Stream<MappedInput> each() {
        return parts == null ? Stream.of(this) : parts.stream();
    }
}
