package dev.interestlens.measurement.ageing;

import dev.interestlens.data.protocol.ProtocolConfig;
import dev.interestlens.data.protocol.Split;
import dev.interestlens.train.config.ConfigJson;
import dev.interestlens.train.config.DataConfig;
import dev.interestlens.train.config.ExperimentConfig;

/**
 * What is measured.
 *
 * @param config that is trained, but for its split
 * @param preset that it was made from
 * @param cuts how many models are trained, and how many slices they are asked
 * @param window share of the events before a cut that its model reads, the newest; 1 for all
 * @param warm whether models that go on from that of the cut before are trained, too
 */
public record AgeingSettings(ExperimentConfig config, String preset, int cuts, double window, boolean warm) {
    /** Where the first model is trained: before it lies half of the log. */
    private static final double FIRST = .5;

    /** Share of the log before each cut that decides when training ends, and that no model learns from. */
    private static final double VALIDATION = .03;

    /** The share of all events before a cut, from 0; that of the last one is the whole log. */
    double share(int cut) {
        return FIRST + cut * (1 - FIRST) / cuts;
    }

    /** The share of all events until which the model of a cut is trained. */
    double trained(int cut) {
        return share(cut) - VALIDATION;
    }

    /** The share of all events from which on the model of a cut reads. */
    double from(int cut) {
        return (1 - window) * trained(cut);
    }

    /** The training of a cut that goes on from the one before. */
    ExperimentConfig after(int cut) {
        return ConfigJson.set(at(cut), "training.epochs=1");
    }

    /** The training of a cut. */
    ExperimentConfig at(int cut) {
        ProtocolConfig base = config.protocol();
        ProtocolConfig split = new ProtocolConfig(
                Split.TIME,
                base.history(),
                base.negatives(),
                base.candidates(),
                base.training(),
                base.novel(),
                new ProtocolConfig.Time(trained(cut), share(cut), true),
                base.seed());
        return new ExperimentConfig(new DataConfig(split), config.model(), config.training());
    }
}
