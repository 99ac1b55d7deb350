package dev.interestlens.foreign;

import dev.interestlens.foreign.mapping.Mapping;
import dev.interestlens.foreign.mapping.Mapping.Vocabulary;
import dev.interestlens.foreign.mapping.Numbers;
import dev.interestlens.foreign.onnx.GraphHost;
import dev.interestlens.metric.ScoredSamples;
import dev.interestlens.store.ProblemException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Labelled rows in random order that a model scores with different numberings. No row is scored twice with the same numbers. */
final class NumberedRows {
    private final GraphHost host;
    private final Numbers numbers;
    private final Samples samples;
    private final Samples.Labelled rows;
    private final Map<Map<String, Vocabulary>, Optional<float[]>> scored = new HashMap<>();

    private ProblemException refusal;
    private boolean notFinite;

    /** @param max the most rows */
    NumberedRows(GraphHost host, Numbers numbers, Samples samples, int max) {
        this.host = host;
        this.numbers = numbers;
        this.samples = samples;
        rows = samples.labelled(max);
    }

    /** Why the model first refused rows; empty where it never did. */
    Optional<ProblemException> refusal() {
        return Optional.ofNullable(refusal);
    }

    /** Whether there were scores that are no numbers. */
    boolean notFinite() {
        return notFinite;
    }

    int size() {
        return rows.size();
    }

    float label(int row) {
        return rows.labels()[row];
    }

    int user(int row) {
        return rows.users()[row];
    }

    /** Logits of at least the first {@code count} rows; empty where these numbers do not fit. */
    Optional<float[]> logits(Mapping mapping, int count) {
        Map<String, Vocabulary> key = mapping.numbering();
        Optional<float[]> known = scored.getOrDefault(key, Optional.of(new float[0]));
        if (known.isPresent() && known.get().length < count) {
            known = extended(mapping, known.get(), count);
            scored.put(key, known);
        }
        return known;
    }

    private Optional<float[]> extended(Mapping mapping, float[] known, int count) {
        try {
            Feed feed = new Feed(mapping, host.file(), numbers, samples.data());
            float[] further = new Scoring(host, feed).logits(rows.rows(known.length, count));
            for (float logit : further) {
                if (!Float.isFinite(logit)) {
                    notFinite = true;
                    return Optional.empty();
                }
            }
            float[] all = Arrays.copyOf(known, count);
            System.arraycopy(further, 0, all, known.length, further.length);
            return Optional.of(all);
        } catch (ProblemException e) {
            refusal = refusal == null ? e : refusal;
            return Optional.empty();
        }
    }

    /** The first rows with their labels and users. */
    ScoredSamples scored(float[] logits, int count) {
        return ScoredSamples.of(
                Arrays.copyOf(logits, count), Arrays.copyOf(rows.labels(), count), Arrays.copyOf(rows.users(), count));
    }
}
