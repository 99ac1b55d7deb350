package dev.interestlens.model;

import dev.interestlens.model.config.ModelConfig;
import dev.interestlens.model.config.ModelInput;
import dev.interestlens.store.Problem;
import java.util.Objects;

/**
 * A model that was trained elsewhere and came as a file. It has no switches here: what the file is, and how it is fed, stands beside it in the run.
 *
 * @param file what the file was called
 * @param model SHA-256 of the file
 * @param mapping SHA-256 of what says how it is fed
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

    /** Nothing of it can be built here. */
    @Override
    public void check(ModelInput input) {
        throw Problem.usage(ForeignConfig.class, "notTrainedHere").exception();
    }
}
