package dev.interestlens.ui.common.run;

import dev.interestlens.figure.Numerals;
import dev.interestlens.model.ModelCatalog;
import dev.interestlens.store.Components;
import dev.interestlens.train.EpochRule;
import dev.interestlens.train.config.TrainingConfig.StopMetric;
import dev.interestlens.train.run.JournalEntry;
import dev.interestlens.ui.common.JobStatus;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.workspace.RunLabels;
import dev.interestlens.workspace.RunSummary;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * The current content of a run's journal.
 *
 * @param started the last start, null before the first
 * @param first what is learnt before the first step; null where that is nothing, and until its time is known
 * @param records of steps, ascending
 * @param epochs that were finished
 * @param validated validations within epochs
 * @param simple validation NDCG@10 of the best scorer that needs no model; NaN where none was measured
 * @param last the newest record of a step, null before the first
 */
public record RunProgress(
        RunSummary summary,
        JournalEntry.Started started,
        JournalEntry.Pretraining first,
        Records records,
        List<JournalEntry.EpochDone> epochs,
        List<JournalEntry.Validated> validated,
        double simple,
        JournalEntry.Step last) {

    /**
     * Records of steps, column by column.
     *
     * @param losses mean loss since the record before
     * @param rates learning rate at each record
     * @param seconds of training at each record
     * @param times seconds since 1970 of each record; for runs of an earlier version without times, the start plus the seconds of training
     */
    public record Records(double[] steps, double[] losses, double[] rates, double[] seconds, double[] times) {
        static Records of(List<JournalEntry.Step> steps, List<Double> times) {
            return new Records(
                    column(steps, JournalEntry.Step::step),
                    column(steps, JournalEntry.Step::loss),
                    column(steps, JournalEntry.Step::learningRate),
                    column(steps, JournalEntry.Step::seconds),
                    column(times, Double::doubleValue));
        }

        private static <T> double[] column(List<T> of, ToDoubleFunction<T> value) {
            return of.stream().mapToDouble(value).toArray();
        }

        public int count() {
            return steps.length;
        }

        /** Seconds since 1970 of the last record up to a step; NaN before the first. */
        public double timeOf(double step) {
            int found = Arrays.binarySearch(steps, step);
            int at = found >= 0 ? found : -found - 2;
            return at < 0 ? Double.NaN : times[at];
        }
    }

    public RunProgress {
        epochs = List.copyOf(epochs);
        validated = List.copyOf(validated);
    }

    /** The same with other words of a person for the run. */
    public RunProgress with(RunLabels labels) {
        return Components.of(this).with("summary", summary.with(labels));
    }

    /** What training makes smaller, of validation users; NaN where it was not measured. */
    public double loss(JournalEntry.Valid valid) {
        boolean logLoss = summary.description() != null
                && !summary.description().config().training().learning().softmax();
        Double loss = valid.objective() == null && logLoss ? valid.logLoss() : valid.objective();
        return loss == null ? Double.NaN : loss;
    }

    /** The rule that keeps an epoch; empty where the run's description is damaged. */
    public Optional<EpochRule> rule() {
        return Optional.ofNullable(summary.description()).map(EpochRule::of);
    }

    /** Index of the epoch that is kept, where the rule compares epochs by this metric; else, and before there is one, −1. */
    public int kept(StopMetric metric) {
        boolean rules = rule().filter(rule -> rule.metric().first() == metric).isPresent();
        int kept = -1;
        for (int i = 0; rules && i < epochs.size(); i++) {
            kept = epochs.get(i).best() ? i : kept;
        }
        return kept;
    }

    /** Share of all steps that are done, 0 … 1; −1 before the first start. */
    public double fraction() {
        return started == null || totalSteps() == 0
                ? -1
                : Math.min(1, summary.progress().step() / (double) totalSteps());
    }

    /** Whether a small model learns item embeddings now, before the first step. */
    public boolean learnsItems() {
        return last == null
                && started != null
                && started.fromStep() == 0
                && summary.status() == RunSummary.Status.RUNNING
                && summary.description() != null
                && ModelCatalog.ids()
                        .contains(summary.description()
                                .config()
                                .training()
                                .start()
                                .itemEmbeddingsFrom());
    }

    /** What the job of this training tells. */
    JobStatus status(Messages messages) {
        boolean paused = summary.status() == RunSummary.Status.PAUSED;
        if (last == null) {
            String begun = learnsItems() ? "job.items" : "job.starting";
            double ofItems = learnsItems() && first != null ? first.share() : -1;
            return new JobStatus(summary.name(), messages.text(paused ? "train.state.PAUSED" : begun), ofItems, paused);
        }
        String detail = messages.text(
                paused ? "job.paused" : "job.training",
                last.epoch(),
                started.epochs(),
                Numerals.of(last.loss()),
                Numerals.count(Math.round(last.samplesPerSecond())));
        return new JobStatus(summary.name(), detail, fraction(), paused);
    }

    public long totalSteps() {
        return started == null ? 0 : (long) started.stepsPerEpoch() * started.epochs();
    }

    /** Seconds to the last epoch at the pace between the first and the last record since the last start; NaN before the second one. */
    public double secondsLeft() {
        int first = 0;
        while (started != null && first < records.count() && records.steps[first] <= started.fromStep()) {
            first++;
        }
        if (last == null || started == null || first >= records.count() - 1) {
            return Double.NaN;
        }
        double pace = (last.seconds() - records.seconds[first]) / (last.step() - records.steps[first]);
        return pace * Math.max(0, totalSteps() - summary.progress().step());
    }
}
