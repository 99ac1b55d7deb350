package dev.interestlens.explain.fidelity;

import dev.interestlens.explain.look.Behaviour;
import dev.interestlens.explain.look.Impression;
import dev.interestlens.store.Problem;
import dev.interestlens.store.WholeFile;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Explanations that another program made of predictions of a model: for each behaviour of a sample a number, the larger the more it is said to raise
 * the score.
 */
public final class OutsideExplanations {
    /** Of the file: the row of the part, the position of the behaviour in the history as {@code explain} gives it, and the number. */
    public static final String HEADER = "sample,behaviour,value";

    private final String name;
    private final Map<Integer, Map<Integer, Double>> bySample = new HashMap<>();
    private long values;
    private long notFinite;
    private long repeated;

    private OutsideExplanations(String name) {
        this.name = name;
    }

    /**
     * Reads a file. Values that are not finite are left out and counted; of a behaviour that is given twice the last value counts.
     *
     * @throws dev.interestlens.store.ProblemException of kind BAD_INPUT naming the line that is no such line, or that there is no such file
     */
    public static OutsideExplanations read(String name, Path file) {
        OutsideExplanations read = new OutsideExplanations(name);
        WholeFile.each(file, HEADER, read::add, Problem.badInput(OutsideExplanations.class, "explanations", file));
        return read;
    }

    /** Several, in the order of their names' first mention. */
    public static List<OutsideExplanations> read(Map<String, Path> files) {
        return files.entrySet().stream()
                .map(each -> read(each.getKey(), each.getValue()))
                .toList();
    }

    private boolean add(String line) {
        String[] cells = line.split(",", -1);
        if (cells.length != 3) {
            return false;
        }
        try {
            int sample = Integer.parseInt(cells[0].strip());
            int behaviour = Integer.parseInt(cells[1].strip());
            double value = Double.parseDouble(cells[2].strip());
            values++;
            if (!Double.isFinite(value)) {
                notFinite++;
            } else if (bySample.computeIfAbsent(sample, any -> new HashMap<>()).put(behaviour, value) != null) {
                repeated++;
            }
            return sample >= 0 && behaviour >= 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /** The name that it is told by. */
    public String name() {
        return name;
    }

    /** Values in the file, with those that are left out. */
    public long values() {
        return values;
    }

    /** Values that are left out: they are not finite, or given again for the same behaviour. */
    public long leftOut() {
        return notFinite + repeated;
    }

    /** One value a behaviour of a row, in the order of its history; empty where one is missing. */
    Optional<double[]> of(int row, Impression impression) {
        Map<Integer, Double> known = bySample.getOrDefault(row, Map.of());
        List<Behaviour> history = impression.history();
        double[] values = new double[history.size()];
        for (int j = 0; j < values.length; j++) {
            Double value = known.get(history.get(j).position());
            if (value == null) {
                return Optional.empty();
            }
            values[j] = value;
        }
        return Optional.of(values);
    }
}
