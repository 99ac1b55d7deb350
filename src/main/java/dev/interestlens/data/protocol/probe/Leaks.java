package dev.interestlens.data.protocol.probe;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.interestlens.data.protocol.Candidates;
import dev.interestlens.data.protocol.Repeats;
import dev.interestlens.data.protocol.SampleCounts;
import dev.interestlens.data.protocol.SampleSet;

/**
 * What beside preferences shows the answer in the samples of a protocol, and which of it is harmless.
 *
 * @param repeats whether people come back to items that they have met, so that it is no leak that these are chosen more often
 * @param scoresCold whether targets that never occur in training are scored
 */
public record Leaks(SampleCounts counts, LeakProbes probes, FieldProbes fields, boolean repeats, boolean scoresCold) {
    /** The share of cold targets from which on they are named. */
    private static final double WARNED_FROM = 0.05;

    private static final String MET = "alreadyInHistory";

    public static Leaks of(SampleSet samples) {
        return new Leaks(
                samples.counts(),
                LeakProbes.of(samples),
                FieldProbes.of(samples),
                samples.repeats() == Repeats.ALL,
                samples.config().candidates() == Candidates.ALL);
    }

    /** Whether a probe does not show the answer. */
    public boolean isHarmless(String probe) {
        return comesBack(probe) || probes.isHarmless(probe);
    }

    /** Whether a probe tells what people of this log like. */
    public boolean comesBack(String probe) {
        return repeats && probe.equals(MET);
    }

    /** Whether so many test targets never occur in training that not occurring there is an answer, if they are scored. */
    public boolean warnsOfCold() {
        return counts.coldShare() >= WARNED_FROM;
    }

    /** Whether something beside preferences shows the answer. */
    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    @JsonPropertyDescription("Whether something beside preferences shows the answer")
    public boolean showsAnswer() {
        return warnsOfCold() && scoresCold
                || !fields.nearlyTheLabel().isEmpty()
                || !probes.figures().keySet().stream().allMatch(this::isHarmless);
    }
}
