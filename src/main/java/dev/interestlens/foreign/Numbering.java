package dev.interestlens.foreign;

import dev.interestlens.explain.words.Text;
import dev.interestlens.foreign.Contract.Verdict;
import dev.interestlens.foreign.Mapping.Input;
import dev.interestlens.foreign.Mapping.Rule;
import dev.interestlens.foreign.Mapping.Vocabulary;
import dev.interestlens.foreign.onnx.GraphHost;
import dev.interestlens.store.Problem;
import dev.interestlens.store.ProblemException;
import dev.interestlens.train.config.EnumNames;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Finds which number of a model stands for what, by scoring labelled rows under each numbering that fits its tables. A numbering that is off by one still
 * looks like a fair model, so a winner must win clearly, also against its own neighbours, and also where a file or a person gave it.
 */
final class Numbering {
    private static final int MAX = 6000;

    /** Of numbers that somebody gave, whose neighbours are the only other ones. */
    private static final int GIVEN = 2000;

    /** Rules in the order in which they are preferred where they give the same. */
    private static final List<Rule> RULES =
            List.of(Rule.AS_IS, Rule.SORTED, Rule.FREQUENCY, Rule.FIRST_IN_FILE, Rule.SORTED_TEXT);

    /**
     * A numbering that was tried.
     *
     * @param auc on labelled rows; NaN where these numbers do not fit
     * @param below by how much it is worse than the best, with its 95 % interval; 0 for the best
     * @param clear whether it is worse beyond chance
     */
    record Tried(
            String field, Vocabulary vocabulary, double auc, double below, double low, double high, boolean clear) {}

    private final GraphHost host;
    private final Numbers numbers;
    private final Samples samples;
    private Mapping mapping;
    private final List<Tried> table = new ArrayList<>();
    private final List<String> open = new ArrayList<>();
    private final List<String> shifted = new ArrayList<>();
    private final List<String> unsure = new ArrayList<>();

    Numbering(GraphHost host, Mapping mapping, Numbers numbers, Samples samples) {
        this.host = host;
        this.mapping = mapping;
        this.numbers = numbers;
        this.samples = samples;
    }

    Mapping mapping() {
        return mapping;
    }

    /** Every numbering that was tried, field by field, the best first. */
    List<Tried> table() {
        return List.copyOf(table);
    }

    /** Fields of which no numbering won clearly. */
    List<String> open() {
        return List.copyOf(open);
    }

    /** Fields whose given numbers are worse than their neighbours. */
    List<String> shifted() {
        return List.copyOf(shifted);
    }

    /** Numbers that were given and cannot be right, whatever they score: one beyond the table, or an item with that of padding. */
    private void requireFitting(String field) {
        long[] array = numbers.of(field, mapping.vocabularies().get(field));
        long most = Arrays.stream(array).max().orElse(0);
        long rows = rows(field);
        boolean padding = field.equals(Mapping.ITEM)
                && Arrays.stream(array).skip(dev.interestlens.data.Field.FIRST).anyMatch(number -> number == 0);
        if (most >= rows || padding) {
            throw Problem.badInput(Numbering.class, padding ? "paddingNumber" : "beyondTable")
                    .file(host.file().path())
                    .with("field", field)
                    .with("most", most)
                    .with("rows", rows)
                    .exception();
        }
    }

    /** Decides all fields; those that a person gave are only held against their neighbours. */
    void run() {
        List<String> fields = fields();
        Map<String, List<Vocabulary>> all = new HashMap<>();
        List<String> given = new ArrayList<>();
        for (String field : fields) {
            if (mapping.vocabularies().containsKey(field)) {
                requireFitting(field);
                given.add(field);
                all.put(field, neighbours(field));
            } else {
                List<Vocabulary> fitting = fitting(field);
                if (fitting.isEmpty()) {
                    open.add(field);
                    continue;
                }
                all.put(field, fitting);
                mapping = mapping.with(field, fitting.get(0));
            }
        }
        for (String field : fields) {
            if (all.containsKey(field)) {
                decide(field, all.get(field), given.contains(field));
            }
        }
        for (String field : List.copyOf(open)) { // once more, now that the others are known
            if (all.containsKey(field)) {
                List<Vocabulary> close = close(field, all.get(field));
                List<Tried> others = table.stream()
                        .filter(each -> each.field().equals(field) && !close.contains(each.vocabulary()))
                        .toList();
                open.remove(field);
                table.removeIf(each -> each.field().equals(field));
                decide(field, close, false);
                table.addAll(others);
            }
        }
    }

    /** The best numbering and those that it did not beat clearly. */
    private List<Vocabulary> close(String field, List<Vocabulary> all) {
        List<Vocabulary> close = table.stream()
                .filter(each -> each.field().equals(field) && (each.below() == 0 || !each.clear()))
                .map(Tried::vocabulary)
                .toList();
        return close.isEmpty() ? all : close;
    }

    /** The item first, since the others matter less. */
    private List<String> fields() {
        return mapping.parts().stream()
                .filter(part -> part.field() != null && part.source() == null)
                .map(Input::field)
                .distinct()
                .filter(field -> !ownRule(field))
                .sorted(Comparator.comparingInt(
                        field -> field.equals(Mapping.ITEM) ? 0 : field.equals(Mapping.USER) ? 2 : 1))
                .toList();
    }

    private boolean ownRule(String field) {
        Vocabulary known = mapping.vocabularies().get(field);
        return known != null && known.rule() == Rule.OWN;
    }

    private long rows(String field) {
        return mapping.parts().stream()
                .filter(part -> field.equals(part.field()) && part.rows() != null && part.rows() > 0)
                .mapToLong(Input::rows)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    private List<Vocabulary> fitting(String field) {
        List<Vocabulary> found = new ArrayList<>();
        List<long[]> arrays = new ArrayList<>();
        int spare = (int) Math.max(0, Math.min(2, rows(field) - numbers.size(field)));
        for (int first : new int[] {1, 2, 0}) {
            for (Rule rule : RULES) {
                boolean asIs = rule == Rule.AS_IS && first != 1;
                if (asIs || rule != Rule.AS_IS && first > spare) {
                    continue;
                }
                Vocabulary vocabulary = Vocabulary.of(rule, first);
                long[] array = numbers.of(field, vocabulary);
                if (fits(field, array) && arrays.stream().noneMatch(other -> Arrays.equals(other, array))) {
                    arrays.add(array);
                    found.add(vocabulary);
                }
            }
        }
        return found;
    }

    private boolean fits(String field, long[] array) {
        long rows = rows(field);
        boolean items = !field.equals(Mapping.USER);
        for (int i = items ? dev.interestlens.data.Field.FIRST : 0; i < array.length; i++) {
            if (array[i] < 0 || array[i] >= rows) {
                return false;
            }
        }
        return true;
    }

    /** What was given, and the same one up and one down, where all of its numbers still fit. */
    private List<Vocabulary> neighbours(String field) {
        Vocabulary own = mapping.vocabularies().get(field);
        List<Vocabulary> all = new ArrayList<>(List.of(own));
        for (int by : new int[] {-1, 1}) {
            Vocabulary moved = moved(own, by);
            if (mostlyFits(field, numbers.of(field, moved))) {
                all.add(moved);
            }
        }
        return all;
    }

    /** Numbers of unknown keys are no sign of anything. */
    private boolean mostlyFits(String field, long[] array) {
        long rows = rows(field);
        return Arrays.stream(array).noneMatch(number -> number >= rows || number < Numbers.NONE);
    }

    static Vocabulary moved(Vocabulary own, int by) {
        Map<String, Long> others = null;
        if (own.numbers() != null) {
            others = new HashMap<>();
            for (Map.Entry<String, Long> each : own.numbers().entrySet()) {
                others.put(each.getKey(), Math.max(0, each.getValue() + by));
            }
        }
        return new Vocabulary(own.rule(), own.first() + by, own.file(), others, own.unknown(), null);
    }

    private void decide(String field, List<Vocabulary> all, boolean given) {
        boolean user = field.equals(Mapping.USER);
        NumberingRace race = new NumberingRace(host, mapping, numbers, samples, field, user ? 0 : given ? GIVEN : MAX);
        if (all.size() == 1) {
            double auc = race.auc(all.get(0));
            table.add(new Tried(field, all.get(0), auc, 0, 0, 0, true));
            mapping = mapping.with(field, all.get(0).withAuc(auc));
            return;
        }
        List<Tried> mine = race.run(all, all.get(0), user ? NumberingRace.FEW : NumberingRace.MANY);
        if (mine.isEmpty()) {
            open.add(field);
            return;
        }
        Tried best = mine.get(0);
        table.addAll(mine);
        if (given) {
            Vocabulary own = all.get(0);
            Optional<Tried> mineOwn =
                    mine.stream().filter(each -> each.vocabulary() == own).findFirst();
            if (best.vocabulary() != own && mineOwn.isPresent() && mineOwn.get().clear()) {
                shifted.add(field);
            } else if (field.equals(Mapping.ITEM) && mine.stream().anyMatch(each -> !each.clear())) {
                unsure.add(field);
            }
            mapping = mapping.with(field, own.withAuc(mineOwn.map(Tried::auc).orElse(Double.NaN)));
        } else {
            Tried chosen = field.equals(Mapping.USER) ? usual(all.get(0), best, mine) : best;
            mapping = mapping.with(field, chosen.vocabulary().withAuc(chosen.auc()));
            if (mine.stream().anyMatch(each -> !each.clear()) && !field.equals(Mapping.USER)) {
                open.add(field);
            }
        }
    }

    /** Users matter little to scores: the most usual numbering stands unless another is clearly better. */
    private static Tried usual(Vocabulary first, Tried best, List<Tried> all) {
        return all.stream()
                .filter(each -> each.vocabulary() == first)
                .filter(each -> !each.clear() || best == each)
                .findFirst()
                .orElse(best);
    }

    /** What is said of it in the contract. */
    Verdict verdict() {
        if (!shifted.isEmpty()) {
            return Examination.numbering(
                    false,
                    "numbering.shifted",
                    Map.of("fields", Text.same(String.join(", ", shifted)), "table", Text.same(short3())));
        }
        if (!open.isEmpty()) {
            return Examination.numbering(
                    false,
                    "numbering.open",
                    Map.of("fields", Text.same(String.join(", ", open)), "table", Text.same(short3())));
        }
        if (!unsure.isEmpty()) {
            return Examination.numbering(
                    null,
                    "numbering.unsure",
                    Map.of("fields", Text.same(String.join(", ", unsure)), "table", Text.same(short3())));
        }
        return Examination.numbering(true, "numbering", Map.of("table", Text.same(short3())));
    }

    /** The best of each field with its AUC. */
    private String short3() {
        List<String> words = new ArrayList<>();
        mapping.vocabularies().forEach((field, vocabulary) -> {
            String auc = vocabulary.auc() == null || vocabulary.auc().isNaN()
                    ? "–"
                    : String.format(Locale.ROOT, "%.3f", vocabulary.auc());
            words.add(field + ": " + name(vocabulary) + " (" + auc + ")");
        });
        return String.join(", ", words);
    }

    /** A numbering in a word: the rule and its first number, or by how much a file is moved. */
    static String name(Vocabulary vocabulary) {
        String rule = EnumNames.name(vocabulary.rule());
        return switch (vocabulary.rule()) {
            case OWN -> rule;
            case FILE, AS_IS -> {
                int by = vocabulary.first() - 1;
                yield by == 0 ? rule : rule + (by > 0 ? " + " : " − ") + Math.abs(by);
            }
            default -> rule + " + " + vocabulary.first();
        };
    }

    /** @throws ProblemException where a person must say what the numbers are */
    void requireClear(boolean byFile) {
        if (!shifted.isEmpty() && byFile) {
            throw problem("shifted", shifted);
        }
        if (!open.isEmpty()) {
            throw problem("unclear", open);
        }
    }

    private ProblemException problem(String key, List<String> fields) {
        StringBuilder lines = new StringBuilder();
        for (Tried each : table) {
            if (fields.contains(each.field())) {
                lines.append(String.format(
                        Locale.ROOT, "%n  %-10s %-20s %.4f", each.field(), name(each.vocabulary()), each.auc()));
            }
        }
        return Problem.badInput(Numbering.class, key)
                .file(host.file().path())
                .with("field", fields.get(0))
                .with("table", lines)
                .exception();
    }
}
