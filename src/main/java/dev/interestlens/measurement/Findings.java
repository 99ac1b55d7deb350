package dev.interestlens.measurement;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interestlens.data.source.Progress;
import dev.interestlens.explain.words.Text;
import dev.interestlens.export.report.FigureWords;
import dev.interestlens.export.report.MeasurementReport;
import dev.interestlens.store.OutputPath;
import dev.interestlens.store.SealedJson;
import dev.interestlens.train.run.RunDescription;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.workspace.OpenRun;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a measurement found of some subjects, as a document, as lines and as a file. */
public record Findings<R>(Measurement<?, R> measurement, List<Found<R>> found) {
    /**
     * Of one subject.
     *
     * @param given the name that the caller gave it
     * @param name for people
     * @param mark of its data set
     */
    public record Found<R>(String given, String name, Map<String, String> mark, R result) {
        /** Of a run. */
        public static <R> Found<R> of(String given, RunFolder run, R result) {
            RunDescription described = run.read();
            return new Found<>(given, described.marked(described.name()), described.mark(), result);
        }

        /** Of one run, or of several together. */
        public static <R> Found<R> of(List<RunFolder> runs, R result) {
            List<Found<R>> each = runs.stream()
                    .map(run -> of(run.path().toString(), run, result))
                    .toList();
            Map<String, String> mark = new LinkedHashMap<>();
            each.forEach(one -> mark.putAll(one.mark()));
            return new Found<>(joined(each, Found::given), joined(each, Found::name), mark, result);
        }

        private static <R> String joined(List<Found<R>> all, Function<Found<R>, String> name) {
            return all.stream().map(name).collect(Collectors.joining(", "));
        }
    }

    public Findings {
        found = List.copyOf(found);
    }

    /** Of one run. */
    public static <R> Findings<R> of(Measurement<?, R> measurement, String given, RunFolder run, R result) {
        return new Findings<>(measurement, List.of(Found.of(given, run, result)));
    }

    /** Of one run, or of several together. */
    public static <R> Findings<R> of(Measurement<?, R> measurement, List<RunFolder> runs, R result) {
        return new Findings<>(measurement, List.of(Found.of(runs, result)));
    }

    /** What is kept of runs together where no setting is given, else measured and not kept: for those who only read. */
    public static <S extends Record, R> Findings<R> of(
            Measurement<S, R> measurement,
            List<RunFolder> runs,
            Map<String, List<String>> settings,
            Progress progress) {
        S wanted = Setting.read(measurement, settings);
        Optional<R> kept = settings.isEmpty() ? measurement.kept(runs) : Optional.empty();
        return of(measurement, runs, kept.orElseGet(() -> measurement.measure(runs, wanted, Means.reading(progress))));
    }

    /** What is kept of an open run where no setting is given, else measured and not kept: for those who only read. */
    public static <S extends Record, R> Findings<R> of(
            Measurement<S, R> measurement,
            String given,
            OpenRun run,
            Map<String, List<String>> settings,
            Progress progress) {
        S wanted = Setting.read(measurement, settings);
        measurement.check(List.of(run.description()), wanted);
        Optional<R> kept = settings.isEmpty() ? measurement.kept(run.folder()) : Optional.empty();
        return of(
                measurement,
                given,
                run.folder(),
                kept.orElseGet(() -> measurement.measure(run, wanted, Means.of(progress))));
    }

    /** The one result where it is no list: that of one subject, or what several runs are together. */
    public Optional<R> whole() {
        return switch (measurement.subject()) {
            case RUN, DATA, RUNS_TOGETHER -> Optional.of(found.get(0).result());
            case RUNS -> Optional.empty();
            case RUNS_AS_ONE ->
                Optional.of(
                        measurement.together(found.stream().map(Found::result).toList()));
        };
    }

    /** For programs: what was found, or a list of runs where several are measured side by side. */
    public JsonNode document() {
        Optional<R> whole = whole();
        if (whole.isPresent()) {
            return tree(measurement.document(whole.get()), found.get(0).mark());
        }
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        ArrayNode runs = document.putArray("runs");
        found.forEach(each -> runs.add(named(each)));
        return document;
    }

    /** With its name, in the order of the names of all fields. */
    private ObjectNode named(Found<R> one) {
        Map<String, JsonNode> fields = new TreeMap<>();
        tree(measurement.document(one.result()), one.mark())
                .put("run", one.given())
                .properties()
                .forEach(each -> fields.put(each.getKey(), each.getValue()));
        return JsonNodeFactory.instance.objectNode().setAll(fields);
    }

    private static ObjectNode tree(ObjectNode tree, Map<String, String> mark) {
        if (!tree.has("source")) { // what tells its source has the mark there
            mark.forEach(tree::put);
        }
        return tree;
    }

    /** What stands above all else. */
    public List<Text> notes() {
        return FigureWords.mark(found.stream().map(Found::mark).toList());
    }

    /** For people, line by line. */
    public List<String> lines(Locale language) {
        return measurement.lines(named(), language);
    }

    public MeasurementReport report() {
        return measurement.tell(named());
    }

    /** The file of a name, by its ending. */
    public byte[] bytes(Path target, Locale language) {
        return OutputPath.ending(target).equals("json")
                ? SealedJson.bytes(document())
                : report().bytes(notes(), target, language);
    }

    private Map<String, R> named() {
        Map<String, R> named = new LinkedHashMap<>();
        found.forEach(each -> named.put(named.containsKey(each.name()) ? each.given() : each.name(), each.result()));
        return named;
    }
}
