package dev.interestlens.foreign;

import dev.interestlens.data.Field;
import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.foreign.guess.Guess;
import dev.interestlens.foreign.mapping.MappedInput;
import dev.interestlens.foreign.mapping.Mapping;
import dev.interestlens.foreign.mapping.Mapping.Rule;
import dev.interestlens.foreign.mapping.Mapping.Vocabulary;
import dev.interestlens.foreign.mapping.Numbers;
import dev.interestlens.foreign.mapping.VocabularyFile;
import dev.interestlens.foreign.onnx.GraphFile;
import dev.interestlens.foreign.onnx.GraphHost;
import dev.interestlens.model.Scorer;
import dev.interestlens.model.config.ModelInput;
import dev.interestlens.store.Handover;
import dev.interestlens.store.Problem;
import dev.interestlens.store.ProblemException;
import dev.interestlens.store.Sha256;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Opens an untrusted file in steps: it is checked, its inputs are guessed, its numberings found, and the model is examined. A person may change the
 * mapping between the steps. Closing ends the model's process.
 */
public final class Opening implements AutoCloseable {
    private static final int SHOWN = 5;

    private final GraphHost host;
    private final SampleSet samples;
    private final Numbers numbers;
    private final boolean given;
    private final List<Uncovered> uncovered = new ArrayList<>();
    private boolean byFile;
    private Mapping mapping;
    private Set<String> foundFields = new HashSet<>(); // fields whose numbers were not given
    private List<TriedNumbering> table = List.of();
    private Contract.Verdict numbering;
    private Contract contract = new Contract(List.of());

    private Opening(GraphHost host, SampleSet samples, Numbers numbers, Mapping mapping, boolean given) {
        this.host = host;
        this.samples = samples;
        this.numbers = numbers;
        this.mapping = mapping;
        this.given = given;
    }

    /**
     * Checks the file and guesses its inputs.
     *
     * @param given a person's mapping; empty to guess
     * @param seconds that one evaluation may take
     */
    public static Opening of(Path file, SampleSet samples, Optional<Mapping> given, int seconds) {
        GraphFile graph = GraphFile.read(file);
        GraphHost host = new GraphHost(graph, seconds);
        return Handover.of(host::close, () -> {
            host.start();
            return of(host, samples, given);
        });
    }

    private static Opening of(GraphHost host, SampleSet samples, Optional<Mapping> given) {
        GraphFile graph = host.file();
        Path file = graph.path();
        PreparedDataset data = samples.data();
        Numbers numbers = new Numbers(data);
        String sum = sum(file);
        Mapping mapping = given.orElseGet(
                () -> new Guess(graph, data, numbers, samples.config().history().maxLength()).mapping(sum));
        if (given.isPresent()
                && mapping.model() != null
                && !sum.equals(mapping.model().sha256())) {
            throw Problem.usage(Opening.class, "otherModel", file).exception();
        }
        for (MappedInput part : mapping.parts()) {
            if ("own".equals(part.source()) && isItemField(data, part.field())) {
                mapping = mapping.with(part.field(), Vocabulary.of(Rule.OWN, 2));
            }
        }
        return new Opening(host, samples, numbers, mapping, given.isPresent());
    }

    private static boolean isItemField(PreparedDataset data, String field) {
        return data.schema().categoricalItemFields().stream()
                .anyMatch(each -> each.name().equals(field));
    }

    private static String sum(Path file) {
        try {
            return Sha256.of(file);
        } catch (IOException e) {
            throw Problem.badInput(Opening.class, "unreadable", file).exception(e);
        }
    }

    public Mapping mapping() {
        return mapping;
    }

    /** A mapping that a person changed. */
    public void mapping(Mapping changed) {
        mapping = changed;
    }

    /** The file. */
    public GraphFile file() {
        return host.file();
    }

    /** How often the model's process ended unexpectedly and was restarted. */
    public int crashes() {
        return host.crashes();
    }

    /** Numbers of a field from a file; further columns give those of further fields. */
    public void vocabulary(String field, Path file) {
        vocabulary(field, VocabularyFile.read(file));
    }

    /**
     * The same from a file that was read.
     *
     * @throws ProblemException where it knows no value of the data set
     */
    public void vocabulary(String field, VocabularyFile read) {
        String name = known(field);
        Vocabulary own = read.own(name.equals(Mapping.ITEM) || name.equals(Mapping.USER) ? name : field);
        covered(name, own, read.file());
        mapping = mapping.withoutNumbers(foundFields).with(name, own);
        foundFields = new HashSet<>();
        byFile = true;
        read.further().forEach((column, vocabulary) -> {
            Optional<String> further = mapping.parts().stream()
                    .map(MappedInput::field)
                    .filter(each -> each != null && !each.equals(name) && !each.equals(Mapping.USER))
                    .filter(each -> alike(each, column))
                    .findFirst();
            further.filter(each -> !mapping.vocabularies().containsKey(each))
                    .ifPresent(each -> mapping = mapping.with(each, vocabulary));
        });
    }

    /** How many items or users a given file has no number for. */
    public record Uncovered(String field, String file, int without, int of, String example) {}

    /** What the given files lack. */
    public List<Uncovered> uncovered() {
        return List.copyOf(uncovered);
    }

    private void covered(String field, Vocabulary vocabulary, Path file) {
        PreparedDataset data = samples.data();
        boolean items = field.equals(Mapping.ITEM);
        if (!items && !field.equals(Mapping.USER)) {
            return;
        }
        int of = items ? data.items() : data.users();
        List<String> without = IntStream.range(0, of)
                .mapToObj(i -> items ? data.itemKey(i + Field.FIRST) : data.userKey(i))
                .filter(key -> !vocabulary.numbers().containsKey(key))
                .toList();
        if (without.size() == of) {
            throw Problem.badInput(Opening.class, "otherKeys", file)
                    .with("field", field)
                    .with("count", of)
                    .value(without.get(0))
                    .exception(
                            "key",
                            vocabulary.numbers().keySet().stream()
                                    .sorted()
                                    .findFirst()
                                    .orElse(""));
        }
        uncovered.removeIf(each -> each.field().equals(field));
        if (!without.isEmpty()) {
            uncovered.add(new Uncovered(field, file.getFileName().toString(), without.size(), of, without.get(0)));
        }
    }

    /** A field by its name, or by the beginning of it. */
    private String known(String field) {
        List<String> fields = mapping.parts().stream()
                .map(MappedInput::field)
                .filter(each -> each != null)
                .distinct()
                .toList();
        return fields.stream()
                .filter(field::equals)
                .findFirst()
                .or(() -> fields.stream().filter(each -> alike(each, field)).findFirst())
                .orElseThrow(() -> Problem.usage(Opening.class, "noSuchField")
                        .value(field)
                        .exception("known", String.join(", ", fields)));
    }

    private static boolean alike(String field, String column) {
        String a = field.toLowerCase(Locale.ROOT);
        String b = column.toLowerCase(Locale.ROOT);
        return a.startsWith(b) || b.startsWith(a) || b.replaceAll("_?id$", "").equals(a);
    }

    /**
     * Finds the numbers that were not given.
     *
     * @throws dev.interestlens.store.ProblemException where a person must give them
     */
    public void number() {
        numbered().requireClear(byFile);
    }

    /** The same, leaving unclear results to the contract. */
    public void numberQuietly() {
        numbered();
    }

    private Numbering numbered() {
        Mapping asked = mapping.withoutNumbers(foundFields);
        Numbering found = new Numbering(host, asked, numbers, new Samples(samples, given));
        found.run();
        table = found.table();
        numbering = found.verdict();
        mapping = found.mapping();
        foundFields = new HashSet<>(mapping.vocabularies().keySet());
        foundFields.removeAll(asked.vocabularies().keySet());
        return found;
    }

    /** Every numbering that was tried, the best of each field first. */
    public List<TriedNumbering> table() {
        return table;
    }

    /** The vocabulary of a line of the table. */
    public Vocabulary vocabulary(int line) {
        return table.get(line).vocabulary();
    }

    /** Uses the numbering of a line, regardless of the others. */
    public void choose(int line) {
        String field = table.get(line).field();
        mapping = mapping.with(field, vocabulary(line));
        foundFields.remove(field);
    }

    /** Examines the model. */
    public Contract examine() {
        Examination examination = new Examination(host, mapping, numbers, new Samples(samples, given));
        if (numbering != null) {
            examination.add(numbering);
        }
        examination.run();
        mapping = examination.mapping();
        contract = examination.contract();
        return contract;
    }

    public Contract contract() {
        return contract;
    }

    /** The model with the current mapping; it is closed with this. */
    public Scorer model() {
        Feed feed = new Feed(mapping, host.file(), numbers, samples.data());
        return new ForeignModel(
                host,
                feed,
                contract,
                new ModelInput(samples.data().schema(), mapping.length().most()));
    }

    /** The first values of an input, or of a part of it, for a sample; empty where numbers are not known yet. */
    public String preview(MappedInput input, MappedInput part) {
        try {
            Feed feed = new Feed(mapping, host.file(), numbers, samples.data());
            List<Row> one = new Samples(samples, given).rows(1);
            double[] values = TypedArrays.doubles(
                    feed.arrays(one, mapping.length().most()).get(input.name()));
            int from = part.columns() == null ? 0 : part.columns().get(0);
            int to = part.columns() == null ? values.length : part.columns().get(1);
            return Arrays.stream(values, from, Math.min(to, from + SHOWN))
                    .mapToObj(value -> value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value))
                    .collect(Collectors.joining(", "));
        } catch (ProblemException unknown) {
            return "";
        }
    }

    @Override
    public void close() {
        host.close();
    }
}
