package dev.interestlens.foreign;

import dev.interestlens.explain.words.Text;
import dev.interestlens.explain.words.TextBundle;
import dev.interestlens.foreign.Contract.Check;
import dev.interestlens.foreign.Contract.Verdict;
import dev.interestlens.foreign.Mapping.Attention;
import dev.interestlens.foreign.Mapping.Empty;
import dev.interestlens.foreign.Mapping.Input;
import dev.interestlens.foreign.Mapping.Removal;
import dev.interestlens.foreign.Mapping.Role;
import dev.interestlens.foreign.Mapping.Scale;
import dev.interestlens.foreign.Mapping.Side;
import dev.interestlens.foreign.onnx.GraphFile;
import dev.interestlens.foreign.onnx.GraphHost;
import dev.interestlens.foreign.onnx.Variant;
import dev.interestlens.model.Intervention;
import dev.interestlens.store.ProblemException;
import dev.interestlens.store.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Tries a model: what is fed in which way, what may be relied on, and what that means for explanations. What it finds out about feeding is put into the
 * mapping on the way. Batches that may crash the process come last.
 */
final class Examination {
    private static final TextBundle WORDS = new TextBundle(Examination.class);
    private static final double ALIKE = 2e-5;
    private static final double MOVES = 1e-4;
    private static final int SHORT = 6;
    private static final int FURTHER = 13;
    private static final int TIMES = 8;
    private static final int JUNK = 5;

    private final GraphHost host;
    private final Numbers numbers;
    private final Samples samples;
    private final Map<Check, Verdict> verdicts = new EnumMap<>(Check.class);
    private Mapping mapping;
    private Feed feed;
    private Scoring scoring;
    private List<Row> rows;
    private List<Row> brief;
    private float[] base;
    private double tolerance;

    /** @param samples rows of the data set, at least a dozen, with histories of different lengths */
    Examination(GraphHost host, Mapping mapping, Numbers numbers, Samples samples) {
        this.host = host;
        this.numbers = numbers;
        this.samples = samples;
        this.mapping = mapping;
        feed = new Feed(mapping, host.file(), numbers, samples.data());
        use(mapping);
    }

    private void use(Mapping other) {
        mapping = other;
        feed = feed.with(other);
        scoring = new Scoring(host, feed);
    }

    Mapping mapping() {
        return mapping;
    }

    Contract contract() {
        return new Contract(List.copyOf(verdicts.values()));
    }

    /** Everything, in an order in which later checks may rely on earlier ones. */
    void run() {
        sizes();
        rows = samples.rows(rowCount());
        brief = samples.rows(rowCount(), SHORT);
        begin();
        if (!Double.isFinite(tolerance)) {
            return;
        }
        batches();
        scale();
        side();
        masks();
        padding();
        lengths();
        removal();
        attention();
        matters();
        range();
        empty();
    }

    private int rowCount() {
        return mapping.batch() > 0 ? mapping.batch() : FURTHER;
    }

    private void say(Check check, Boolean passed, String key, Object... values) {
        Map<String, Text> texts = new HashMap<>();
        for (int i = 0; i + 1 < values.length; i += 2) {
            Object value = values[i + 1];
            texts.put((String) values[i], value instanceof Text text ? text : Text.same(String.valueOf(value)));
        }
        verdicts.put(check, new Verdict(check, passed, WORDS.of("contract." + key, texts)));
    }

    static String figure(double value) {
        return !Double.isFinite(value)
                ? "∞"
                : value == 0
                        ? "0"
                        : value >= 0.095
                                ? String.format(Locale.ROOT, "%.2f", value)
                                : value >= 0.00095
                                        ? String.format(Locale.ROOT, "%.4f", value)
                                        : String.format(Locale.ROOT, "%.1e", value);
    }

    static String percent(double share) {
        return Math.round(100 * share) + " %";
    }

    /** Logits, or null where the batch is refused or takes the process with it. */
    private float[] tried(Scoring by, List<Row> some) {
        try {
            return by.logits(some);
        } catch (ProblemException refused) {
            return null;
        }
    }

    private boolean alike(double difference) {
        return difference < tolerance;
    }

    /** Which batches are taken at all. */
    private void sizes() {
        List<Row> some = samples.rows(FURTHER);
        if (tried(scoring, some) != null) {
            return;
        }
        for (int length : new int[] {20, 10, SHORT}) {
            if (!mapping.length().baked() && length < mapping.length().most()) {
                Mapping shorter = mapping.with(
                        new Mapping.Length(length, false, mapping.length().keep()));
                if (tried(new Scoring(host, feed.with(shorter)), some) != null) {
                    use(shorter);
                    return;
                }
            }
        }
        for (int size : new int[] {1, 2, 3, 4, 8, 16, 32, 64, 128, 256}) {
            Mapping fixed = mapping.withBatch(size);
            if (tried(new Scoring(host, feed.with(fixed)), some) != null) {
                use(fixed);
                return;
            }
        }
        scoring.logits(some); // says why
    }

    private void begin() {
        base = scoring.logits(rows);
        boolean finite = IntStream.range(0, base.length).allMatch(i -> Float.isFinite(base[i]));
        double largest = 1;
        for (float logit : base) {
            largest = Math.max(largest, Math.abs(logit));
        }
        tolerance = finite ? ALIKE * largest : Double.NaN;
        say(Check.FINITE, finite, finite ? "finite" : "finite.not");
        if (!finite) {
            return;
        }
        double again = AttentionFinder.difference(base, scoring.logits(rows));
        say(Check.REPEATABLE, again == 0, again == 0 ? "repeatable" : "repeatable.not", "by", figure(again));
    }

    private void batches() {
        boolean training = host.file().training();
        if (mapping.batch() > 1) {
            say(Check.BATCH_SIZE, false, "batchSize.baked", "size", mapping.batch());
        } else {
            float[] many = tried(scoring, repeated(rows, TIMES));
            double apart = many == null
                    ? Double.POSITIVE_INFINITY
                    : AttentionFinder.difference(base, Arrays.copyOf(many, base.length));
            say(Check.BATCH_SIZE, alike(apart), alike(apart) ? "batchSize" : "batchSize.not", "by", figure(apart));
        }
        float[] alone = new float[base.length];
        boolean taken = true;
        for (int i = 0; i < alone.length; i++) {
            float[] one = tried(scoring, List.of(rows.get(i)));
            taken &= one != null;
            alone[i] = one == null ? Float.NaN : one[0];
        }
        double mates = AttentionFinder.difference(base, alone);
        String cause = training ? "batchMates.training" : taken ? "batchMates.not" : "batchMates.refused";
        say(Check.BATCH_MATES, alike(mates), alike(mates) ? "batchMates" : cause, "by", figure(mates));
        List<Row> turned = new ArrayList<>(rows);
        java.util.Collections.reverse(turned);
        float[] back = scoring.logits(turned);
        float[] sorted = new float[back.length];
        for (int i = 0; i < back.length; i++) {
            sorted[i] = back[back.length - 1 - i];
        }
        double order = AttentionFinder.difference(base, sorted);
        say(Check.BATCH_ORDER, alike(order), alike(order) ? "batchOrder" : "batchOrder.not", "by", figure(order));
    }

    private static List<Row> repeated(List<Row> of, int times) {
        List<Row> all = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            all.addAll(of);
        }
        return all;
    }

    private void scale() {
        Mapping.Output output = mapping.output();
        if (output.logit().equals(output.name())) {
            boolean within = IntStream.range(0, base.length).allMatch(i -> base[i] >= 0 && base[i] <= 1);
            if (within && output.scale() == Scale.LOGIT) {
                use(mapping.with(new Mapping.Output(output.name(), output.kind(), Scale.PROBABILITY, output.logit())));
                base = scoring.logits(rows);
                say(Check.SCALE, null, "scale.probability");
                return;
            }
            say(Check.SCALE, true, output.scale() == Scale.LOGIT ? "scale.logit" : "scale.probability");
        } else {
            say(Check.SCALE, true, "scale.sigmoid", "tensor", output.logit());
        }
    }

    /** By the length input, by scores that are the same on both sides, by the row that is read; else it is a question. */
    private void side() {
        float[] right = tried(new Scoring(host, feed.with(mapping.with(Side.RIGHT, true))), brief);
        float[] left = tried(new Scoring(host, feed.with(mapping.with(Side.LEFT, true))), brief);
        Side given = mapping.history().side();
        boolean asked = Boolean.TRUE.equals(samples.given());
        if (mapping.has(Role.LENGTH) && lengthHonoured(brief)) {
            use(mapping.with(Side.RIGHT, true));
            say(Check.SIDE, null, "side.length");
        } else if (right != null && left != null && alike(AttentionFinder.difference(right, left))) {
            use(mapping.with(given, true));
            say(Check.SIDE, null, "side.free");
        } else if (asked) {
            say(Check.SIDE, null, given == Side.LEFT ? "side.left" : "side.right");
        } else {
            byRow();
        }
    }

    private void byRow() {
        use(mapping.with(Side.RIGHT, true));
        Mapping.Read read = finder().stream()
                .filter(Attention::betweenPositions)
                .map(Attention::read)
                .reduce((first, second) -> second)
                .orElse(Mapping.Read.MEAN);
        if (read == Mapping.Read.LAST) {
            use(mapping.with(Side.LEFT, true));
            say(Check.SIDE, null, "side.left");
        } else if (read == Mapping.Read.LAST_REAL) {
            say(Check.SIDE, null, "side.right");
        } else {
            use(mapping.with(Side.RIGHT, false));
            say(Check.SIDE, null, "side.open");
        }
    }

    private List<Attention> finder() {
        return new AttentionFinder(scoring, middling()).find();
    }

    /** Rows whose histories fill less than the input. */
    private List<Row> middling() {
        return samples.rows(rowCount(), Math.max(2, mapping.length().most() * 2 / 5));
    }

    private boolean lengthHonoured(List<Row> some) {
        Mapping junk = mapping.with(Side.RIGHT, true).with(padded(JUNK));
        float[] with = tried(new Scoring(host, feed.with(junk)), some);
        float[] without = tried(new Scoring(host, feed.with(mapping.with(Side.RIGHT, true))), some);
        return with != null && without != null && alike(AttentionFinder.difference(with, without));
    }

    /** Inputs whose places without a behaviour hold another id. */
    private List<Input> padded(int id) {
        return mapping.inputs().stream()
                .map(input -> input.parts() == null
                        ? padded(input, id)
                        : input.made(input.parts().stream()
                                .map(part -> padded(part, id))
                                .toList()))
                .toList();
    }

    private static Input padded(Input part, int id) {
        if (part.role() != Role.HISTORY) {
            return part;
        }
        return new Input(
                part.name(),
                part.role(),
                part.field(),
                part.columns(),
                part.width(),
                id,
                part.side(),
                part.order(),
                part.open(),
                part.fill(),
                part.source(),
                part.rows(),
                part.certain(),
                part.parts());
    }

    private void masks() {
        if (mapping.has(Role.MASK)) {
            Mapping junk = mapping.with(padded(JUNK)).with(Removal.MASK);
            Mapping plain = mapping.with(Removal.MASK);
            float[] with = tried(new Scoring(host, feed.with(junk)), brief);
            float[] without = tried(new Scoring(host, feed.with(plain)), brief);
            double apart = with == null || without == null
                    ? Double.POSITIVE_INFINITY
                    : AttentionFinder.difference(with, without);
            say(Check.MASK, alike(apart), alike(apart) ? "mask" : "mask.not", "by", figure(apart));
        }
        if (mapping.has(Role.LENGTH)) {
            boolean honoured = lengthHonoured(brief);
            say(Check.LENGTH_INPUT, honoured ? true : null, honoured ? "length" : "length.not");
        }
    }

    /** Tables that histories are looked up in. */
    private List<String> tables() {
        Set<String> names = new LinkedHashSet<>();
        for (Input input : mapping.inputs()) {
            for (Input part : input.each().toList()) {
                if (part.role() == Role.HISTORY) {
                    GraphFile.Columns columns = part.columns() == null
                            ? GraphFile.Columns.ALL
                            : new GraphFile.Columns(
                                    part.columns().get(0), part.columns().get(1));
                    host.file().use(input.name()).tables(columns).stream()
                            .filter(table -> table.width() > 0)
                            .forEach(table -> names.add(table.name()));
                }
            }
        }
        return host.file().changeable(names);
    }

    private boolean dynamic() {
        return !mapping.length().baked();
    }

    private void padding() {
        double byLength = 0;
        if (dynamic()) {
            float[] exact = tried(scoring.at(SHORT), brief);
            float[] full = tried(scoring, brief);
            byLength = exact == null || full == null ? Double.NaN : AttentionFinder.difference(exact, full);
        }
        List<String> tables = tables();
        float[] now = scoring.logits(brief);
        double byRow = Double.NaN;
        if (!tables.isEmpty()) {
            Variant other = new Variant(scoring.logitVariant().outputs(), List.of(), tables);
            byRow = AttentionFinder.difference(now, scoring.logits(brief, other));
        }
        boolean zero = host.file().firstRowsAreZero(tables);
        boolean longer = dynamic() && !Double.isNaN(byLength) && !alike(byLength);
        boolean read = longer || !zero && !Double.isNaN(byRow) && !alike(byRow);
        boolean added = zero && !Double.isNaN(byRow) && !alike(byRow);
        double share = read || added ? paddingShare() : 0;
        if (read) {
            double by = longer ? byLength : byRow;
            String key = share > 0.005 ? "padding.attended" : longer ? "padding.longer" : "padding.read";
            say(
                    Check.PADDING,
                    false,
                    key,
                    "share",
                    percent(share),
                    "by",
                    figure(by),
                    "places",
                    mapping.length().most());
        } else if (added) {
            boolean known = dynamic() && !Double.isNaN(byLength);
            say(Check.PADDING, known ? true : null, "padding.zero", "share", percent(share));
        } else if (tables.isEmpty() && !dynamic()) {
            say(Check.PADDING, null, "padding.unknown");
        } else {
            say(Check.PADDING, true, "padding");
        }
    }

    private double paddingShare() {
        List<Attention> found = new AttentionFinder(scoring, brief).find();
        return found.stream()
                .mapToDouble(each -> each.paddingShare() == null ? 0 : each.paddingShare())
                .max()
                .orElse(0);
    }

    private void lengths() {
        int most = mapping.length().most();
        if (!dynamic()) {
            say(Check.LENGTHS, null, "lengths.fixed", "places", most);
            return;
        }
        float[] shorter = tried(scoring.at(SHORT), brief);
        float[] longer = tried(scoring.at(most + FURTHER), brief);
        if (shorter == null) {
            use(mapping.with(new Mapping.Length(most, true, mapping.length().keep())));
            say(Check.LENGTHS, false, "lengths.baked", "places", most);
            return;
        }
        float[] now = scoring.logits(brief);
        double apart = AttentionFinder.difference(now, shorter);
        if (longer == null) {
            say(
                    Check.LENGTHS,
                    alike(apart) ? null : false,
                    alike(apart) ? "lengths.limited" : "lengths.limited.not",
                    "places",
                    most,
                    "by",
                    figure(apart));
        } else {
            double further = Math.max(apart, AttentionFinder.difference(now, longer));
            say(Check.LENGTHS, alike(further), alike(further) ? "lengths" : "lengths.not", "by", figure(further));
        }
    }

    /** The way in which what is removed is not read any more. */
    private void removal() {
        if (Boolean.TRUE.equals(samples.given())) {
            say(Check.REMOVAL, null, "removal." + mapping.removal().name().toLowerCase(Locale.ROOT));
            return;
        }
        boolean masked = mapping.has(Role.MASK) && !verdicts.get(Check.MASK).failed();
        boolean read = verdicts.get(Check.PADDING).failed();
        if (masked) {
            use(mapping.with(Removal.MASK));
        } else if (mapping.has(Role.LENGTH) || mapping.has(Role.MASK)) {
            use(mapping.with(mapping.has(Role.LENGTH) ? Removal.COMPACT : Removal.MASK));
        } else if (!read && holes()) {
            use(mapping.with(Removal.HOLE));
        } else if (read && dynamic()) {
            use(mapping.with(Removal.SHORTEN));
        } else {
            use(mapping.with(Removal.COMPACT));
        }
        String key = read && mapping.removal() == Removal.COMPACT && !mapping.has(Role.LENGTH)
                ? "removal.replaced"
                : "removal." + mapping.removal().name().toLowerCase(Locale.ROOT);
        say(Check.REMOVAL, null, key);
        base = scoring.logits(rows);
    }

    /** Whether padding in the middle of a history is not read. */
    private boolean holes() {
        List<String> tables = tables();
        List<Row> with = new ArrayList<>();
        for (Row row : rows) {
            boolean[] kept = new boolean[row.length()];
            Arrays.fill(kept, true);
            if (kept.length > 2) {
                kept[kept.length / 2] = false;
            }
            with.add(new Row(row.raw(), row.sample(), kept));
        }
        Scoring holes = new Scoring(host, feed.with(mapping.with(Removal.HOLE)));
        float[] now = tried(holes, with);
        if (now == null) {
            return false;
        }
        if (tables.isEmpty()) {
            float[] moved = tried(new Scoring(host, feed.with(mapping.with(Removal.COMPACT))), with);
            return moved != null && alike(AttentionFinder.difference(now, moved));
        }
        Variant other = new Variant(holes.logitVariant().outputs(), List.of(), tables);
        double apart = AttentionFinder.difference(now, holes.logits(with, other));
        boolean zero = host.file().firstRowsAreZero(tables);
        return alike(apart) || zero;
    }

    private void attention() {
        List<Attention> found = finder();
        use(mapping.withAttention(found));
        if (found.isEmpty()) {
            say(Check.ATTENTION, null, "attention.none");
            return;
        }
        double matters = matters(found);
        boolean decoration = matters < 0.01;
        say(
                Check.ATTENTION,
                decoration ? null : true,
                decoration ? "attention.decoration" : "attention",
                "count",
                found.size(),
                "by",
                figure(matters));
    }

    /** By how much even weights everywhere move the logit at most. */
    private double matters(List<Attention> found) {
        List<Row> some = middling();
        Weights weights = new Weights(scoring, found);
        Map<String, Tensor> arrays = weights.arrays(some);
        float[] even = weights.logits(some, weights.changed(arrays, some, row -> Intervention.even(row.length())));
        return AttentionFinder.difference(scoring.logits(some), even);
    }

    private void matters() {
        List<Row> other = samples.otherHistories(rows);
        double history = AttentionFinder.difference(base, scoring.logits(other));
        say(Check.HISTORY_MATTERS, history > MOVES, history > MOVES ? "history" : "history.not", "by", figure(history));
        double candidate = AttentionFinder.difference(base, scoring.logits(samples.otherCandidates(rows)));
        say(
                Check.CANDIDATE_MATTERS,
                candidate > MOVES,
                candidate > MOVES ? "candidate" : "candidate.not",
                "by",
                figure(candidate));
        double order = AttentionFinder.difference(base, scoring.logits(samples.turned(rows)));
        say(Check.ORDER, null, alike(order) ? "order.free" : "order.read", "by", figure(order));
    }

    private void range() {
        Input history = mapping.history();
        long size = history.rows() == null ? 0 : history.rows();
        if (size == 0 || history.source() != null) {
            say(Check.ID_RANGE, null, "ids.unknown");
            return;
        }
        Mapping full = mapping.with(Removal.COMPACT); // with places that padding fills
        boolean beyond = tried(new Scoring(host, feed.with(full.with(padded((int) size)))), brief) == null;
        boolean below = tried(new Scoring(host, feed.with(full.with(padded(-1)))), brief) == null;
        say(
                Check.ID_RANGE,
                beyond ? below ? Boolean.TRUE : null : Boolean.FALSE,
                beyond ? below ? "ids" : "ids.negative" : "ids.not",
                "rows",
                size);
    }

    private void empty() {
        if (Boolean.TRUE.equals(samples.given()) && mapping.empty() != Empty.FED) {
            say(Check.EMPTY_HISTORY, false, "empty." + mapping.empty().name().toLowerCase(Locale.ROOT));
            return;
        }
        List<Row> nothing = samples.empty(rows);
        List<Row> one = List.of(nothing.get(0));
        int before = host.crashes();
        if (finite(tried(scoring, one)) && finite(tried(scoring, mixed(nothing)))) {
            say(Check.EMPTY_HISTORY, true, "empty");
            return;
        }
        boolean crashed = host.crashes() > before;
        for (Empty way : List.of(Empty.BESIDE, Empty.PLACE)) {
            Scoring by = new Scoring(host, feed.with(mapping.with(way)));
            if (finite(tried(by, one)) && finite(tried(by, mixed(nothing)))) {
                use(mapping.with(way));
                say(
                        Check.EMPTY_HISTORY,
                        false,
                        (crashed ? "empty.crash." : "empty.") + way.name().toLowerCase(Locale.ROOT));
                return;
            }
        }
        use(mapping.with(Empty.REFUSED));
        say(Check.EMPTY_HISTORY, false, crashed ? "empty.crash.refused" : "empty.refused");
    }

    private List<Row> mixed(List<Row> nothing) {
        List<Row> mixed = new ArrayList<>(nothing.subList(0, 1));
        mixed.addAll(rows.subList(0, Math.min(2, rows.size())));
        return mixed;
    }

    private static boolean finite(float[] logits) {
        if (logits == null) {
            return false;
        }
        for (float logit : logits) {
            if (!Float.isFinite(logit)) {
                return false;
            }
        }
        return true;
    }

    /** What was said of the numbers before. */
    void add(Verdict verdict) {
        verdicts.put(verdict.check(), verdict);
    }

    /** The words of a verdict on the numbers. */
    static Verdict numbering(Boolean passed, String key, Map<String, Text> values) {
        return new Verdict(Check.NUMBERING, passed, WORDS.of("contract." + key, values));
    }

    /** The numbers that rows are fed by. */
    Numbers numbers() {
        return numbers;
    }
}
