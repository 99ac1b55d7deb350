package dev.interestlens.workspace;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.interestlens.export.bundle.Bundle;
import dev.interestlens.store.Components;
import java.util.List;

/**
 * The result of verifying an undamaged file or folder, with its differences. In JSON its parts are flattened.
 *
 * @param event {@code done}
 * @param kind of file or folder
 * @param file that was verified
 * @param files number of files with a matching checksum
 * @param run that a bundle or run says it is, or empty
 * @param model family of that, or empty
 * @param older what a run of an older version differs in
 * @param checked what a bundle holds
 * @param weights compared with those of {@code run}
 */
public record VerificationResult(
        String event,
        Kind kind,
        String file,
        int files,
        String run,
        String model,
        @JsonUnwrapped OlderRun older,
        @JsonUnwrapped Bundle.Checked checked,
        @JsonUnwrapped Weights weights) {
    /** Kinds of files and folders. */
    public enum Kind {
        DATASET,
        RUN,
        BUNDLE,
        /** A safetensors file, beside a run or alone. */
        WEIGHTS
    }

    /**
     * A run of an older version.
     *
     * @param versions that it was made with where they differ from the current ones, else empty
     * @param filled switches that it lacks and that have their defaults
     * @param unsummed its files without checksums
     */
    public record OlderRun(String versions, List<String> filled, List<String> unsummed) {
        static final OlderRun NONE = new OlderRun("", List.of(), List.of());

        public OlderRun {
            filled = List.copyOf(filled);
            unsummed = List.copyOf(unsummed);
        }
    }

    /** @param arrays in a file of weights, or 0 */
    public record Weights(int arrays, List<ForeignWeights.Difference> differences) {
        static final Weights NONE = new Weights(0, List.of());

        public Weights {
            differences = List.copyOf(differences);
        }
    }

    /** What all kinds have; each adds its own. */
    private static Components<VerificationResult> of(Kind kind, String file, int files, String run, String model) {
        return Components.of(new VerificationResult(
                "done", kind, file, files, run, model, OlderRun.NONE, Bundle.Checked.NONE, Weights.NONE));
    }

    public static VerificationResult dataset(String file, int files) {
        return of(Kind.DATASET, file, files, "", "").with();
    }

    public static VerificationResult run(String file, int files, String run, String model, OlderRun older) {
        return of(Kind.RUN, file, files, run, model).with("older", older);
    }

    /** @param differences of its weights to those of the run it was compared with */
    public static VerificationResult bundle(
            String file,
            int files,
            String run,
            String model,
            Bundle.Checked checked,
            List<ForeignWeights.Difference> differences) {
        return of(Kind.BUNDLE, file, files, run, model)
                .with("checked", checked, "weights", new Weights(0, differences));
    }

    /** @param run whose weights it was compared with, or empty */
    public static VerificationResult weights(
            String file, int arrays, String run, List<ForeignWeights.Difference> differences) {
        return of(Kind.WEIGHTS, file, 1, run, "").with("weights", new Weights(arrays, differences));
    }
}
