package dev.interestlens.ui.compare;

import dev.interestlens.explain.words.Text;
import dev.interestlens.measurement.compare.RunScores;
import dev.interestlens.measurement.compare.SharedRows;
import dev.interestlens.measurement.compare.Verdict;
import dev.interestlens.measurement.quality.ChosenShare;
import dev.interestlens.metric.ScoreKinds;
import dev.interestlens.model.config.Preset;
import dev.interestlens.train.run.JournalEntry;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.workspace.RunCommand;
import dev.interestlens.workspace.RunSummary;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the compared runs have in common and what sets them apart.
 *
 * @param runs in the order of their colours
 * @param scores of those that are measured
 */
record ComparedRuns(List<RunSummary> runs, Map<RunFolder, RunScores> scores) {
    ComparedRuns {
        runs = List.copyOf(runs);
        scores = Map.copyOf(scores);
    }

    /** How negatives were drawn and what was left out, each once. */
    List<Text> notes() {
        return measured().values().stream()
                .flatMap(scores -> scores.notes().stream())
                .distinct()
                .toList();
    }

    /** The measured runs with their scores. */
    List<Verdict.Entry> entries() {
        return runs.stream()
                .filter(run -> scores.containsKey(run.folder()))
                .map(run -> new Verdict.Entry(run, scores.get(run.folder())))
                .toList();
    }

    /** The scores by the runs' names, in the order of the runs. */
    Map<String, RunScores> measured() {
        Map<String, RunScores> measured = new LinkedHashMap<>();
        entries().forEach(each -> measured.put(each.run().name(), each.scores()));
        return measured;
    }

    /** The run that leads in validation by NDCG@10 of all items, else by AUC; empty where not all have the figure, or were measured on other rows. */
    Optional<Ahead> ahead() {
        return ahead(JournalEntry.Valid::ndcg10, "compare.figure.ndcg10")
                .or(() -> ahead(JournalEntry.Valid::auc, "train.auc"));
    }

    /**
     * A run that leads in validation.
     *
     * @param key of the figure's name
     */
    record Ahead(RunSummary run, String key, double value) {}

    private Optional<Ahead> ahead(Function<JournalEntry.Valid, Double> figure, String key) {
        List<Ahead> all = runs.stream()
                .filter(run -> run.best() != null && figure.apply(run.best()) != null)
                .map(run -> new Ahead(run, key, figure.apply(run.best())))
                .sorted(Comparator.comparingDouble(Ahead::value).reversed())
                .toList();
        return all.size() < 2 || all.size() < runs.size() || !comparable() ? Optional.empty() : Optional.of(all.get(0));
    }

    /** Whether all chosen runs were measured on the same rows. */
    boolean comparable() {
        return SharedRows.groups(runs).size() < 2;
    }

    /** Names of the runs that still train: their figures are those of the best epoch so far. */
    String training() {
        return runs.stream().filter(RunSummary::isAlive).map(RunSummary::name).collect(Collectors.joining(", "));
    }

    /** The presets of the runs, each with its runs; empty where all have the same. */
    Map<Preset, String> presets() {
        Map<Preset, String> presets = new TreeMap<>();
        for (RunSummary run : runs) {
            presets.merge(
                    RunCommand.nearest(run.description().config()), run.name(), (before, name) -> before + ", " + name);
        }
        return presets.size() < 2 ? Map.of() : presets;
    }

    /** Names of the runs, grouped by the rows on which they were measured. */
    String rowGroups() {
        return SharedRows.groups(runs).stream()
                .map(group -> group.stream().map(RunSummary::name).collect(Collectors.joining(", ")))
                .collect(Collectors.joining(" | "));
    }

    /** Which of the measured runs give scores that were fitted after training. */
    ScoreKinds kinds() {
        return ScoreKinds.of(
                entries().stream().map(Verdict.Entry::run).toList(), RunSummary::name, RunSummary::calibrated);
    }

    /** Shares of positives in training and test, by the run's name, where they are known. */
    Map<String, ChosenShare> shares() {
        Map<String, ChosenShare> shares = new LinkedHashMap<>();
        for (Verdict.Entry each : entries()) {
            RunSummary run = each.run();
            ChosenShare.of(
                            run.description().config().protocol(),
                            run.calibrated(),
                            each.scores().scored())
                    .ifPresent(share -> shares.put(run.name(), share));
        }
        return shares;
    }
}
