package dev.interestlens.workspace;

import dev.interestlens.store.Disk;
import dev.interestlens.store.SealedJson;
import java.nio.file.Files;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * How long the last measurement of each kind took on this machine: {@code times.json} of a workspace, with a checksum. What was never measured here is
 * unknown, since a guess without a measurement was wrong by a factor of four.
 *
 * @param machine kind of processors and their number; times of another one are worth nothing
 * @param took by kind of measurement
 */
public record MeasuringTimes(String machine, Map<String, Took> took) {
    /** One measurement. */
    public record Took(double seconds, double work) {}

    /** Of a machine on which nothing was measured. */
    public static final MeasuringTimes NONE = new MeasuringTimes(thisMachine(), Map.of());

    public MeasuringTimes {
        took = Map.copyOf(took);
    }

    /**
     * Reads those of this machine.
     *
     * @throws dev.interestlens.store.ProblemException where the file cannot be read, or is damaged
     */
    public static MeasuringTimes read(Workspace workspace) {
        if (!Files.exists(workspace.times())) {
            return NONE;
        }
        MeasuringTimes found = SealedJson.read(workspace.times(), MeasuringTimes.class);
        return found.machine.equals(NONE.machine) ? found : NONE;
    }

    /** Writes them atomically. */
    public void write(Disk disk, Workspace workspace) {
        SealedJson.write(disk, workspace.times(), this);
    }

    /** What a measurement will take, by the last one of its kind; empty where there was none. */
    public OptionalDouble seconds(Effort effort) {
        Took last = took.get(effort.kind());
        return last == null || !effort.isKnown()
                ? OptionalDouble.empty()
                : OptionalDouble.of(last.seconds * effort.work() / last.work);
    }

    /** With one more; one whose work is not known tells nothing of others. */
    public MeasuringTimes with(Effort effort, double seconds) {
        if (!effort.isKnown()) {
            return this;
        }
        Map<String, Took> more = new TreeMap<>(took);
        more.put(effort.kind(), new Took(seconds, effort.work()));
        return new MeasuringTimes(machine, more);
    }

    private static String thisMachine() {
        return System.getProperty("os.arch") + " " + Runtime.getRuntime().availableProcessors();
    }
}
