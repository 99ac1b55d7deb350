package dev.interestlens.workspace;

import dev.interestlens.explain.fidelity.HeadDiversity;
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
 * The attention of a model during training, for the same few samples each time. The trainer saves it in the run's folder, one moment for each
 * checkpoint, the first before any step.
 *
 * @param samples the samples
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
     * The values of one sample at a moment.
     *
     * @param look weight of each behaviour, oldest first
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
     * @param spread how different the attentions of a model with several are, over many samples; null where it has one
     */
    public record Moment(long step, List<Seen> samples, HeadDiversity spread) {
        public Moment {
            samples = List.copyOf(samples);
        }
    }

    public AttentionLog {
        samples = List.copyOf(samples);
        moments = List.copyOf(moments);
    }

    /** Its file. */
    public static Path file(RunFolder folder) {
        return folder.path().resolve("attention.json");
    }

    /** Reads it from a run's folder; empty where there is none. */
    public static Optional<AttentionLog> read(RunFolder folder) {
        Path file = file(folder);
        return Files.exists(file) ? Optional.of(SealedJson.read(file, AttentionLog.class)) : Optional.empty();
    }

    void write(Disk disk, RunFolder folder) {
        SealedJson.write(disk, file(folder), this);
    }

    /**
     * With a further moment. Moments that it supersedes, since the run was resumed before them, are removed, and every second one where there are
     * very many.
     */
    AttentionLog with(Moment now) {
        List<Moment> all = new ArrayList<>(
                moments.stream().filter(each -> each.step() < now.step()).toList());
        all.add(now);
        return new AttentionLog(samples, all.size() > MAX ? spread(all, MAX / 2) : all);
    }

    /** At most {@code most} moments, evenly from the training, including the first and the last. */
    public AttentionLog spread(int most) {
        return new AttentionLog(samples, spread(moments, most));
    }

    /** How different the attentions are at the end; empty for a model that has one. */
    public Optional<HeadDiversity> lastSpread() {
        return moments.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(moments.get(moments.size() - 1).spread());
    }

    /** The sample with the highest score at the end; −1 where there is none. */
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
