package dev.interestlens.foreign;

import dev.interestlens.foreign.Contract.Verdict;
import dev.interestlens.foreign.mapping.Mapping;
import dev.interestlens.foreign.mapping.Numbers;
import dev.interestlens.foreign.onnx.GraphHost;

/**
 * Examines a model: how its inputs are filled, which assumptions hold, and the consequences for explanations. Findings about inputs are written to
 * the mapping.
 */
final class Examination {
    private final Trial trial;

    /** @param samples at least a dozen rows of the data set, with histories of different lengths */
    Examination(GraphHost host, Mapping mapping, Numbers numbers, Samples samples) {
        trial = new Trial(host, mapping, numbers, samples);
    }

    Mapping mapping() {
        return trial.mapping();
    }

    Contract contract() {
        return trial.contract();
    }

    /** Adds an earlier verdict about numberings. */
    void add(Verdict verdict) {
        trial.say(verdict);
    }

    /** Runs all checks, in an order in which later ones may use earlier results; batches that may crash the process come last. */
    void run() {
        BatchChecks batches = new BatchChecks(trial);
        batches.sizes();
        trial.begin();
        if (!batches.numbers()) {
            return;
        }
        batches.size();
        batches.mates();
        batches.order();
        batches.scale();
        FeedChecks feeding = new FeedChecks(trial);
        feeding.side();
        feeding.masks();
        PaddingChecks padding = new PaddingChecks(trial);
        padding.padding();
        padding.lengths();
        padding.removal();
        ReadingChecks reading = new ReadingChecks(trial);
        reading.attention();
        reading.history();
        reading.candidate();
        reading.order();
        feeding.range();
        feeding.empty();
    }
}
