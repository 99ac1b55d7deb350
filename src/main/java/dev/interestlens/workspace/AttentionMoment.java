package dev.interestlens.workspace;

import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.protocol.Sample;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.explain.Behaviour;
import dev.interestlens.explain.Explainer;
import dev.interestlens.explain.Impression;
import dev.interestlens.explain.Impressions;
import dev.interestlens.explain.Item;
import dev.interestlens.train.RunFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a model looked at one moment of its training, for the same few samples each time.
 *
 * @param weights name of the file that it was read from
 * @param samples what was looked at
 */
public record AttentionMoment(String weights, List<Looked> samples) {
    private static final int SAMPLES = 3;
    private static final int LEAST = 8;
    private static final int MOST = 20;

    /**
     * One sample.
     *
     * @param look strength a behaviour, oldest first
     * @param score of the candidate
     */
    public record Looked(Item candidate, List<Item> behaviours, double[] look, double score) {
        public Looked {
            behaviours = List.copyOf(behaviours);
        }
    }

    public AttentionMoment {
        samples = List.copyOf(samples);
    }

    /** Files of weights that can be looked at, oldest first; the same moment is not listed twice. */
    public static List<Path> moments(RunFolder folder) {
        return OpenRun.checkpoints(folder);
    }

    /** Opens the run with these weights, looks, and closes it again. */
    public static AttentionMoment of(RunFolder folder, Path weights) {
        try (OpenRun run = OpenRun.at(folder, weights)) {
            Explainer explainer = new Explainer(run.model(), Optional.empty());
            Impressions impressions = new Impressions(run.samples());
            List<Looked> looked = new ArrayList<>();
            for (int row : pinned(run.samples())) {
                Impression impression = impressions.alone(Part.TEST, row);
                var look = explainer.look(impression);
                looked.add(new Looked(
                        impression.candidate(),
                        impression.history().stream().map(Behaviour::item).toList(),
                        look.strength(),
                        look.score()));
            }
            return new AttentionMoment(weights.getFileName().toString(), looked);
        }
    }

    /** Chosen items after histories that are neither short nor too long to show, from all over the test part. */
    private static List<Integer> pinned(SampleSet samples) {
        List<Integer> rows = new ArrayList<>();
        int size = samples.size(Part.TEST);
        for (int third = 0; third < SAMPLES; third++) {
            int end = (int) ((long) size * (third + 1) / SAMPLES);
            for (int row = (int) ((long) size * third / SAMPLES); row < end; row++) {
                Sample sample = samples.sample(Part.TEST, row);
                long length = samples.endHistoryEvent(sample) - samples.firstHistoryEvent(sample);
                if (sample.label() == 1 && length >= LEAST && length <= MOST) {
                    rows.add(row);
                    break;
                }
            }
        }
        return rows;
    }

    /** The step in the file's name. */
    public long step() {
        String digits = weights.replaceAll("\\D", "");
        return digits.isEmpty() ? 0 : Long.parseLong(digits);
    }
}
