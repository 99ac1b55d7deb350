package dev.interestlens.workspace;

import dev.interestlens.export.RoundTrip;
import dev.interestlens.export.bundle.Bundle;
import dev.interestlens.store.Components;
import java.util.List;
import java.util.Map;

/**
 * The result of verifying an undamaged file or folder, with its differences.
 *
 * @param event {@code done}
 * @param kind of file or folder
 * @param file that was verified
 * @param files number of files with a matching checksum
 * @param run that a bundle or run says it is, or empty
 * @param model family of that, or empty
 * @param versions that a run was made with where they differ from the current ones, else empty
 * @param filled switches that a run of an older version lacks and that have their defaults
 * @param unsummed files of a run of an older version without checksums
 * @param scores how far the golden rows of a bundle deviate, by file
 * @param computed files of a bundle that were computed and found right
 * @param unchecked files of a bundle of which only the sums were compared
 * @param arrays in a file of weights, or 0
 * @param differences of those to the weights of {@code run}
 */
public record VerificationResult(
        String event,
        Kind kind,
        String file,
        int files,
        String run,
        String model,
        String versions,
        List<String> filled,
        List<String> unsummed,
        Map<String, RoundTrip> scores,
        List<String> computed,
        List<String> unchecked,
        int arrays,
        List<ForeignWeights.Difference> differences) {
    /** Kinds of files and folders. */
    public enum Kind {
        DATASET,
        RUN,
        BUNDLE,
        /** A safetensors file, beside a run or alone. */
        WEIGHTS
    }

    public VerificationResult {
        filled = List.copyOf(filled);
        unsummed = List.copyOf(unsummed);
        scores = Map.copyOf(scores);
        computed = List.copyOf(computed);
        unchecked = List.copyOf(unchecked);
        differences = List.copyOf(differences);
    }

    /** What all kinds have; each adds its own. */
    private static Components<VerificationResult> of(Kind kind, String file, int files, String run, String model) {
        List<String> none = List.of();
        return Components.of(new VerificationResult(
                "done", kind, file, files, run, model, "", none, none, Map.of(), none, none, 0, List.of()));
    }

    public static VerificationResult dataset(String file, int files) {
        return of(Kind.DATASET, file, files, "", "").with();
    }

    public static VerificationResult run(
            String file,
            int files,
            String run,
            String model,
            String versions,
            List<String> filled,
            List<String> unsummed) {
        return of(Kind.RUN, file, files, run, model).with("versions", versions, "filled", filled, "unsummed", unsummed);
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
                .with(
                        "scores",
                        checked.scores(),
                        "computed",
                        checked.computed(),
                        "unchecked",
                        checked.unchecked(),
                        "differences",
                        differences);
    }

    /** @param run whose weights it was compared with, or empty */
    public static VerificationResult weights(
            String file, int arrays, String run, List<ForeignWeights.Difference> differences) {
        return of(Kind.WEIGHTS, file, 1, run, "").with("arrays", arrays, "differences", differences);
    }
}
