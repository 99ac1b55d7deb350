package dev.interestlens.explain.fidelity;

import dev.interestlens.explain.look.Behaviour;
import dev.interestlens.store.Problem;
import dev.interestlens.store.WholeFile;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Explanations that another program made of predictions of a model: for each behaviour of a sample a number, the larger the more it is said to raise
 * the score.
 */
public final class OutsideExplanations {
    /** Of the file: the sample, the position of the behaviour in the history as {@code explain} gives it, and the number. */
    public static final String HEADER = "sample,behaviour,value";

    /** As Java, C and Python write it. */
    private static final Pattern NOT_FINITE = Pattern.compile("(?i)[+-]?(nan|inf|infinity)");

    private final String name;
    private final UnaryOperator<String> samples;
    private final Map<String, Double> byPlace = new LinkedHashMap<>();
    private long values;
    private long notFinite;
    private long repeated;

    private OutsideExplanations(String name, UnaryOperator<String> samples) {
        this.name = name;
        this.samples = samples;
    }

    /**
     * Reads a file. Values that are not finite are left out and counted; of a behaviour that is given twice the last value counts.
     *
     * @throws dev.interestlens.store.ProblemException of kind BAD_INPUT naming the line that is no such line, or that there is no such file
     */
    public static OutsideExplanations read(String name, Path file) {
        return read(name, file, sample -> String.valueOf(number(sample)));
    }

    /**
     * The same of samples that are called in another way than by their row.
     *
     * @param samples gives the name of a sample as it stands in the file, or throws {@link NumberFormatException} where it is none
     */
    public static OutsideExplanations read(String name, Path file, UnaryOperator<String> samples) {
        OutsideExplanations read = new OutsideExplanations(name, samples);
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
            String place = place(samples.apply(cells[0].strip()), number(cells[1].strip()));
            String text = cells[2].strip();
            double value = NOT_FINITE.matcher(text).matches() ? Double.NaN : Double.parseDouble(text);
            values++;
            if (!Double.isFinite(value)) {
                notFinite++;
            } else if (byPlace.put(place, value) != null) {
                repeated++;
            }
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static int number(String text) {
        int number = Integer.parseInt(text);
        if (number < 0) {
            throw new NumberFormatException(text);
        }
        return number;
    }

    private static String place(String sample, int behaviour) {
        return sample + "," + behaviour;
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

    /** One value a behaviour of a sample, in the order of its history; empty where one is missing. */
    public Optional<double[]> of(String sample, List<Behaviour> history) {
        double[] values = new double[history.size()];
        for (int j = 0; j < values.length; j++) {
            Double value = byPlace.get(place(sample, history.get(j).position()));
            if (value == null) {
                return Optional.empty();
            }
            values[j] = value;
        }
        return Optional.of(values);
    }

    /**
     * Sample and behaviour, with a comma between them, of the values that count and belong to none of these samples, in the order of the file.
     *
     * @param behaviours of each sample by its name, all of them counted from 0
     */
    public List<String> unknown(Map<String, Integer> behaviours) {
        return byPlace.keySet().stream()
                .filter(place -> {
                    int comma = place.lastIndexOf(',');
                    int behaviour = Integer.parseInt(place, comma + 1, place.length(), 10);
                    return behaviour >= behaviours.getOrDefault(place.substring(0, comma), 0);
                })
                .toList();
    }
}
