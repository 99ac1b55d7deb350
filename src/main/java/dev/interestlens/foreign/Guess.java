package dev.interestlens.foreign;

import dev.interestlens.data.Field;
import dev.interestlens.data.PreparedDataset;
import dev.interestlens.foreign.Mapping.Input;
import dev.interestlens.foreign.Mapping.Kind;
import dev.interestlens.foreign.Mapping.Length;
import dev.interestlens.foreign.Mapping.Output;
import dev.interestlens.foreign.Mapping.Role;
import dev.interestlens.foreign.Mapping.Scale;
import dev.interestlens.foreign.onnx.GraphFile;
import dev.interestlens.foreign.onnx.GraphFile.Columns;
import dev.interestlens.foreign.onnx.GraphFile.Table;
import dev.interestlens.foreign.onnx.GraphFile.Type;
import dev.interestlens.store.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What each input of a file is for, by what it is looked up in: the rows of a table are the size of one of our vocabularies. Where sizes leave it open,
 * names of inputs decide, then names of tables. No rule knows a library.
 */
final class Guess {
    private static final Pattern HISTORY = Pattern.compile(
            "hist|seq(?!.*len)|list|click|log|behav|past|recent|session|items$|cates$", Pattern.CASE_INSENSITIVE);
    private static final Pattern NEGATIVE = Pattern.compile("(^|_)neg", Pattern.CASE_INSENSITIVE);
    private static final Pattern MASK = Pattern.compile("mask|valid", Pattern.CASE_INSENSITIVE);
    private static final Pattern LENGTH = Pattern.compile("len|num|count|size", Pattern.CASE_INSENSITIVE);
    private static final Pattern GAPS = Pattern.compile("gap|delta|elapsed|time|stamp|_ts$", Pattern.CASE_INSENSITIVE);
    private static final Pattern CANDIDATES =
            Pattern.compile("cand|target|indices|indexes|query", Pattern.CASE_INSENSITIVE);
    private static final Pattern SCORE = Pattern.compile("score|pred|prob|out|logit|ctr|y", Pattern.CASE_INSENSITIVE);
    private static final Map<String, Pattern> NAMES = names();
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

    /** Ids that stand before the first and behind the last. */
    private static final int SPARE = 2;

    private final GraphFile file;
    private final PreparedDataset data;
    private final int most;
    private final Map<String, List<Integer>> sizes = new LinkedHashMap<>();

    private static Map<String, Pattern> names() {
        Map<String, Pattern> names = new LinkedHashMap<>();
        names.put("category", Pattern.compile("cat|genre|brand|shop|topic|tag", Pattern.CASE_INSENSITIVE));
        names.put(Mapping.USER, Pattern.compile("user|uid|member|visitor", Pattern.CASE_INSENSITIVE));
        names.put(
                Mapping.ITEM,
                Pattern.compile(
                        "item|movie|goods|product|log_seqs|adgroup|click|video|article|news|sku|iid",
                        Pattern.CASE_INSENSITIVE));
        return names;
    }

    /** @param most behaviours where the file leaves the length open */
    Guess(GraphFile file, PreparedDataset data, Numbers numbers, int most) {
        this.file = file;
        this.data = data;
        this.most = most;
        sizes.put(Mapping.ITEM, List.of(data.items()));
        List<Field> fields = data.schema().categoricalItemFields();
        for (Field field : fields.subList(1, fields.size())) {
            sizes.put(field.name(), List.of(field.size() - Field.FIRST, numbers.size(field.name())));
        }
        sizes.put(Mapping.USER, List.of(data.users()));
    }

    Mapping mapping(String sha256) {
        List<Input> inputs = file.inputs().stream().map(this::input).toList();
        inputs = withCandidate(inputs);
        if (inputs.stream().flatMap(Input::each).noneMatch(part -> part.role() == Role.HISTORY)) {
            throw Problem.badInput(Guess.class, "noHistoryFound")
                    .file(file.path())
                    .with(
                            "inputs",
                            String.join(
                                    ", ",
                                    file.inputs().stream()
                                            .map(GraphFile.Input::name)
                                            .toList()))
                    .with("items", data.items())
                    .exception();
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

    private Length length(List<Input> inputs) {
        for (int i = 0; i < inputs.size(); i++) {
            Input input = inputs.get(i);
            if (input.parts() != null) {
                Optional<Input> part = input.parts().stream()
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
        boolean catalogue = shape.size() == 2 && last > data.items() / 2 && last > 2;
        return new Output(
                name,
                catalogue ? Kind.CATALOGUE : Kind.ONE,
                logit.isPresent() ? Scale.PROBABILITY : Scale.LOGIT,
                logit.orElse(name));
    }

    private Input input(GraphFile.Input input) {
        GraphFile.Use use = file.use(input.name());
        Optional<Input> own = own(input);
        if (own.isPresent()) {
            return own.get();
        }
        Set<Columns> ranges =
                new TreeSet<>(java.util.Comparator.comparingInt(Columns::from).thenComparingInt(Columns::to));
        ranges.addAll(use.operations().keySet());
        ranges.remove(Columns.ALL);
        boolean packed = input.shape().size() == 2
                && use.tables(Columns.ALL).isEmpty()
                && use.tables().stream().map(Table::columns).distinct().count() > 1;
        if (packed) {
            return packed(input, use, new ArrayList<>(ranges));
        }
        List<Table> tables = use.tables().stream().toList();
        return classified(input.name(), input, tables, isSequence(input, tables));
    }

    /** What this program's own exports are called. */
    private Optional<Input> own(GraphFile.Input input) {
        for (String side : List.of("history", "candidate", "user", "context")) {
            if (!input.name().startsWith(side + "_")) {
                continue;
            }
            String rest = input.name().substring(side.length() + 1);
            if (rest.equals("numbers")) {
                int width = input.shape().get(input.shape().size() - 1);
                return Optional.of(Input.of(input.name(), Role.NUMBERS).filled(0, width, side, true));
            }
            if (rest.equals("gaps") && side.equals("history")) {
                return Optional.of(Input.of(input.name(), Role.GAPS));
            }
            List<Field> fields =
                    switch (side) {
                        case "user" -> data.schema().categoricalUserFields();
                        case "context" -> data.schema().categoricalContextFields();
                        default -> data.schema().categoricalItemFields();
                    };
            Optional<Field> field = fields.stream()
                    .filter(each -> each.name().replaceAll("[^A-Za-z0-9_]", "_").equals(rest))
                    .findFirst();
            long rows = file.use(input.name()).tables().stream()
                    .mapToLong(Table::rows)
                    .min()
                    .orElse(0);
            if (field.isPresent() && rows == field.get().size()) {
                Input found = new Input(
                                input.name(),
                                role(side),
                                field.get().name(),
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                "own",
                                null,
                                true,
                                null)
                        .ids(field.get().name(), rows, true);
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    private static Role role(String side) {
        return switch (side) {
            case "history" -> Role.HISTORY;
            case "candidate" -> Role.CANDIDATE;
            case "user" -> Role.USER;
            default -> Role.CONTEXT;
        };
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

    private Input packed(GraphFile.Input input, GraphFile.Use use, List<Columns> ranges) {
        List<Input> parts = new ArrayList<>();
        for (Columns columns : ranges) {
            List<Table> tables = use.tables(columns);
            boolean covers = tables.isEmpty()
                    && ranges.stream()
                            .anyMatch(other -> !other.equals(columns)
                                    && other.from() >= columns.from()
                                    && other.to() <= columns.to());
            if (covers) {
                continue;
            }
            Input part;
            if (!tables.isEmpty()) {
                part = looked("", tables, columns.width() > 1);
            } else if (columns.width() == 1
                    && use.operations().getOrDefault(columns, Set.of()).stream().anyMatch(COUNTED::contains)) {
                part = Input.of(null, Role.LENGTH);
            } else {
                part = Input.of(null, Role.NUMBERS).filled(0, columns.width(), null, false);
            }
            parts.add(new Input(
                    null,
                    part.role(),
                    part.field(),
                    List.of(columns.from(), columns.to()),
                    part.width(),
                    part.pad(),
                    part.side(),
                    part.order(),
                    part.open(),
                    part.fill(),
                    part.source(),
                    part.rows(),
                    part.certain(),
                    null));
        }
        int width = input.shape().get(1) == GraphFile.OPEN
                ? ranges.stream().mapToInt(Columns::to).max().orElse(0)
                : input.shape().get(1);
        return new Input(
                input.name(), Role.PACKED, null, null, width, null, null, null, null, null, null, null, null, parts);
    }

    private Input classified(String name, GraphFile.Input input, List<Table> tables, boolean sequence) {
        if (!tables.isEmpty()) {
            Input found = looked(name, tables, sequence);
            return named(name, found);
        }
        if (sequence) {
            if (GAPS.matcher(name).find() && !MASK.matcher(name).find()) {
                return Input.of(name, Role.GAPS);
            }
            boolean mask = MASK.matcher(name).find() || input.whole() || input.type() == Type.BOOL;
            if (mask) {
                return new Input(
                        name,
                        Role.MASK,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        1.0,
                        null,
                        null,
                        null,
                        MASK.matcher(name).find(),
                        null);
            }
            int width = input.shape().get(input.shape().size() - 1);
            return Input.of(name, Role.NUMBERS).filled(0, Math.max(1, width), null, true);
        }
        boolean length = LENGTH.matcher(name).find() || input.whole();
        return length
                ? new Input(
                        name,
                        Role.LENGTH,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        LENGTH.matcher(name).find(),
                        null)
                : Input.of(name, Role.NUMBERS).filled(0, 1, null, true);
    }

    private static Input named(String name, Input found) {
        return new Input(
                name,
                found.role(),
                found.field(),
                null,
                found.width(),
                found.pad(),
                found.side(),
                found.order(),
                found.open(),
                found.fill(),
                found.source(),
                found.rows(),
                found.certain(),
                null);
    }

    /** Ids: whose, by the smallest table on their way, since one number may stand for several in a shared one. */
    private Input looked(String name, List<Table> tables, boolean sequence) {
        long rows = tables.stream().mapToLong(Table::rows).min().orElse(0);
        String all = tables.stream().map(Table::name).reduce("", (a, b) -> a + " " + b);
        List<String> bySize = bySize(rows);
        Optional<String> byName = byName(name).or(() -> byName(all));
        boolean agree = bySize.size() == 1 || byName.filter(bySize::contains).isPresent();
        String field = byName.filter(each -> bySize.isEmpty() || bySize.contains(each))
                .orElseGet(() -> bySize.isEmpty() ? Mapping.ITEM : bySize.get(0));
        if (sequence && NEGATIVE.matcher(name).find()) {
            return Input.of(name, Role.UNUSED).filled(0, null, null, true);
        }
        Role role = sequence ? Role.HISTORY : field.equals(Mapping.USER) ? Role.USER : Role.CANDIDATE;
        if (role == Role.HISTORY && field.equals(Mapping.USER)) {
            field = Mapping.ITEM;
        }
        return new Input(name, role, field, null, null, null, null, null, null, null, null, null, true, null)
                .ids(field, rows, agree);
    }

    private List<String> bySize(long rows) {
        return sizes.entrySet().stream()
                .filter(each -> each.getValue().stream().anyMatch(size -> rows >= size && rows <= size + SPARE))
                .map(Map.Entry::getKey)
                .toList();
    }

    private Optional<String> byName(String text) {
        return NAMES.entrySet().stream()
                .filter(each -> each.getValue().matcher(text).find())
                .map(Map.Entry::getKey)
                .map(name -> name.equals("category") ? category() : name)
                .filter(sizes::containsKey)
                .findFirst();
    }

    /** What our data set calls the field that others call a category. */
    private String category() {
        return sizes.keySet().stream()
                .filter(name -> !name.equals(Mapping.ITEM) && !name.equals(Mapping.USER))
                .filter(name -> NAMES.get("category").matcher(name).find())
                .findFirst()
                .orElse("category");
    }

    /** Of several histories of items and no candidate, one is the candidates: the one that is not called a history. */
    private List<Input> withCandidate(List<Input> inputs) {
        boolean none = inputs.stream().flatMap(Input::each).noneMatch(part -> part.role() == Role.CANDIDATE);
        List<Input> histories = inputs.stream()
                .filter(input -> input.role() == Role.HISTORY && Mapping.ITEM.equals(input.field()))
                .toList();
        Optional<Input> candidate = histories.stream()
                .filter(input -> !HISTORY.matcher(input.name()).find())
                .findFirst();
        if (!none || histories.size() < 2 || candidate.isEmpty()) {
            return inputs;
        }
        return inputs.stream()
                .map(input -> input == candidate.get()
                        ? new Input(
                                        input.name(),
                                        Role.CANDIDATE,
                                        Mapping.ITEM,
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        false,
                                        null)
                                .ids(Mapping.ITEM, input.rows(), false)
                        : input)
                .toList();
    }
}
