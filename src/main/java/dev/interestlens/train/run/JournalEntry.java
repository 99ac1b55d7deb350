package dev.interestlens.train.run;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.interestlens.metric.Interval;
import dev.interestlens.metric.Lead;
import dev.interestlens.metric.ProbabilityMetric;
import dev.interestlens.metric.RankMetric;
import dev.interestlens.metric.RankingMetric;
import dev.interestlens.metric.RowMetric;
import dev.interestlens.store.EnumNames;
import dev.interestlens.store.FileAccess;
import dev.interestlens.store.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One record of a run's journal, JSON with its kind in {@code event}. Steps count from 1 over the whole run, epochs from 1. A {@link Started} with
 * {@code fromStep} s supersedes earlier steps, epochs and checkpoints beyond s: {@link #effective} drops them.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
    @JsonSubTypes.Type(value = JournalEntry.Started.class, name = "start"),
    @JsonSubTypes.Type(value = JournalEntry.Described.class, name = "description"),
    @JsonSubTypes.Type(value = JournalEntry.Pretraining.class, name = "pretraining"),
    @JsonSubTypes.Type(value = JournalEntry.Pretrained.class, name = "pretrained"),
    @JsonSubTypes.Type(value = JournalEntry.Neighboured.class, name = "neighboured"),
    @JsonSubTypes.Type(value = JournalEntry.Weighed.class, name = "weighed"),
    @JsonSubTypes.Type(value = JournalEntry.Popular.class, name = "popular"),
    @JsonSubTypes.Type(value = JournalEntry.Trended.class, name = "trended"),
    @JsonSubTypes.Type(value = JournalEntry.Calibrated.class, name = "calibrated"),
    @JsonSubTypes.Type(value = JournalEntry.Compared.class, name = "compared"),
    @JsonSubTypes.Type(value = JournalEntry.Step.class, name = "step"),
    @JsonSubTypes.Type(value = JournalEntry.EpochDone.class, name = "epoch"),
    @JsonSubTypes.Type(value = JournalEntry.Validated.class, name = "validation"),
    @JsonSubTypes.Type(value = JournalEntry.CheckpointSaved.class, name = "checkpoint"),
    @JsonSubTypes.Type(value = JournalEntry.Damaged.class, name = "damaged"),
    @JsonSubTypes.Type(value = JournalEntry.StateChanged.class, name = "state"),
    @JsonSubTypes.Type(value = JournalEntry.Skipped.class, name = "skipped"),
    @JsonSubTypes.Type(value = JournalEntry.Ended.class, name = "end")
})
public sealed interface JournalEntry {
    /**
     * A trainer began or went on.
     *
     * @param time milliseconds since 1970
     * @param fromStep steps already done
     * @param stepsPerEpoch steps of an epoch
     * @param epochs that were configured
     * @param parameters trainable numbers
     * @param samples training samples of an epoch
     * @param device it runs on
     * @param threads of the engine
     * @param versions of this program, the engine and Java
     */
    record Started(
            long time,
            long fromStep,
            int stepsPerEpoch,
            int epochs,
            long parameters,
            long samples,
            String device,
            int threads,
            String versions)
            implements JournalEntry {}

    /**
     * The checksum of {@code run.json}. Runs of older versions have none.
     *
     * @param sha256 of the file
     */
    record Described(String sha256) implements JournalEntry {}

    /**
     * A small sequence model learns item embeddings before the first step.
     *
     * @param steps of it
     * @param seconds that they take, judged by the first ones
     * @param done how many steps are done; null in the first record, and in journals of older versions
     */
    record Pretraining(int steps, double seconds, Integer done) implements JournalEntry {
        /** The share of the steps that are done. */
        public double share() {
            return done == null ? 0 : (double) done / steps;
        }
    }

    /**
     * A small sequence model learnt item embeddings before the first step. The figures are NDCG@10 over the whole catalogue, on the validation part.
     *
     * @param model null where no user could be evaluated
     * @param auc share of other items that rank below the true one; null where no user could be evaluated, and in journals of older versions
     * @param baselineAuc likewise, of popularity or co-occurrence, whichever is better
     * @param popularityAuc likewise, of popularity; null where {@code auc} is, and in journals of 3 December 2026 and before
     * @param used whether the run begins from them
     * @param trial both starts after some steps; null where the figures alone decide, and in journals of older versions
     */
    record Pretrained(
            Double model,
            Double popularity,
            Double coOccurrence,
            Double auc,
            Double baselineAuc,
            Double popularityAuc,
            boolean used,
            StartTrial trial)
            implements JournalEntry {
        /** Whether it orders the whole catalogue worse than popularity does: a model that begins from its embeddings stays so. */
        public boolean ranksBelowPopularity() {
            return popularityAuc != null && auc < popularityAuc;
        }
    }

    /**
     * The first steps of a run, taken from each of two starts. NDCG@10 over the whole catalogue, on the validation part.
     *
     * @param steps that were taken from each
     * @param learnt NDCG@10 from the item embeddings of the sequence model
     * @param random NDCG@10 from random ones
     */
    record StartTrial(int steps, double learnt, double random) {}

    /**
     * What followed what was made before the first step.
     *
     * @param kind of the table: knn, rules, ease or sum
     * @param strength that was chosen for it
     * @param decay by which each further behaviour back counts less
     * @param ndcg10 over the whole catalogue of the sum alone, on the validation part; null where no user could be evaluated
     */
    record Neighboured(String kind, double strength, double decay, Double ndcg10) implements JournalEntry {}

    /**
     * At the end of an epoch the weight of what followed what was chosen on the validation part.
     *
     * @param learnt the weight that training found
     * @param chosen the weight of the epoch's model
     * @param learntNdcg10 over the whole catalogue with the one; null where it is not defined
     * @param ndcg10 with the other
     * @param added kind of the table that was added to the trained one, or took its place; null for none, and in journals of older versions
     * @param share how much of it was added, beside 1 of the trained one; null where nothing was, as where it took its place
     */
    record Weighed(
            int epoch,
            long step,
            double learnt,
            double chosen,
            Double learntNdcg10,
            Double ndcg10,
            String added,
            Double share)
            implements JournalEntry {}

    /**
     * The table of what is popular just then was made before the first step.
     *
     * @param days before the impression that are counted
     * @param ndcg10 over the whole catalogue of their counts alone, on the validation part; null where no user could be evaluated
     */
    record Popular(int days, Double ndcg10) implements JournalEntry {}

    /**
     * At the end of an epoch what is popular just then was added to the epoch's model.
     *
     * @param days before the impression that are counted
     * @param weight of the term
     * @param ndcg10Without over the whole catalogue on the validation part without the term
     * @param ndcg10 with it
     */
    record Trended(int epoch, long step, int days, double weight, double ndcg10Without, double ndcg10)
            implements JournalEntry {}

    /**
     * At the end of an epoch the logits z of the epoch's model, with all its terms, became scale · z + shift: what fits the labels of the validation
     * part best. The order of candidates stays.
     */
    record Calibrated(int epoch, long step, double scale, double shift) implements JournalEntry {}

    /**
     * At the end of an epoch its model stood beside scorers that are simpler, over the same users of the validation part.
     *
     * @param ndcg10 of the model over the whole catalogue
     */
    record Compared(int epoch, long step, int users, double ndcg10, List<Rival> rivals) implements JournalEntry {
        public Compared {
            rivals = List.copyOf(rivals);
        }
    }

    /**
     * A simpler scorer.
     *
     * @param name {@code table}, the model's own term of what followed what, alone; {@code popularity}; {@code coOccurrence}
     * @param ndcg10 of it
     * @param difference NDCG@10 of the model less that of it, paired by user
     * @param low end of its 95 % interval over the users
     * @param high other end
     * @param lead what that means
     */
    record Rival(String name, double ndcg10, double difference, double low, double high, Lead lead) {}

    /**
     * Some steps were done.
     *
     * @param step the last of them
     * @param loss mean over the steps since the last record
     * @param auxiliaryLoss likewise; 0 where the model has none
     * @param samplesPerSecond since the last record, pauses left out
     * @param seconds of training so far
     * @param time milliseconds since 1970; null in journals of older versions
     */
    record Step(
            int epoch,
            long step,
            double loss,
            double auxiliaryLoss,
            double learningRate,
            double samplesPerSecond,
            double seconds,
            Long time)
            implements JournalEntry {}

    /**
     * An epoch was finished and validated.
     *
     * @param loss mean over the epoch's samples
     * @param valid measures on the validation part
     * @param best whether it is the best so far
     */
    record EpochDone(int epoch, long step, double loss, Valid valid, boolean best, double seconds)
            implements JournalEntry {}

    /**
     * Within an epoch, or at its end, the rows of a fixed sample of the validation users were measured, for the curves only.
     *
     * @param rows of these users
     */
    record Validated(int epoch, long step, Valid valid, int rows, double seconds) implements JournalEntry {}

    /**
     * Measures on the validation part; null where they are not defined.
     *
     * @param rows each of {@link RowMetric#ofEpochs} by its name, fields of their own in JSON; journals of older versions have fewer
     * @param ranking over the whole catalogue; null also in journals of older versions
     * @param objective the loss of training, of validation users, without dropout and before terms of the logit are weighed; null where no user can be evaluated, and in journals of older
     *     versions
     */
    record Valid(@JsonAnyGetter @JsonAnySetter Map<String, Double> rows, Ranked ranking, Double objective) {
        public Valid {
            rows = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
        }

        /** Of rows, without a ranking. */
        public static Valid of(Map<String, Double> rows) {
            return new Valid(rows, null, null);
        }

        /** Nothing was measured. */
        public static Valid none() {
            return of(Map.of());
        }

        /** The same with the figures over the catalogue. */
        public Valid with(Ranked ranked, Double loss) {
            return new Valid(rows, ranked, loss);
        }

        /** A metric of the rows, or null. */
        public Double row(RowMetric metric) {
            return rows.get(metric.id());
        }

        /** Those of the catalogue first, then those of the rows, by name, also those that are null. */
        public Map<String, Double> figures() {
            Map<String, Double> figures = new LinkedHashMap<>();
            RankingMetric.ofEpochs().forEach(metric -> figures.put(metric.id(), ranked(metric)));
            RowMetric.ofEpochs().forEach(metric -> figures.put(metric.id(), row(metric)));
            return figures;
        }

        /** AUC of the rows, or null. */
        public Double auc() {
            return row(RankMetric.AUC);
        }

        /** Log loss of the rows, or null. */
        public Double logLoss() {
            return row(ProbabilityMetric.LOG_LOSS);
        }

        /** A metric of the whole catalogue, or null. */
        public Double ranked(RankingMetric metric) {
            return ranking == null ? null : ranking.figures().get(metric.id());
        }

        /** NDCG@10 over the whole catalogue, or null. */
        public Double ndcg10() {
            return ranked(RankingMetric.NDCG10);
        }
    }

    /**
     * How a fixed sample of validation users' true items rank among the whole catalogue.
     *
     * @param users that were evaluated
     * @param items of the catalogue
     * @param figures each of {@link RankingMetric#ofEpochs} by its name, fields of their own in JSON, also those that are null; journals of older versions have fewer
     * @param ndcgInterval 95 % of NDCG@10 over the users; null where it is not defined, and in journals of older versions
     */
    record Ranked(
            int users,
            int items,
            @JsonAnyGetter @JsonAnySetter Map<String, Double> figures,
            Interval ndcgInterval) {
        public Ranked {
            figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
        }

        /** NDCG@10, or null. */
        public Double ndcg10() {
            return figures.get(RankingMetric.NDCG10.id());
        }
    }

    /**
     * A checkpoint is on the disk.
     *
     * @param file below {@code checkpoints/}
     * @param sha256 of the file
     */
    record CheckpointSaved(int epoch, long step, String file, String sha256, long bytes) implements JournalEntry {}

    /**
     * A checkpoint did not match its checksum when the run was resumed.
     *
     * @param file below {@code checkpoints/}
     * @param restored whether it was restored with the same bits from another one
     */
    record Damaged(String file, boolean restored) implements JournalEntry {}

    /** The run was paused or resumed. */
    record StateChanged(long time, RunState state) implements JournalEntry {}

    /** A batch was not applied since its loss or gradients were not finite. */
    record Skipped(int epoch, long step) implements JournalEntry {}

    /**
     * The trainer ended by itself.
     *
     * @param bestEpoch 0 where no epoch was finished
     * @param bestValue of the metric that decides
     */
    record Ended(long time, StopReason reason, int epoch, long step, int bestEpoch, Double bestValue)
            implements JournalEntry {}

    JsonMapper MAPPER = Json.strict().addModule(new EnumNames()).build();

    /** As bytes for the journal. */
    default byte[] encode() {
        return FileAccess.get(() -> MAPPER.writerFor(JournalEntry.class).writeValueAsBytes(this));
    }

    /** @param file of the journal, which a problem names */
    static JournalEntry decode(byte[] payload, Path file) {
        return Json.read(MAPPER, payload, JournalEntry.class, file);
    }

    /** The entries that count: what a resume superseded is left out. */
    static List<JournalEntry> effective(List<JournalEntry> all) {
        List<JournalEntry> kept = new ArrayList<>();
        for (JournalEntry entry : all) {
            if (entry instanceof Started started) {
                kept.removeIf(old -> superseded(old, started.fromStep()));
            }
            kept.add(entry);
        }
        return kept;
    }

    /** Whether an entry is beyond the step from which a trainer resumed. */
    static boolean superseded(JournalEntry entry, long fromStep) {
        return entry instanceof Step step && step.step() > fromStep
                || entry instanceof EpochDone epoch && epoch.step() > fromStep
                || entry instanceof Weighed weighed && weighed.step() > fromStep
                || entry instanceof Trended trended && trended.step() > fromStep
                || entry instanceof Calibrated calibrated && calibrated.step() > fromStep
                || entry instanceof Compared compared && compared.step() > fromStep
                || entry instanceof Validated validated && validated.step() > fromStep
                || entry instanceof CheckpointSaved checkpoint && checkpoint.step() > fromStep
                || entry instanceof Skipped skipped && skipped.step() > fromStep;
    }
}
