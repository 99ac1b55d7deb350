package dev.interestlens.model;

import dev.interestlens.model.config.ModelConfig;
import dev.interestlens.model.config.ModelInput;
import dev.interestlens.store.Problem;
import java.util.Objects;

/**
 * A model that was trained elsewhere and is given as a file. It has no switches; the run holds the file and the mapping of its inputs.
 *
 * @param file original name of the file
 * @param model SHA-256 of the file
 * @param mapping SHA-256 of the mapping of its inputs
 */
public record ForeignConfig(String file, String model, String mapping) implements ModelConfig {
    public static final String ID = "foreign";

    /** Where there is no file yet. */
    static final ForeignConfig NONE = new ForeignConfig("", "", "");

    public ForeignConfig {
        Objects.requireNonNull(file);
        Objects.requireNonNull(model);
        Objects.requireNonNull(mapping);
    }

    @Override
    public String id() {
        return ID;
    }

    /** Such a model cannot be built from a configuration. */
    @Override
    public void check(ModelInput input) {
        throw Problem.usage(ForeignConfig.class, "notTrainedHere").exception();
    }
}
