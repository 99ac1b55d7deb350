package dev.interestlens.foreign;

import dev.interestlens.data.Field;
import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.RawBatch;
import dev.interestlens.data.Schema;
import dev.interestlens.foreign.mapping.MappedInput;
import dev.interestlens.foreign.mapping.Mapping;
import dev.interestlens.foreign.mapping.Mapping.Removal;
import dev.interestlens.foreign.mapping.Mapping.Role;
import dev.interestlens.foreign.mapping.Mapping.Rule;
import dev.interestlens.foreign.mapping.Mapping.Vocabulary;
import dev.interestlens.foreign.mapping.Numbers;
import dev.interestlens.foreign.onnx.GraphFile;
import dev.interestlens.store.Problem;
import dev.interestlens.store.ProblemException;
import dev.interestlens.store.Tensor;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Fills the inputs of a file according to a mapping. */
final class Feed {
    private final Mapping mapping;
    private final HistoryPlaces places;
    private final PreparedDataset data;
    private final boolean own;
    private final Map<String, GraphFile.Type> types = new HashMap<>();
    private final Map<String, List<Integer>> shapes = new HashMap<>();
    private final Map<String, long[]> numbers = new HashMap<>();
    private final Map<String, Integer> fields = new HashMap<>();

    Feed(Mapping mapping, GraphFile file, Numbers numbers, PreparedDataset data) {
        this.mapping = mapping;
        this.data = data;
        places = new HistoryPlaces(mapping);
        own = file.own();
        file.inputs().forEach(input -> {
            types.put(input.name(), input.type());
            shapes.put(input.name(), input.shape());
        });
        mapping.inputs().forEach(input -> {
            if (!types.containsKey(input.name())) {
                throw Problem.usage(Mapping.class, "noSuchInput")
                        .value(String.valueOf(input.name()))
                        .exception("known", String.join(", ", types.keySet()));
            }
        });
        mapping.vocabularies().forEach((field, vocabulary) -> {
            if (vocabulary.rule() != Rule.OWN) {
                this.numbers.put(field, numbers.of(field, vocabulary));
            }
        });
        mapping.parts().stream()
                .filter(part -> part.field() != null && !part.field().equals(Mapping.USER))
                .forEach(part -> fields.put(part.field(), numbers.field(part.field())));
    }

    private Feed(Feed other, Mapping mapping) {
        this.mapping = mapping;
        places = new HistoryPlaces(mapping);
        data = other.data;
        own = other.own;
        types.putAll(other.types);
        shapes.putAll(other.shapes);
        numbers.putAll(other.numbers);
        fields.putAll(other.fields);
    }

    /** The same numbers with another mapping. */
    Feed with(Mapping other) {
        return new Feed(this, other);
    }

    /** The same with other numbers for one field. */
    Feed with(String field, long[] others) {
        Feed changed = new Feed(this, mapping);
        changed.numbers.put(field, others);
        return changed;
    }

    /** The numbers of a field by item or user; null where they are those of this program. */
    long[] numbers(String field) {
        return numbers.get(field);
    }

    Mapping mapping() {
        return mapping;
    }

    /** A description of a batch for problems. */
    static String words(List<Row> rows) {
        int least = rows.stream().mapToInt(Row::count).min().orElse(0);
        int most = rows.stream().mapToInt(Row::count).max().orElse(0);
        return rows.size() + " × " + (least == most ? String.valueOf(least) : least + "…" + most);
    }

    /** The positions of behaviours in its inputs. */
    HistoryPlaces places() {
        return places;
    }

    /** Every input for some rows, with that many positions. */
    Map<String, Tensor> arrays(List<Row> rows, int length) {
        Map<String, Tensor> arrays = new LinkedHashMap<>();
        mapping.inputs().forEach(input -> arrays.put(input.name(), array(input, rows, length)));
        return arrays;
    }

    private Tensor array(MappedInput input, List<Row> rows, int length) {
        List<Integer> declared = shapes.get(input.name());
        int width = width(input, declared, length);
        int values = input.role() == Role.PACKED || !perPlace(input) ? 1 : inner(declared);
        double[] all = new double[rows.size() * width * values];
        for (int b = 0; b < rows.size(); b++) {
            for (MappedInput part : input.each().toList()) {
                int from = part.columns() == null ? 0 : part.columns().get(0);
                int to = part.columns() == null ? width : part.columns().get(1);
                fill(part, rows.get(b), all, b * width * values + from * values, to - from, values);
            }
        }
        long[] shape = new long[Math.max(1, declared.size())];
        shape[0] = rows.size();
        if (shape.length > 1) {
            shape[1] = width;
        }
        if (shape.length > 2) {
            shape[2] = values;
        }
        return TypedArrays.of(types.get(input.name()), all, shape);
    }

    private static boolean perPlace(MappedInput input) {
        return input.role() == Role.HISTORY
                || input.role() == Role.GAPS
                || input.role() == Role.MASK
                || input.role() == Role.NUMBERS && "history".equals(input.source());
    }

    private static int inner(List<Integer> declared) {
        return declared.size() > 2 && declared.get(2) != GraphFile.OPEN ? declared.get(2) : 1;
    }

    private static int width(MappedInput input, List<Integer> declared, int length) {
        if (declared.size() < 2) {
            return 1;
        }
        return switch (input.role()) {
            case HISTORY, MASK, GAPS -> declared.get(1) == GraphFile.OPEN ? length : declared.get(1);
            case PACKED -> input.width();
            case NUMBERS ->
                "history".equals(input.source())
                        ? length
                        : declared.get(1) == GraphFile.OPEN ? Math.max(1, input.width()) : declared.get(1);
            case UNUSED -> declared.get(1) == GraphFile.OPEN ? length : declared.get(1);
            default -> declared.get(1) == GraphFile.OPEN ? 1 : declared.get(1);
        };
    }

    private void fill(MappedInput part, Row row, double[] all, int at, int width, int values) {
        switch (part.role()) {
            case HISTORY, MASK, GAPS -> {
                int[] of = places.of(row, width);
                double nothing = part.role() == Role.MASK ? 1 - open(part) : part.pad() == null ? 0 : part.pad();
                Arrays.fill(all, at, at + width * values, nothing);
                for (int j = 0; j < of.length; j++) {
                    if (of[j] >= 0) {
                        place(part, row, j, all, at + of[j] * values, values);
                    }
                }
            }
            case CANDIDATE -> candidate(part, row, all, at, width);
            case USER -> user(part, row, all, at, width);
            case CONTEXT ->
                all[at] = row.raw().context[fieldOf(data.schema().categoricalContextFields(), part)][row.sample()];
            case DAY -> all[at] = row.raw().days == null ? 0 : row.raw().days[row.sample()];
            case LENGTH -> all[at] = places.count(row, mapping.length().most());
            case NUMBERS -> numbers(part, row, all, at, width, values);
            default -> Arrays.fill(all, at, at + width * values, part.fill() == null ? 0 : part.fill());
        }
        if (part.role() == Role.LENGTH && all[at] == 0 && mapping.empty() == Mapping.Empty.PLACE) {
            all[at] = 1;
        }
        if (part.role() == Role.MASK && mapping.empty() == Mapping.Empty.PLACE && row.count() == 0) {
            all[at + (places.isLeftPadded() ? width - 1 : 0) * values] = open(part);
        }
    }

    private void place(MappedInput part, Row row, int behaviour, double[] all, int at, int values) {
        boolean read = row.reads(behaviour);
        if (!read && mapping.removal() == Removal.HOLE && isOwnItem(part)) {
            all[at] = Field.HIDDEN;
            return;
        }
        int raw = row.raw().offsets[row.sample()] + behaviour;
        if (part.role() == Role.MASK) {
            all[at] = read ? open(part) : 1 - open(part);
        } else if (part.role() == Role.GAPS) {
            all[at] = read ? row.raw().gaps[raw] : 0;
        } else if (read || mapping.removal() == Removal.MASK) {
            if (isOwn(part)) {
                int[] ids = row.raw().history[fields.get(part.field())];
                int own = ids.length / Math.max(1, row.raw().length());
                for (int k = 0; k < values; k++) {
                    all[at + k] = k < own ? ids[raw * own + k] : 0;
                }
            } else {
                all[at] = id(part, row.item(part.field(), behaviour));
            }
        }
    }

    private static double open(MappedInput mask) {
        return mask.open() == null ? 1 : mask.open();
    }

    private void candidate(MappedInput part, Row row, double[] all, int at, int width) {
        if (isOwn(part)) {
            int[] ids = row.raw().candidate[fields.get(part.field())];
            int own = ids.length / row.raw().size();
            for (int k = 0; k < width; k++) {
                all[at + k] = k < own ? ids[row.sample() * own + k] : 0;
            }
        } else {
            Arrays.fill(all, at, at + width, id(part, row.candidate()));
        }
    }

    /** Whether these are items of a graph that this program wrote. */
    private boolean isOwnItem(MappedInput part) {
        return own && isOwn(part) && fields.get(part.field()) == Schema.ITEM;
    }

    private boolean isOwn(MappedInput part) {
        if (part.field() == null) { // gaps and masks are of no field
            return false;
        }
        Vocabulary vocabulary = mapping.vocabularies().get(part.field());
        return vocabulary != null && vocabulary.rule() == Rule.OWN;
    }

    private void user(MappedInput part, Row row, double[] all, int at, int width) {
        if (!Mapping.USER.equals(part.field())) {
            int[] ids = row.raw().user[fieldOf(data.schema().categoricalUserFields(), part)];
            int own = ids.length / row.raw().size();
            for (int k = 0; k < width; k++) {
                all[at + k] = k < own ? ids[row.sample() * own + k] : 0;
            }
            return;
        }
        long[] known = numbers.get(Mapping.USER);
        Arrays.fill(
                all,
                at,
                at + width,
                row.user() < 0 || known == null
                        ? 0
                        : required(known[row.user()], part, () -> data.userKey(row.user())));
    }

    private static int fieldOf(List<Field> all, MappedInput part) {
        return IntStream.range(0, all.size())
                .filter(i -> all.get(i).name().equals(part.field()))
                .findFirst()
                .orElseThrow(() -> Problem.usage(Mapping.class, "noSuchField").ofValue(part.field()));
    }

    private void numbers(MappedInput part, Row row, double[] all, int at, int width, int values) {
        RawBatch raw = row.raw();
        if (part.source() == null) {
            Arrays.fill(all, at, at + width * values, part.fill() == null ? 0 : part.fill());
            return;
        }
        switch (part.source()) {
            case "history" -> {
                int[] of = places.of(row, width);
                for (int j = 0; j < of.length; j++) {
                    for (int k = 0; of[j] >= 0 && k < values; k++) {
                        all[at + of[j] * values + k] = raw.historyNumbers[(raw.offsets[row.sample()] + j) * values + k];
                    }
                }
            }
            case "candidate" -> copy(raw.candidateNumbers, row, all, at, width);
            case "user" -> copy(raw.userNumbers, row, all, at, width);
            default -> copy(raw.contextNumbers, row, all, at, width);
        }
    }

    private static void copy(float[] from, Row row, double[] all, int at, int width) {
        for (int k = 0; k < width; k++) {
            all[at + k] = from[row.sample() * width + k];
        }
    }

    private double id(MappedInput part, int item) {
        long[] known = numbers.get(part.field());
        if (known == null) {
            throw Problem.usage(Mapping.class, "noVocabulary").ofValue(part.field());
        }
        return required(
                item < known.length ? known[item] : Numbers.NONE,
                part,
                () -> item < Field.FIRST ? "" : data.itemKey(item));
    }

    /** The column of a candidate in an output over the catalogue. */
    long column(Row row) {
        MappedInput history = mapping.history();
        return (long) id(history, row.candidate());
    }

    private static long required(long number, MappedInput part, Supplier<String> key) {
        if (number < 0 || part.rows() != null && part.rows() > 0 && number >= part.rows()) {
            throw outside(number, part, key.get());
        }
        return number;
    }

    private static ProblemException outside(long number, MappedInput part, String key) {
        return Problem.badInput(Mapping.class, number < 0 ? "noNumber" : "numberOutside")
                .value(key)
                .with("field", part.field())
                .with("number", number)
                .exception("rows", part.rows() == null ? 0 : part.rows());
    }
}
