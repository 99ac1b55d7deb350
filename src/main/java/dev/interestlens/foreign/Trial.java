package dev.interestlens.foreign;

import dev.interestlens.foreign.Contract.Check;
import dev.interestlens.foreign.Contract.Verdict;
import dev.interestlens.foreign.mapping.Mapping;
import dev.interestlens.foreign.mapping.Mapping.Attention;
import dev.interestlens.foreign.mapping.Mapping.Role;
import dev.interestlens.foreign.mapping.Mapping.Side;
import dev.interestlens.foreign.mapping.Numbers;
import dev.interestlens.foreign.onnx.GraphHost;
import dev.interestlens.store.ProblemException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A model under examination: its current mapping, the rows for checks, and the results. */
final class Trial {
    /** Behaviours of a history that is much shorter than the input. */
    static final int SHORT = 6;

    /** Rows for checks. */
    static final int ROWS = 13;

    /** An id for positions that should not be read. */
    static final int JUNK = 5;

    /** Tolerance for logits that should be equal, relative to the largest. */
    private static final double ALIKE = 2e-5;

    private final GraphHost host;
    private final Samples samples;
    private final Map<Check, Verdict> verdicts = new EnumMap<>(Check.class);
    private Mapping mapping;
    private Feed feed;
    private Scoring scoring;
    private List<Row> rows;
    private List<Row> brief;
    private float[] base;
    private double tolerance;

    Trial(GraphHost host, Mapping mapping, Numbers numbers, Samples samples) {
        this.host = host;
        this.samples = samples;
        feed = new Feed(mapping, host.file(), numbers, samples.data());
        use(mapping);
    }

    /** Sets the current mapping. */
    void use(Mapping other) {
        mapping = other;
        feed = feed.with(other);
        scoring = new Scoring(host, feed);
    }

    /** Chooses the rows for checks, and the tolerance of logits. */
    void begin() {
        rows = samples.rows(rowCount());
        brief = samples.rows(rowCount(), SHORT);
        scoreAgain();
        double largest = 1;
        for (float logit : base) {
            largest = Math.max(largest, Math.abs(logit));
        }
        tolerance = ALIKE * largest;
    }

    /** Scores the rows with the current mapping. */
    void scoreAgain() {
        base = scoring.logits(rows);
    }

    private int rowCount() {
        return mapping.batch() > 0 ? mapping.batch() : ROWS;
    }

    GraphHost host() {
        return host;
    }

    Samples samples() {
        return samples;
    }

    /** Whether a person decided how the model is fed. */
    boolean isGiven() {
        return samples.given();
    }

    Mapping mapping() {
        return mapping;
    }

    /** The model with the current mapping. */
    Scoring scoring() {
        return scoring;
    }

    /** The model with another mapping. */
    Scoring fed(Mapping other) {
        return new Scoring(host, feed.with(other));
    }

    /** Rows with histories in full length. */
    List<Row> rows() {
        return rows;
    }

    /** Rows whose histories are much shorter than the input. */
    List<Row> brief() {
        return brief;
    }

    /** Rows whose histories fill less than half of the input. */
    List<Row> middling() {
        return samples.rows(rowCount(), Math.max(2, mapping.length().most() * 2 / 5));
    }

    /** Logits of {@link #rows}. */
    float[] base() {
        return base;
    }

    /** Logits; empty where the batch is refused or crashes the process. */
    Optional<float[]> tried(Scoring by, List<Row> some) {
        try {
            return Optional.of(by.logits(some));
        } catch (ProblemException refused) {
            return Optional.empty();
        }
    }

    /** The largest difference between two ways of scoring the same rows; infinite where one is refused. */
    double apart(Scoring one, Scoring other, List<Row> some) {
        return apart(tried(one, some), tried(other, some));
    }

    static double apart(Optional<float[]> one, Optional<float[]> other) {
        return one.isEmpty() || other.isEmpty()
                ? Double.POSITIVE_INFINITY
                : AttentionFinder.difference(one.get(), other.get());
    }

    boolean alike(double difference) {
        return difference < tolerance;
    }

    /** Whether the input may be of any length. */
    boolean isDynamic() {
        return !mapping.length().baked();
    }

    /** Whether ids behind the length are not read. */
    boolean isLengthHonoured() {
        Mapping right = mapping.with(Side.RIGHT, true);
        return mapping.has(Role.LENGTH) && alike(apart(fed(right.padded(JUNK)), fed(right), brief));
    }

    /** Attention inside the model, with its effect. */
    List<Attention> attention(List<Row> some) {
        return new AttentionFinder(scoring, some).find();
    }

    void say(Verdict verdict) {
        verdicts.put(verdict.check(), verdict);
    }

    void say(Check check, Boolean passed, String key, Object... values) {
        say(ContractWords.verdict(check, passed, key, values));
    }

    /** Adds a verdict: passed where logits are equal. */
    void sayAlike(Check check, String key, double difference) {
        boolean passed = alike(difference);
        say(check, passed, passed ? key : key + ".not", "by", ContractWords.figure(difference));
    }

    boolean failed(Check check) {
        return verdicts.containsKey(check) && verdicts.get(check).failed();
    }

    Contract contract() {
        return new Contract(List.copyOf(verdicts.values()));
    }
}
