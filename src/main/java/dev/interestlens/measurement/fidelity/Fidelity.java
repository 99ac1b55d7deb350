package dev.interestlens.measurement.fidelity;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.source.Progress;
import dev.interestlens.data.synth.cause.Cause;
import dev.interestlens.explain.fidelity.FidelityMeasure;
import dev.interestlens.explain.fidelity.FidelityReport;
import dev.interestlens.explain.fidelity.OutsideExplanations;
import dev.interestlens.explain.fidelity.TrueCauses;
import dev.interestlens.export.report.MeasuredFidelity;
import dev.interestlens.measurement.quality.FidelityFigures;
import dev.interestlens.measurement.quality.PlantedCauses;
import dev.interestlens.model.Scorer;
import dev.interestlens.store.Disk;
import dev.interestlens.store.EnumNames;
import dev.interestlens.store.Problem;
import dev.interestlens.store.SealedJson;
import dev.interestlens.workspace.OpenRun;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fidelity report of a run's model, and whether the one in the run's folder is of the opened weights. */
public final class Fidelity {
    /** The default number of measured predictions. */
    public static final int SAMPLES = 500;

    private Fidelity() {}

    /**
     * Measures; takes minutes at most.
     *
     * @param controls of which trained ones are measured too
     * @param causes known causes of choices, or null to use those of the data
     * @param outside explanations of other programs
     * @throws dev.interestlens.store.ProblemException of kind CANCELLED where it was cancelled
     */
    public static FidelityReport measure(
            OpenRun run,
            ControlRuns controls,
            Part part,
            int samples,
            Map<String, List<Cause>> causes,
            List<OutsideExplanations> outside,
            Progress progress) {
        Optional<TrueCauses> known = causes == null
                ? PlantedCauses.of(run.data()).map(own -> new TrueCauses(own, PlantedCauses.bundledLaw(run.data())))
                : Optional.of(new TrueCauses(causes, Optional.empty()));
        Optional<Scorer> untrained = run.untrained();
        try (OpenSiblings siblings = OpenSiblings.of(run, controls)) {
            return new FidelityMeasure(run.model(), untrained, siblings.siblings(), run.samples(), outside)
                    .measure(part, samples, known, progress)
                    .orElseThrow(() ->
                            Problem.cancelled(Fidelity.class, "notMeasured").exception());
        } finally {
            untrained.ifPresent(Scorer::close);
        }
    }

    /** A report with the run and the part that it is of. */
    public static MeasuredFidelity of(FidelityReport report, OpenRun run, Part part) {
        return new MeasuredFidelity(report, run.provenance(EnumNames.lower(part)), run.weightsSum(), false);
    }

    /** Measures the test part and saves the report in the run's folder, for comparisons, cards and reports. */
    public static void keep(OpenRun run, Progress progress) {
        FidelityReport report =
                measure(run, new ControlRuns(run.folder()), Part.TEST, SAMPLES, null, List.of(), progress);
        SealedJson.write(Disk.real(), FidelityFigures.file(run.folder()), of(report, run, Part.TEST));
    }

    /** The newest report of the opened weights. */
    public static Optional<JsonNode> kept(OpenRun run) {
        return FidelityFigures.kept(run);
    }

    /**
     * A report from a given file.
     *
     * @throws dev.interestlens.store.ProblemException where it is not such a report, or of other weights
     */
    public static MeasuredFidelity named(Path file, OpenRun run) {
        JsonNode tree = SealedJson.read(file, JsonNode.class);
        if (!tree.has(MeasuredFidelity.WEIGHTS)) {
            throw Problem.usage(Fidelity.class, "noFidelity", file).exception();
        }
        if (!tree.path(MeasuredFidelity.WEIGHTS).asText().equals(run.weightsSum())) {
            throw Problem.usage(Fidelity.class, "otherWeights", file).exception();
        }
        return MeasuredFidelity.of(tree);
    }
}
