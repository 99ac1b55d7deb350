package dev.interestlens.workspace;

import dev.interestlens.data.RawBatch;
import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.protocol.Sample;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.explain.Explainer;
import dev.interestlens.explain.fidelity.HeadDiversity;
import dev.interestlens.explain.look.Impression;
import dev.interestlens.explain.look.Impressions;
import dev.interestlens.explain.look.LookResult;
import dev.interestlens.model.Scorer;
import dev.interestlens.model.TrainedModel;
import dev.interestlens.model.config.ModelInput;
import dev.interestlens.store.Disk;
import dev.interestlens.train.run.JournalEntry;
import dev.interestlens.train.run.RunDescription;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.train.run.RunSums;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Computes the attention of the same few samples with every checkpoint of a training, and saves it. It never disturbs the training: failures are
 * logged.
 */
public final class AttentionWatch {
    private static final Logger LOG = LoggerFactory.getLogger(AttentionWatch.class);
    private static final int SAMPLES = 3;
    private static final int MIN = 8;
    private static final int MAX = 20;
    private static final int COMPARED = 500;

    /** A model with more parameters is not built a second time for the attention before training. */
    private static final long SMALL = 20_000_000;

    private final RunFolder folder;
    private final RunDescription run;
    private final ModelInput input;
    private final List<Impression> watched;
    private final boolean several;
    private final List<RawBatch> compared;
    private AttentionLog log;

    public AttentionWatch(RunFolder folder, RunDescription run, SampleSet samples, ModelInput input) {
        this.folder = folder;
        this.run = run;
        this.input = input;
        Impressions impressions = new Impressions(samples);
        watched = pinned(samples).stream()
                .map(row -> impressions.alone(Part.TEST, row))
                .toList();
        several = run.config().model().attentions() > 1;
        compared = several ? compared(samples) : List.of();
        log = new AttentionLog(
                watched.stream().map(AttentionWatch::named).toList(),
                AttentionLog.read(folder).map(AttentionLog::moments).orElse(List.of()));
    }

    /** The log of the checkpoints that are still in a run's folder, for runs without a saved one. */
    public static AttentionLog ofCheckpoints(RunFolder folder) {
        AttentionLog all = new AttentionLog(List.of(), List.of());
        for (Path weights : OpenRun.checkpoints(folder)) {
            try (OpenRun open = OpenRun.at(folder, weights)) {
                AttentionWatch watch = new AttentionWatch(
                        folder, open.description(), open.samples(), open.model().input());
                all = new AttentionLog(watch.log.samples(), all.moments())
                        .with(watch.seen(RunSums.step(weights), open.model()));
            }
        }
        return all;
    }

    /** Called with each entry of the run's journal. */
    public void notice(JournalEntry entry) {
        try {
            if (entry instanceof JournalEntry.Started began && began.fromStep() == 0 && began.parameters() <= SMALL) {
                try (TrainedModel model = TrainedModel.untrained(
                        run.config().model(), input, run.config().training().seed())) {
                    keep(0, model);
                }
            } else if (entry instanceof JournalEntry.CheckpointSaved saved
                    && folder.checkpoints().resolve(saved.file()).equals(newest())) {
                try (TrainedModel model = OpenRun.model(run, input, newest())) {
                    keep(saved.step(), model);
                }
            }
        } catch (RuntimeException failure) {
            LOG.warn("Where the model looks was not kept", failure);
        }
    }

    private Path newest() {
        List<Path> all = OpenRun.checkpoints(folder);
        return all.isEmpty() ? null : all.get(all.size() - 1);
    }

    private void keep(long step, Scorer model) {
        log = log.with(seen(step, model));
        log.write(Disk.real(), folder);
    }

    private AttentionLog.Moment seen(long step, Scorer model) {
        Explainer explainer = new Explainer(model, Optional.empty());
        return new AttentionLog.Moment(
                step,
                watched.stream().map(explainer::look).map(AttentionWatch::seen).toList(),
                several ? HeadDiversity.of(model, compared) : null);
    }

    private static AttentionLog.Seen seen(LookResult looked) {
        return new AttentionLog.Seen(Arrays.stream(looked.strength()).boxed().toList(), looked.score());
    }

    private static AttentionLog.Watched named(Impression impression) {
        return new AttentionLog.Watched(impression.candidate().title(), impression.titles());
    }

    /** Rows, evenly from the test part, whose attentions are compared. */
    private static List<RawBatch> compared(SampleSet samples) {
        int size = samples.size(Part.TEST);
        int[] rows = IntStream.range(0, size)
                .filter(row -> row % Math.max(1, size / COMPARED) == 0)
                .limit(COMPARED)
                .toArray();
        return HeadDiversity.pieces(rows).stream()
                .map(piece -> samples.batch(Part.TEST, piece))
                .toList();
    }

    /** Positives with histories of medium length, evenly from the test part. */
    private static List<Integer> pinned(SampleSet samples) {
        List<Integer> rows = new ArrayList<>();
        int size = samples.size(Part.TEST);
        for (int third = 0; third < SAMPLES; third++) {
            int end = (int) ((long) size * (third + 1) / SAMPLES);
            for (int row = (int) ((long) size * third / SAMPLES); row < end; row++) {
                Sample sample = samples.sample(Part.TEST, row);
                long length = samples.endHistoryEvent(sample) - samples.firstHistoryEvent(sample);
                if (sample.label() == 1 && length >= MIN && length <= MAX) {
                    rows.add(row);
                    break;
                }
            }
        }
        return rows;
    }
}
