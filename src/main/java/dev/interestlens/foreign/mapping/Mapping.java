package dev.interestlens.foreign.mapping;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.interestlens.store.Components;
import dev.interestlens.store.Disk;
import dev.interestlens.store.EnumNames;
import dev.interestlens.store.Json;
import dev.interestlens.store.Problem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * How the inputs of a file are filled from a data set, and which outputs are read: {@code mapping.json}. A person can edit it.
 *
 * @param model the file it is of
 * @param length of histories
 * @param vocabularies by field: how keys of the data set become its numbers
 * @param inputs every input of the file
 * @param output the score
 * @param removal how a behaviour is removed
 * @param empty how an empty history is fed
 * @param batch number of samples of every batch; 0 for any number
 * @param attention arrays of attention inside the model, the first layer first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Mapping(
        String format,
        Integer version,
        Model model,
        Length length,
        Map<String, Vocabulary> vocabularies,
        List<MappedInput> inputs,
        Output output,
        Removal removal,
        Empty empty,
        Integer batch,
        List<Attention> attention) {
    /** The format that such a file names. */
    public static final String FORMAT = "interest-lens.mapping";

    /** The item, which every data set has. */
    public static final String ITEM = "item";

    /** The user's own number. */
    public static final String USER = "user";

    private static final int VERSION = 1;
    private static final JsonMapper MAPPER =
            Json.strict().addModule(new EnumNames()).build();

    /** Roles of inputs. */
    public enum Role {
        HISTORY,
        CANDIDATE,
        USER,
        CONTEXT,
        LENGTH,
        MASK,
        /** Seconds from each behaviour to the candidate. */
        GAPS,
        /** Days from 1970-01-01 to that of the impression. */
        DAY,
        /** Real numbers, which are filled with one where the data set has none. */
        NUMBERS,
        UNUSED,
        /** Several inputs side by side. */
        PACKED
    }

    /** The side of padding. */
    public enum Side {
        /** Behaviours first, then padding. */
        RIGHT,
        /** Padding first. */
        LEFT
    }

    /** The order of behaviours. */
    public enum Order {
        OLDEST_FIRST,
        NEWEST_FIRST
    }

    /** Which part of a history that is too long is read. */
    public enum Keep {
        NEWEST,
        OLDEST
    }

    /** How a behaviour is removed. */
    public enum Removal {
        /** It is masked; the others keep their positions. */
        MASK,
        /** It is replaced by padding; the others keep their positions. */
        HOLE,
        /** The others move up, padding behind them. */
        COMPACT,
        /** The others move up, and the input becomes shorter. */
        SHORTEN
    }

    /** How an empty history is fed. */
    public enum Empty {
        /** As it is. */
        FED,
        /** With another sample in the batch, since a batch of only empty histories is refused. */
        BESIDE,
        /** As one position of padding. */
        PLACE,
        /** Not at all. */
        REFUSED
    }

    /** Scales of scores. */
    public enum Scale {
        PROBABILITY,
        LOGIT
    }

    /** Kinds of outputs. */
    public enum Kind {
        /** A number a sample. */
        ONE,
        /** A number for every item of the catalogue. */
        CATALOGUE
    }

    /** Which rows of self-attention are read out. */
    public enum Read {
        CANDIDATE,
        /** That of the newest behaviour. */
        LAST_REAL,
        /** The last one, regardless of where the history ends. */
        LAST,
        MEAN
    }

    /** How keys become numbers. */
    public enum Rule {
        /** In the order of the keys, as numbers where all are numbers. */
        SORTED,
        /** In the order of the keys as texts. */
        SORTED_TEXT,
        /** By the first event in the source. */
        FIRST_IN_FILE,
        /** The most frequent first. */
        FREQUENCY,
        /** The key itself. */
        AS_IS,
        /** The numbers of this program's own models. */
        OWN,
        /** By a file. */
        FILE
    }

    /** @param sha256 of the file */
    public record Model(String sha256) {}

    /**
     * @param most behaviours that are given
     * @param baked whether the input has a fixed length
     */
    public record Length(Integer most, Boolean baked, Keep keep) {
        public Length {
            if (most == null || most < 1) {
                throw Problem.usage(Mapping.class, "length").exception();
            }
            baked = baked == null || baked;
            keep = keep == null ? Keep.NEWEST : keep;
        }
    }

    /**
     * The numbers of one field.
     *
     * @param first number that is given; null for 1
     * @param numbers key and number, of a rule {@link Rule#FILE}
     * @param unknown number of a key that has none; null where such an item is refused
     * @param auc AUC with these numbers; null where it was not measured
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Vocabulary(
            Rule rule, Integer first, String file, Map<String, Long> numbers, Long unknown, Double auc) {
        public Vocabulary {
            Objects.requireNonNull(rule, "rule");
            first = first == null ? 1 : first;
            numbers = numbers == null ? null : Map.copyOf(numbers);
        }

        public static Vocabulary of(Rule rule, int first) {
            return new Vocabulary(rule, first, null, null, null, null);
        }

        /** The same numbers without the AUC. */
        Vocabulary numbersAlone() {
            return new Vocabulary(rule, first, file, numbers, unknown, null);
        }

        public Vocabulary withAuc(double measured) {
            return new Vocabulary(rule, first, file, numbers, unknown, measured);
        }
    }

    /**
     * The output that is read.
     *
     * @param logit the array that holds the score before a sigmoid; the output itself where there is none
     */
    public record Output(String name, Kind kind, Scale scale, String logit) {
        public Output {
            Objects.requireNonNull(name, "name");
            kind = kind == null ? Kind.ONE : kind;
            scale = scale == null ? Scale.LOGIT : scale;
            logit = logit == null ? name : logit;
        }
    }

    /**
     * Attention weights inside the model.
     *
     * @param kind {@code softmax} or {@code weight}
     * @param axes of the array: sample, sample*head, head, query, history, history+candidate or 1
     * @param read which rows are read, where there are several
     * @param fields whose ids move it; empty where unknown
     * @param paddingShare its share on padding, for histories of six
     * @param matters the largest change of the logit by even weights
     * @param pooled the weighted sum of the behaviours; null where unknown
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Attention(
            String tensor,
            String kind,
            List<String> axes,
            Read read,
            List<String> fields,
            Double paddingShare,
            Double matters,
            String pooled) {
        public Attention {
            Objects.requireNonNull(tensor, "tensor");
            axes = List.copyOf(axes);
            fields = fields == null ? List.of() : List.copyOf(fields);
        }

        /** Whether it is self-attention of all positions. */
        public boolean betweenPositions() {
            return axes.contains("query");
        }

        /** Whether only the candidate attends, also to itself: the last layer where only its row is computed. */
        public boolean byCandidate() {
            return withCandidate() && axes.contains("1") && !betweenPositions();
        }

        /** Whether the candidate is one of the positions. */
        public boolean withCandidate() {
            return axes.contains("history+candidate");
        }
    }

    public Mapping {
        format = format == null ? FORMAT : format;
        version = version == null ? VERSION : version;
        if (!FORMAT.equals(format) || version != VERSION) {
            throw Problem.usage(Mapping.class, "otherFormat").ofValue(format + " " + version);
        }
        Objects.requireNonNull(length, "length");
        Objects.requireNonNull(output, "output");
        vocabularies = new TreeMap<>(vocabularies == null ? Map.of() : vocabularies);
        inputs = List.copyOf(inputs);
        removal = removal == null ? Removal.COMPACT : removal;
        empty = empty == null ? Empty.FED : empty;
        batch = batch == null ? 0 : batch;
        attention = attention == null ? List.of() : List.copyOf(attention);
    }

    /** Inputs and the parts of those that are packed. */
    public List<MappedInput> parts() {
        return inputs.stream().flatMap(MappedInput::each).toList();
    }

    public boolean has(Role role) {
        return parts().stream().anyMatch(part -> part.role() == role);
    }

    /** The first input with a history. */
    public MappedInput history() {
        return parts().stream()
                .filter(part -> part.role() == Role.HISTORY)
                .findFirst()
                .orElseThrow(() -> Problem.badInput(Mapping.class, "noHistory").exception());
    }

    public Mapping with(Side side, boolean sure) {
        return withHistories(history -> history.with(side, sure));
    }

    /** With another id of padding. */
    public Mapping padded(int id) {
        return withHistories(history -> history.padded(id));
    }

    private Mapping withHistories(UnaryOperator<MappedInput> change) {
        return with(inputs.stream().map(input -> input.withHistories(change)).toList());
    }

    public Mapping with(List<MappedInput> others) {
        return with("inputs", others);
    }

    public Mapping with(Length other) {
        return with("length", other);
    }

    public Mapping with(String field, Vocabulary vocabulary) {
        Map<String, Vocabulary> more = new TreeMap<>(vocabularies);
        more.put(field, vocabulary);
        return with("vocabularies", more);
    }

    /** Without numbers for some fields. */
    public Mapping withoutNumbers(Set<String> fields) {
        Map<String, Vocabulary> fewer = new TreeMap<>(vocabularies);
        fewer.keySet().removeAll(fields);
        return with("vocabularies", fewer);
    }

    /** The numbers of every field without the AUC. */
    public Map<String, Vocabulary> numbering() {
        Map<String, Vocabulary> alone = new TreeMap<>();
        vocabularies.forEach((field, vocabulary) -> alone.put(field, vocabulary.numbersAlone()));
        return alone;
    }

    public Mapping with(Output other) {
        return with("output", other);
    }

    public Mapping with(Removal other) {
        return with("removal", other);
    }

    public Mapping with(Empty other) {
        return with("empty", other);
    }

    public Mapping withBatch(int size) {
        return with("batch", size);
    }

    public Mapping withAttention(List<Attention> found) {
        return with("attention", found);
    }

    private Mapping with(String component, Object value) {
        return Components.of(this).with(component, value);
    }

    /** As in {@code mapping.json}. */
    public byte[] json() {
        return Json.pretty(MAPPER.valueToTree(this)).getBytes(StandardCharsets.UTF_8);
    }

    public void write(Disk disk, Path file) {
        Json.write(disk, file, MAPPER.valueToTree(this));
    }

    /** @throws dev.interestlens.store.ProblemException naming the line that is wrong */
    public static Mapping read(Path file) {
        return Json.read(MAPPER, Json.bytes(file), Mapping.class, file);
    }
}
