package dev.interestlens.publish;

import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.data.protocol.draw.NegativeKind;
import dev.interestlens.data.source.Progress;
import dev.interestlens.explain.words.Text;
import dev.interestlens.export.report.ComparisonReport;
import dev.interestlens.export.report.FigureWords;
import dev.interestlens.export.report.MeasuredFidelity;
import dev.interestlens.export.report.RunFacts;
import dev.interestlens.export.report.RunReport;
import dev.interestlens.export.report.SettingsReport;
import dev.interestlens.export.report.page.Document;
import dev.interestlens.measurement.Findings;
import dev.interestlens.measurement.Measurements;
import dev.interestlens.measurement.fidelity.Fidelity;
import dev.interestlens.measurement.quality.ChosenShare;
import dev.interestlens.measurement.quality.Evaluation;
import dev.interestlens.measurement.quality.RankingEvaluation;
import dev.interestlens.measurement.trust.Trust;
import dev.interestlens.measurement.trust.TrustWords;
import dev.interestlens.metric.CatalogueRanking;
import dev.interestlens.store.Problem;
import dev.interestlens.train.config.ConfigJson;
import dev.interestlens.train.run.JournalEntry.EpochDone;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.train.run.Without;
import dev.interestlens.workspace.OpenRun;
import dev.interestlens.workspace.StagedProgress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reports of runs, each measured on its test part. */
public final class RunReports {
    /** Share of the work that ranking the catalogue takes. */
    private static final double RANKED = 0.9;

    private RunReports() {}

    /**
     * The facts about a run; measuring takes as long as scoring its test part.
     *
     * @param negatives how negatives of the test are sampled; null for the protocol's own way
     * @param fidelity a file that the fidelity command wrote; null for the one in the run's folder, if it is of these weights
     */
    static RunFacts facts(OpenRun run, NegativeKind negatives, Path fidelity, StagedProgress steps) {
        Part part = Part.TEST;
        Optional<RunFacts.Measured> measured =
                run.samples().size(part) == 0 ? Optional.empty() : Optional.of(measured(run, negatives, part, steps));
        Optional<Findings<MeasuredFidelity>> named = Optional.ofNullable(fidelity)
                .map(file -> Findings.of(
                        Measurements.FIDELITY,
                        run.folder().path().toString(),
                        run.folder(),
                        Fidelity.named(file, run)));
        List<EpochDone> epochs = run.entries().stream()
                .filter(EpochDone.class::isInstance)
                .map(EpochDone.class::cast)
                .toList();
        return new RunFacts(
                run.data().info().marked(run.description().name()),
                run.description().config().model().id(),
                run.description().versions(),
                new RunFacts.Data(
                        run.data().info().origin().name(),
                        run.data().info().fingerprint(),
                        run.data().events(),
                        run.data().users(),
                        run.data().items(),
                        run.data().info().planted().isPresent()),
                ConfigJson.tree(run.description().config()),
                run.model().parameterCount(),
                epochs,
                measured,
                new RunFacts.Studies(
                        named.isPresent() || Fidelity.kept(run).isPresent(),
                        MeasuredRuns.of(List.of(run.folder()), named),
                        Trust.kept(run.data().folder(), run.description().config())
                                .flatMap(TrustWords::line)));
    }

    private static RunFacts.Measured measured(OpenRun run, NegativeKind negatives, Part part, StagedProgress steps) {
        SampleSet samples = run.samples(negatives);
        Evaluation of = Evaluation.of(run, samples, part, share -> steps.within(share * (1 - RANKED)));
        CatalogueRanking ranking =
                RankingEvaluation.of(run, part, 0, share -> steps.within(1 - RANKED + share * RANKED));
        return new RunFacts.Measured(
                of.samples(),
                of.users(),
                of.figures(),
                of.intervals(),
                of.references(),
                of.probes(),
                of.chosen().filter(ChosenShare::differs).isPresent(),
                run.calibrated(),
                ranking.users() == 0 ? Optional.empty() : Optional.of(ranking),
                notes(run, samples, part));
    }

    private static List<Text> notes(OpenRun run, SampleSet samples, Part part) {
        Without without = run.description().without();
        return Stream.concat(
                        FigureWords.notes(samples, part).stream(),
                        Stream.ofNullable(without)
                                .map(each -> FigureWords.without(
                                        each.filter(), each.events() + each.impressions(), each.users())))
                .toList();
    }

    /** The settings with which runs were trained; nothing is measured. */
    public static Document settings(List<RunFolder> runs) {
        return SettingsReport.of(runs.stream()
                .map(RunFolder::read)
                .map(run -> new SettingsReport.Of(run.name(), ConfigJson.tree(run.config())))
                .toList());
    }

    /**
     * One run's report, or the comparison of several.
     *
     * @param negatives how negatives of the test are sampled; null for each protocol's own way
     * @param fidelity a file that the fidelity command wrote; null for the one in the run's folder
     * @param progress receives progress and can cancel
     * @throws dev.interestlens.store.ProblemException of kind CANCELLED where it was cancelled
     */
    public static Document of(List<RunFolder> runs, NegativeKind negatives, Path fidelity, Progress progress) {
        if (fidelity != null && runs.size() > 1) {
            throw Problem.usage(RunReports.class, "fidelityOfOne").exception("count", runs.size());
        }
        StagedProgress steps = new StagedProgress(progress);
        List<RunFacts> facts = new ArrayList<>();
        for (RunFolder folder : runs) {
            steps.begin("measure", (double) facts.size() / runs.size(), (facts.size() + 1.0) / runs.size());
            try (OpenRun run = OpenRun.best(folder)) {
                facts.add(facts(run, negatives, fidelity, steps));
            }
        }
        return facts.size() == 1
                ? RunReport.of(facts.get(0))
                : ComparisonReport.of(facts, MeasuredRuns.of(runs, Optional.empty()));
    }
}
