package dev.interestlens.model;

import dev.interestlens.data.RawBatch;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;

/** The contract's models and batches for tests of other packages. */
public final class ContractCases {
    public static final ModelInput INPUT = TinyBatches.INPUT;

    private ContractCases() {}

    /** One of each family and structure, with a head wide enough to learn by heart and judged by the label alone. */
    public static Map<String, ModelConfig> structures() {
        Map<String, ModelConfig> structures = new LinkedHashMap<>();
        TinyConfigs.all(INPUT).stream()
                .filter(one -> one.name().matches("\\w+ balanced( (evolution|readOut|candidate|encoder.norm)=.*)?"))
                .forEach(one -> structures.put(one.name(), TinyConfigs.toLearnByHeart(one.config())));
        return structures;
    }

    /** 64 samples with random labels and histories of all lengths. */
    public static RawBatch sixtyFour(ModelConfig config) {
        int[] lengths = new int[64];
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = random.nextInt(TinyBatches.LENGTH + 1);
        }
        return TinyBatches.of(17, config.auxiliaryNegatives(), lengths);
    }
}
