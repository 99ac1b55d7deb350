package dev.interestlens.foreign.guess;

import dev.interestlens.data.PreparedDataset;
import dev.interestlens.foreign.mapping.MappedInput;
import dev.interestlens.foreign.mapping.Mapping;
import dev.interestlens.foreign.mapping.Mapping.Kind;
import dev.interestlens.foreign.mapping.Mapping.Length;
import dev.interestlens.foreign.mapping.Mapping.Output;
import dev.interestlens.foreign.mapping.Mapping.Role;
import dev.interestlens.foreign.mapping.Mapping.Scale;
import dev.interestlens.foreign.mapping.Numbers;
import dev.interestlens.foreign.onnx.GraphFile;
import dev.interestlens.foreign.onnx.GraphFile.Columns;
import dev.interestlens.foreign.onnx.GraphFile.Table;
import dev.interestlens.foreign.onnx.GraphFile.Type;
import dev.interestlens.store.Problem;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Guesses the role of each input of a file by its tables: the number of rows is the size of a vocabulary of the data set. Where sizes are ambiguous,
 * names of inputs decide, then names of tables. No rule is specific to a library.
 */
public final class Guess {
    private static final Pattern HISTORY = Pattern.compile(
            "hist|seq(?!.*len)|list|click|log|behav|past|recent|session|items$|cates$", Pattern.CASE_INSENSITIVE);
    private static final Pattern NEGATIVE = Pattern.compile("(^|_)neg", Pattern.CASE_INSENSITIVE);
    private static final Pattern MASK = Pattern.compile("mask|valid", Pattern.CASE_INSENSITIVE);
    private static final Pattern LENGTH = Pattern.compile("len|num|count|size", Pattern.CASE_INSENSITIVE);
    private static final Pattern GAPS = Pattern.compile("gap|delta|elapsed|time|stamp|_ts$", Pattern.CASE_INSENSITIVE);
    private static final Pattern CANDIDATES =
            Pattern.compile("cand|target|indices|indexes|query", Pattern.CASE_INSENSITIVE);
    private static final Pattern SCORE = Pattern.compile("score|pred|prob|out|logit|ctr|y", Pattern.CASE_INSENSITIVE);
    private static final Set<String> COUNTED = Set.of(
            "Less",
            "Greater",
            "GreaterOrEqual",
            "LessOrEqual",
            "Sub",
            "Tile",
            "Equal",
            "Not",
            "SequenceInsert",
            "Range");

    private final GraphFile file;
    private final int items;
    private final int most;
    private final FieldGuess fields;
    private final OwnInputs own;

    /** @param most behaviours where the file does not fix the length */
    public Guess(GraphFile file, PreparedDataset data, Numbers numbers, int most) {
        this.file = file;
        this.most = most;
        items = data.items();
        fields = new FieldGuess(data, numbers);
        own = new OwnInputs(file, data.schema());
    }

    public Mapping mapping(String sha256) {
        List<MappedInput> inputs = file.inputs().stream().map(this::input).toList();
        inputs = withCandidate(inputs);
        if (inputs.stream().flatMap(MappedInput::each).noneMatch(part -> part.role() == Role.HISTORY)) {
            throw Problem.badInput(Guess.class, "noHistoryFound", file.path())
                    .with(
                            "inputs",
                            String.join(
                                    ", ",
                                    file.inputs().stream()
                                            .map(GraphFile.Input::name)
                                            .toList()))
                    .exception("items", items);
        }
        return new Mapping(
                null,
                null,
                new Mapping.Model(sha256),
                length(inputs),
                Map.of(),
                inputs,
                output(),
                null,
                null,
                null,
                null);
    }

    private Length length(List<MappedInput> inputs) {
        for (int i = 0; i < inputs.size(); i++) {
            MappedInput input = inputs.get(i);
            if (input.parts() != null) {
                Optional<MappedInput> part = input.parts().stream()
                        .filter(each -> each.role() == Role.HISTORY)
                        .findFirst();
                if (part.isPresent()) {
                    return new Length(
                            part.get().columns().get(1) - part.get().columns().get(0), true, null);
                }
            } else if (input.role() == Role.HISTORY) {
                List<Integer> shape = file.inputs().get(i).shape();
                if (shape.size() > 1 && shape.get(1) != GraphFile.OPEN) {
                    return new Length(shape.get(1), true, null);
                }
            }
        }
        return new Length(most, false, null);
    }

    private Output output() {
        List<String> outputs = file.outputs();
        String name = outputs.stream()
                .filter(each -> file.beforeSigmoid(each).isPresent())
                .findFirst()
                .or(() -> outputs.stream()
                        .filter(each -> SCORE.matcher(each).find())
                        .findFirst())
                .orElse(outputs.get(0));
        Optional<String> logit = file.beforeSigmoid(name);
        List<Integer> shape = file.outputShape(name);
        int last = shape.isEmpty() ? 1 : shape.get(shape.size() - 1);
        boolean catalogue = shape.size() == 2 && last > items / 2 && last > 2;
        return new Output(
                name,
                catalogue ? Kind.CATALOGUE : Kind.ONE,
                logit.isPresent() ? Scale.PROBABILITY : Scale.LOGIT,
                logit.orElse(name));
    }

    private MappedInput input(GraphFile.Input input) {
        return own.of(input).orElseGet(() -> guessed(input));
    }

    private MappedInput guessed(GraphFile.Input input) {
        GraphFile.Use use = file.use(input.name());
        Set<Columns> ranges =
                new TreeSet<>(Comparator.comparingInt(Columns::from).thenComparingInt(Columns::to));
        ranges.addAll(use.operations().keySet());
        ranges.remove(Columns.ALL);
        boolean packed = input.shape().size() == 2
                && use.tables(Columns.ALL).isEmpty()
                && use.tables().stream().map(Table::columns).distinct().count() > 1;
        return packed
                ? packed(input, use, List.copyOf(ranges))
                : whole(input, use.tables(), isSequence(input, use.tables()));
    }

    private static boolean isSequence(GraphFile.Input input, List<Table> tables) {
        if (input.shape().size() < 2) {
            return false;
        }
        int second = input.shape().get(1);
        if (second != GraphFile.OPEN) {
            return second > 1;
        }
        String name = input.name();
        if (CANDIDATES.matcher(name).find()) {
            return false;
        }
        return HISTORY.matcher(name).find()
                || MASK.matcher(name).find()
                || tables.isEmpty()
                || GAPS.matcher(name).find();
    }

    /** The smallest ranges of columns; ranges that contain others are left out. */
    private MappedInput packed(GraphFile.Input input, GraphFile.Use use, List<Columns> ranges) {
        List<MappedInput> parts = ranges.stream()
                .filter(columns -> !use.tables(columns).isEmpty() || !coversAnother(columns, ranges))
                .map(columns -> part(use, columns).at(columns.from(), columns.to()))
                .toList();
        int width = input.shape().get(1) == GraphFile.OPEN
                ? ranges.stream().mapToInt(Columns::to).max().orElse(0)
                : input.shape().get(1);
        return MappedInput.packed(input.name(), width, parts);
    }

    private static boolean coversAnother(Columns columns, List<Columns> ranges) {
        return ranges.stream()
                .anyMatch(other ->
                        !other.equals(columns) && other.from() >= columns.from() && other.to() <= columns.to());
    }

    private MappedInput part(GraphFile.Use use, Columns columns) {
        List<Table> tables = use.tables(columns);
        if (!tables.isEmpty()) {
            return ids("", tables, columns.width() > 1);
        }
        Set<String> operations = use.operations().getOrDefault(columns, Set.of());
        boolean length = columns.width() == 1 && operations.stream().anyMatch(COUNTED::contains);
        return length ? MappedInput.of(null, Role.LENGTH) : MappedInput.numbers(null, columns.width(), false);
    }

    private MappedInput whole(GraphFile.Input input, List<Table> tables, boolean sequence) {
        if (!tables.isEmpty()) {
            return ids(input.name(), tables, sequence);
        }
        return sequence ? perBehaviour(input) : perSample(input);
    }

    /** An input without table with one value for each behaviour: time gaps, a mask, or numbers. */
    private static MappedInput perBehaviour(GraphFile.Input input) {
        String name = input.name();
        boolean called = MASK.matcher(name).find();
        if (GAPS.matcher(name).find() && !called) {
            return MappedInput.of(name, Role.GAPS);
        }
        if (called || input.whole() || input.type() == Type.BOOL) {
            return MappedInput.of(name, Role.MASK).opened(1).certain(called);
        }
        int width = input.shape().get(input.shape().size() - 1);
        return MappedInput.numbers(name, Math.max(1, width), true);
    }

    /** An input without table with one value for each sample: the length, or a number. */
    private static MappedInput perSample(GraphFile.Input input) {
        boolean called = LENGTH.matcher(input.name()).find();
        return called || input.whole()
                ? MappedInput.of(input.name(), Role.LENGTH).certain(called)
                : MappedInput.numbers(input.name(), 1, true);
    }

    private MappedInput ids(String name, List<Table> tables, boolean sequence) {
        if (sequence && NEGATIVE.matcher(name).find()) {
            return MappedInput.of(name, Role.UNUSED).filled(0);
        }
        FieldGuess.Found found = fields.of(name, tables);
        boolean user = found.field().equals(Mapping.USER);
        Role role = sequence ? Role.HISTORY : user ? Role.USER : Role.CANDIDATE;
        String field = sequence && user ? Mapping.ITEM : found.field(); // there are no histories of users
        return MappedInput.ids(name, role, field, found.rows(), found.certain());
    }

    /** Where there are several histories of items and no candidate, the one that is not named like a history is the candidate. */
    private List<MappedInput> withCandidate(List<MappedInput> inputs) {
        boolean none = inputs.stream().flatMap(MappedInput::each).noneMatch(part -> part.role() == Role.CANDIDATE);
        List<MappedInput> histories = inputs.stream()
                .filter(input -> input.role() == Role.HISTORY && Mapping.ITEM.equals(input.field()))
                .toList();
        Optional<MappedInput> candidate = histories.stream()
                .filter(input -> !HISTORY.matcher(input.name()).find())
                .findFirst();
        if (!none || histories.size() < 2 || candidate.isEmpty()) {
            return inputs;
        }
        return inputs.stream()
                .map(input -> input == candidate.get()
                        ? MappedInput.ids(input.name(), Role.CANDIDATE, Mapping.ITEM, input.rows(), false)
                        : input)
                .toList();
    }
}
