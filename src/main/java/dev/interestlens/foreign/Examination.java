package dev.interestlens.foreign;

import dev.interestlens.foreign.Contract.Verdict;
import dev.interestlens.foreign.mapping.Mapping;
import dev.interestlens.foreign.mapping.Numbers;
import dev.interestlens.foreign.onnx.GraphHost;

/**
 * Tries a model: what is fed in which way, what may be relied on, and what that means for explanations. What it finds out about feeding is put into the
 * mapping on the way.
 */
final class Examination {
    private final Trial trial;

    /** @param samples rows of the data set, at least a dozen, with histories of different lengths */
    Examination(GraphHost host, Mapping mapping, Numbers numbers, Samples samples) {
        trial = new Trial(host, mapping, numbers, samples);
    }

    Mapping mapping() {
        return trial.mapping();
    }

    Contract contract() {
        return trial.contract();
    }

    /** What was said of the numbers before. */
    void add(Verdict verdict) {
        trial.say(verdict);
    }

    /** Everything, in an order in which later checks may rely on earlier ones; batches that may crash the process come last. */
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
