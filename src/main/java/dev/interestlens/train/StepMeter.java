package dev.interestlens.train;

import dev.interestlens.train.run.Cursor;
import dev.interestlens.train.run.JournalEntry;
import java.util.Optional;

/** Accumulates the results of the steps since the last report. Pauses and validation do not count as training time. */
final class StepMeter {
    private double seconds;
    private double loss;
    private double auxiliary;
    private double rate;
    private double spent;
    private int samples;
    private int applied;
    private long began;

    StepMeter(double secondsSoFar) {
        seconds = secondsSoFar;
    }

    void begin() {
        began = System.nanoTime();
    }

    /** Records a step that has just ended; returns its seconds. */
    double end(TrainStep.Result result, int batchSamples, double learningRate) {
        double took = (System.nanoTime() - began) / 1e9;
        seconds += took;
        spent += took;
        samples += batchSamples;
        rate = learningRate;
        if (result.applied()) {
            loss += result.loss();
            auxiliary += result.auxiliary();
            applied++;
        }
        return took;
    }

    /** The report of the steps since the last one, if there were any. */
    Optional<JournalEntry> take(Cursor cursor) {
        if (applied == 0) {
            return Optional.empty();
        }
        JournalEntry report = new JournalEntry.Step(
                cursor.epoch(),
                cursor.step(),
                loss / applied,
                auxiliary / applied,
                rate,
                samples / Math.max(1e-9, spent),
                seconds,
                System.currentTimeMillis());
        loss = 0;
        auxiliary = 0;
        spent = 0;
        samples = 0;
        applied = 0;
        return Optional.of(report);
    }
}
