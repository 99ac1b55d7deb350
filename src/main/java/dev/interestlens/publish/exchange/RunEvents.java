package dev.interestlens.publish.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interestlens.export.board.EventStream;
import dev.interestlens.measurement.compare.Verdict;
import dev.interestlens.train.config.ConfigJson;
import dev.interestlens.train.run.JournalEntry;
import dev.interestlens.train.run.RunDescription;
import dev.interestlens.train.run.StopReason;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;

/**
 * A run's journal as TensorBoard's events: each entry becomes its numbers, at the time when it was written. It can follow a training entry by entry,
 * or read a finished journal.
 */
final class RunEvents {
    private final EventStream events;
    private final RunDescription run;
    private double offset; // wall time at which this run would have begun without pauses
    private double seconds; // seconds of training at the last entry

    RunEvents(EventStream events, RunDescription run) {
        this.events = events;
        this.run = run;
        offset = run.created() / 1000.0;
    }

    void add(JournalEntry entry) throws IOException {
        if (entry instanceof JournalEntry.Started started) {
            began(started);
        } else if (entry instanceof JournalEntry.Step step) {
            seconds = step.seconds();
            step(step);
        } else if (entry instanceof JournalEntry.EpochDone epoch) {
            seconds = epoch.seconds();
            epoch(epoch);
        } else if (entry instanceof JournalEntry.Ended ended) {
            events.ended(ended.time() / 1000.0, status(ended.reason()));
        }
    }

    private void began(JournalEntry.Started started) throws IOException {
        offset = started.time() / 1000.0 - seconds;
        if (started.fromStep() > 0) {
            events.restart(wall(), started.fromStep() + 1);
        }
        JsonNode group = ConfigJson.tree(Verdict.withSeed(run.config(), 0));
        Map<String, Object> parameters = ConfigJson.flat(ConfigJson.tree(run.config()), RunEvents::value);
        parameters.values().removeIf(Objects::isNull);
        parameters.put("parameters", started.parameters());
        parameters.put("dataset", run.fingerprint());
        parameters.putAll(run.mark());
        events.began(wall(), parameters, Integer.toHexString((run.fingerprint() + group).hashCode()));
    }

    private void step(JournalEntry.Step step) throws IOException {
        scalar(step.step(), "train/loss", step.loss());
        if (step.auxiliaryLoss() != 0) {
            scalar(step.step(), "train/auxiliary_loss", step.auxiliaryLoss());
        }
        scalar(step.step(), "train/learning_rate", step.learningRate());
        scalar(step.step(), "train/samples_per_second", step.samplesPerSecond());
    }

    private void epoch(JournalEntry.EpochDone epoch) throws IOException {
        scalar(epoch.step(), "epoch/loss", epoch.loss());
        scalar(epoch.step(), "epoch/number", epoch.epoch());
        for (Map.Entry<String, Double> each : Metrics.of(epoch.valid()).entrySet()) {
            scalar(epoch.step(), "valid/" + each.getKey(), each.getValue());
        }
    }

    private void scalar(long step, String tag, double value) throws IOException {
        events.scalar(wall(), step, tag, value);
    }

    /** When the last entry was written. */
    double wall() {
        return offset + seconds;
    }

    private static EventStream.Status status(StopReason reason) {
        return reason.isFailure() ? EventStream.Status.FAILURE : EventStream.Status.SUCCESS;
    }

    private static Object value(JsonNode setting) {
        if (setting.isNumber()) {
            return setting.asDouble();
        } else if (setting.isBoolean()) {
            return setting.asBoolean();
        }
        return setting.isNull() ? null : setting.isTextual() ? setting.asText() : setting.toString();
    }
}
