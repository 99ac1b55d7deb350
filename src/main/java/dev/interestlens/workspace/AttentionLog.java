package dev.interestlens.workspace;

import dev.interestlens.explain.fidelity.HeadSpread;
import dev.interestlens.explain.words.Text;
import dev.interestlens.store.Disk;
import dev.interestlens.store.SealedJson;
import dev.interestlens.train.run.RunFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Where a model looked as it learned, for the same few samples each time. The trainer keeps it in the run's folder, a moment a checkpoint, the first before
 * any step.
 *
 * @param samples what was looked at
 * @param moments oldest first
 */
public record AttentionLog(List<Watched> samples, List<Moment> moments) {
    private static final int MAX = 200;

    /** A sample: a candidate and the behaviours before it, oldest first. */
    public record Watched(Text candidate, List<Text> behaviours) {
        public Watched {
            behaviours = List.copyOf(behaviours);
        }
    }

    /**
     * One sample at a moment.
     *
     * @param look strength a behaviour, oldest first
     * @param score of the candidate
     */
    public record Seen(List<Double> look, double score) {
        public Seen {
            look = List.copyOf(look);
        }
    }

    /**
     * All samples after so many steps.
     *
     * @param spread how far the attentions of a model that has several look at different places, over many samples; null where it has one
     */
    public record Moment(long step, List<Seen> samples, HeadSpread spread) {
        /** Of a model with one attention, or none. */
        public Moment(long step, List<Seen> samples) {
            this(step, samples, null);
        }

        public Moment {
            samples = List.copyOf(samples);
        }
    }

    public AttentionLog {
        samples = List.copyOf(samples);
        moments = List.copyOf(moments);
    }

    /** Where it lies. */
    public static Path file(RunFolder folder) {
        return folder.path().resolve("attention.json");
    }

    /** Of a run's folder; empty where nothing was kept. */
    public static Optional<AttentionLog> read(RunFolder folder) {
        Path file = file(folder);
        return Files.exists(file) ? Optional.of(SealedJson.read(file, AttentionLog.class)) : Optional.empty();
    }

    void write(Disk disk, RunFolder folder) {
        SealedJson.write(disk, file(folder), this);
    }

    /** With a further moment; those that it supersedes, since the run went on from before them, are gone, and of very many every second. */
    AttentionLog with(Moment now) {
        List<Moment> all = new ArrayList<>(
                moments.stream().filter(each -> each.step() < now.step()).toList());
        all.add(now);
        return new AttentionLog(samples, all.size() > MAX ? spread(all, MAX / 2) : all);
    }

    /** At most so many moments from all over the training, the first and the last among them. */
    public AttentionLog spread(int most) {
        return new AttentionLog(samples, spread(moments, most));
    }

    /** How far the attentions look at different places in the end; empty of a model that has one. */
    public Optional<HeadSpread> lastSpread() {
        return moments.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(moments.get(moments.size() - 1).spread());
    }

    /** The sample that the model scores highest in the end; −1 where there is none. */
    public int likeliest() {
        List<Seen> last =
                moments.isEmpty() ? List.of() : moments.get(moments.size() - 1).samples();
        return IntStream.range(0, last.size())
                .boxed()
                .max(Comparator.comparingDouble(i -> last.get(i).score()))
                .orElse(-1);
    }

    private static List<Moment> spread(List<Moment> all, int most) {
        return all.size() <= most
                ? all
                : IntStream.range(0, most)
                        .mapToObj(i -> all.get((int) Math.round(i * (all.size() - 1.0) / (most - 1))))
                        .toList();
    }
}
