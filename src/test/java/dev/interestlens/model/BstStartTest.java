package dev.interestlens.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.data.Field;
import dev.interestlens.data.RawBatch;
import dev.interestlens.data.Schema;
import dev.interestlens.model.config.ModelConfig;
import dev.interestlens.model.config.ModelInput;
import dev.interestlens.model.config.Preset;
import dev.interestlens.train.config.ConfigJson;
import dev.interestlens.train.config.ExperimentConfig;
import java.util.List;
import org.junit.jupiter.api.Test;

class BstStartTest {
    private static final int STEPS = 20;
    private static final int SAMPLES = 10;
    private static final ModelInput INPUT = new ModelInput(
            new Schema(List.of(Field.categorical("item", 60), Field.categorical("category", 12)), List.of(), List.of()),
            STEPS);

    /** Histories of the items 10 … 29; the candidate of sample b is the behaviour b. */
    private static RawBatch repeated() {
        int[][] history = new int[2][SAMPLES * STEPS];
        int[][] candidate = new int[2][SAMPLES];
        int[] offsets = new int[SAMPLES + 1];
        for (int b = 0; b < SAMPLES; b++) {
            offsets[b + 1] = (b + 1) * STEPS;
            for (int t = 0; t < STEPS; t++) {
                history[0][b * STEPS + t] = 10 + t;
                history[1][b * STEPS + t] = 1 + t % 11;
            }
            candidate[0][b] = 10 + b;
            candidate[1][b] = 1 + b % 11;
        }
        return new RawBatch(
                new RawBatch.Histories(offsets, RawBatch.Fields.ofIds(history), new long[SAMPLES * STEPS], null),
                RawBatch.Fields.ofIds(candidate),
                RawBatch.Fields.ofIds(new int[0][]),
                RawBatch.Fields.ofIds(new int[0][]),
                RawBatch.Negatives.NONE,
                new float[SAMPLES]);
    }

    /** In how many samples an untrained model looks most at the behaviour that is the candidate. */
    private static int found(String start, long seed) {
        ModelConfig config = ConfigJson.set(
                        ExperimentConfig.preset("bst", Preset.QUICK), "model.encoder.start=" + start)
                .model();
        try (TrainedModel model = TrainedModel.untrained(config, INPUT, seed)) {
            Trace attention = model.traces(repeated()).stream()
                    .filter(trace -> trace.id().equals("attention.0"))
                    .findFirst()
                    .orElseThrow();
            long[] shape = attention.shape(); // (b, h, T, T)
            int positions = STEPS + 1;
            assertThat(shape).containsExactly(SAMPLES, 2, positions, positions);
            int found = 0;
            for (int b = 0; b < SAMPLES; b++) {
                float[] row = new float[STEPS];
                int best = 0;
                for (int t = 0; t < STEPS; t++) {
                    for (int head = 0; head < 2; head++) {
                        row[t] += attention.values()[((b * 2 + head) * positions + STEPS) * positions + t];
                    }
                    best = row[t] > row[best] ? t : best;
                }
                found += best == b ? 1 : 0;
            }
            return found;
        }
    }

    @Test
    void byTheStartTheCandidateLooksAtItselfAmongTheBehaviours() {
        int similar = 0;
        int random = 0;
        for (long seed = 1; seed <= 5; seed++) {
            similar += found("similarity", seed);
            random += found("random", seed);
        }
        assertThat(similar).isEqualTo(5 * SAMPLES);
        assertThat(random).isLessThan(5 * SAMPLES / 3);
    }

    @Test
    void presetsOfThePaperBeginAtRandomAndOursBySimilarity() {
        for (Preset preset : Preset.values()) {
            boolean ours = preset != Preset.PAPER && preset != Preset.REFERENCE;
            assertThat(ConfigJson.tree(ExperimentConfig.preset("bst", preset)).toString())
                    .contains(ours ? "\"start\":\"similarity\"" : "\"start\":\"random\"");
        }
    }
}
