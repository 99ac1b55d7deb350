package dev.interestlens.export.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interestlens.explain.words.Text;
import dev.interestlens.metric.CatalogueRanking;
import dev.interestlens.metric.Interval;
import dev.interestlens.metric.References;
import dev.interestlens.train.config.ConfigJson;
import dev.interestlens.train.run.JournalEntry.EpochDone;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The facts about a run for a report.
 *
 * @param name of the run
 * @param family of its model, for instance {@code din}
 * @param versions of program, engine and Java that trained it
 * @param data what it was trained on
 * @param config all of its switches
 * @param parameters trainable numbers
 * @param epochs the finished ones in order
 * @param measured its quality, where that was measured
 * @param studies that were made of it
 */
public record RunFacts(
        String name,
        String family,
        String versions,
        Data data,
        JsonNode config,
        long parameters,
        List<EpochDone> epochs,
        Optional<Measured> measured,
        Studies studies) {
    public RunFacts {
        epochs = List.copyOf(epochs);
    }

    /**
     * Studies of a run, where they were made.
     *
     * @param fidelity whether it was measured with these weights
     * @param measurements what was measured of it beside
     * @param believed which of its explanations find planted causes
     */
    public record Studies(boolean fidelity, List<MeasurementReport> measurements, Optional<Text> believed) {
        public static final Studies NONE = new Studies(false, List.of(), Optional.empty());

        public Studies {
            measurements = List.copyOf(measurements);
        }
    }

    /**
     * A data set in one line.
     *
     * @param planted whether it is a copy of a log with planted causes
     */
    public record Data(String name, String fingerprint, long events, int users, int items, boolean planted) {}

    /**
     * Figures of one part.
     *
     * @param figures by name, NaN where one is not defined
     * @param intervals 95 % bootstrap intervals over users, of some of them
     * @param references baselines on the same rows
     * @param probes leak probes of the protocol
     * @param shifted whether the share of positives differs from that in training
     * @param calibrated whether its scores were fitted to the validation part after training
     * @param catalogue ranking of the whole catalogue, where that was measured
     * @param notes how negatives were sampled, and what was left out
     */
    public record Measured(
            int samples,
            int users,
            Map<String, Double> figures,
            Map<String, Interval> intervals,
            References references,
            Map<String, Double> probes,
            boolean shifted,
            boolean calibrated,
            Optional<CatalogueRanking> catalogue,
            List<Text> notes) {
        public Measured {
            notes = List.copyOf(notes);
        }
    }

    /** Every switch by its dotted name, in the order of the configuration. */
    public Map<String, String> switches() {
        return flat(config);
    }

    /** The values of a tree by their dotted names. */
    public static Map<String, String> flat(JsonNode tree) {
        return ConfigJson.flat(tree, value -> value.isTextual() ? value.asText() : value.toString());
    }
}
