package dev.interestlens.figure.data;

import dev.interestlens.figure.HistoryReading;
import dev.interestlens.figure.NumberTable;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.Phrases;
import dev.interestlens.store.Components;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A history with one candidate.
 *
 * @param behaviours oldest first
 * @param unread earlier behaviours that were not read, drawn as a hatched block before the first
 * @param candidate drawn at the far right
 * @param bars of each behaviour; the Effects are empty while they are not measured yet
 * @param reference the uniform weight, 1/n; NaN for none
 * @param ghosts the bars before a change, NaN for new behaviours; empty for no ghosts
 * @param points Effects on the score, 0.01 is one point; empty where they are unknown
 * @param split the parts of the Effects; {@link Split#NONE} where they have none
 * @param named behaviours that the sentence names
 * @param reading which of the behaviours the model reads
 */
public record HistoryData(
        List<Behaviour> behaviours,
        long unread,
        Behaviour candidate,
        Bars bars,
        double reference,
        Bars ghosts,
        double[] points,
        Split split,
        Set<Integer> named,
        HistoryReading reading)
        implements FigureData {

    /** One behaviour in words; {@code time} and {@code category} may be empty. */
    public record Behaviour(Phrase title, Phrase category, Phrase time) {}

    /** The Look and the Effect of each behaviour. */
    public record Bars(double[] look, double[] effect) {
        static final Bars NONE = new Bars(new double[0], new double[0]);

        public Bars {
            look = look.clone();
            effect = effect.clone();
        }

        Bars only(int[] kept) {
            return new Bars(at(look, kept), at(effect, kept));
        }
    }

    /**
     * The two parts of each Effect: what goes through the model's own part, and what comes from what followed what.
     *
     * @param byTable the second one; empty where there are no parts
     * @param attention whether the first one is attention, else pooling without weights
     */
    public record Split(double[] byTable, boolean attention) {
        static final Split NONE = new Split(new double[0], true);

        public Split {
            byTable = byTable.clone();
        }

        Split only(int[] kept) {
            return new Split(at(byTable, kept), attention);
        }
    }

    public HistoryData {
        behaviours = List.copyOf(behaviours);
        points = points.clone();
        named = Collections.unmodifiableSet(new TreeSet<>(named)); // drawn in this order
        int size = behaviours.size();
        if (bars.look.length != size
                || List.of(bars.effect, ghosts.look, ghosts.effect, points, split.byTable).stream()
                        .anyMatch(values -> values.length != 0 && values.length != size)) {
            throw new IllegalArgumentException(size + " behaviours, but another number of values");
        }
    }

    /** Without ghosts and named behaviours. */
    public HistoryData(
            List<Behaviour> behaviours,
            long unread,
            Behaviour candidate,
            double[] look,
            double[] effect,
            double reference) {
        this(
                behaviours,
                unread,
                candidate,
                new Bars(look, effect),
                reference,
                Bars.NONE,
                new double[0],
                Split.NONE,
                Set.of(),
                HistoryReading.ALL);
    }

    public static HistoryData empty() {
        return new HistoryData(
                List.of(),
                0,
                new Behaviour(Phrase.EMPTY, Phrase.EMPTY, Phrase.EMPTY),
                new double[0],
                new double[0],
                Double.NaN);
    }

    /** Only some of the behaviours, in order; the others count as unread. */
    public HistoryData only(int[] kept) {
        return part(kept, unread + size() - kept.length);
    }

    /** A range of behaviours. Unread earlier ones are shown only before the first. */
    public HistoryData window(int first, int count) {
        return part(IntStream.range(first, first + count).toArray(), first == 0 ? unread : 0);
    }

    private HistoryData part(int[] kept, long before) {
        List<Integer> places = Arrays.stream(kept).boxed().toList();
        return new HistoryData(
                places.stream().map(behaviours::get).toList(),
                before,
                candidate,
                bars.only(kept),
                reference,
                ghosts.only(kept),
                at(points, kept),
                split.only(kept),
                named.stream().map(places::indexOf).filter(i -> i >= 0).collect(Collectors.toSet()),
                reading.only(kept));
    }

    private static double[] at(double[] values, int[] kept) {
        return values.length == 0
                ? values
                : Arrays.stream(kept).mapToDouble(j -> values[j]).toArray();
    }

    /** The same with ghosts of the values before a change. */
    public HistoryData withGhosts(double[] beforeLook, double[] beforeEffect) {
        return Components.of(this).with("ghosts", new Bars(beforeLook, beforeEffect));
    }

    /** The same with other weights, whose uniform value is unknown. */
    public HistoryData withLook(double[] weights) {
        double even = Arrays.equals(weights, look()) ? reference : Double.NaN;
        return Components.of(this).with("bars", new Bars(weights, effect()), "reference", even);
    }

    /** The same with the behaviours that a sentence names. */
    public HistoryData withNamed(List<Integer> spokenOf) {
        return Components.of(this).with("named", Set.copyOf(spokenOf));
    }

    /** The same with Effects on the score. */
    public HistoryData withPoints(double[] ofScore) {
        return Components.of(this).with("points", ofScore);
    }

    /** The same with the parts of its Effects. */
    public HistoryData withSplit(double[] byTable, boolean attention) {
        return Components.of(this).with("split", new Split(byTable, attention));
    }

    /** The same with what the model reads. */
    public HistoryData withReading(HistoryReading read) {
        return Components.of(this).with("reading", read);
    }

    /** A line a behaviour. */
    @Override
    public NumberTable numbers(Locale language) {
        List<NumberTable.Line> lines = new ArrayList<>();
        for (int i = 0; i < size(); i++) {
            Behaviour behaviour = behaviours.get(i);
            boolean read = reading.reads(i);
            List<String> names = new ArrayList<>(List.of(
                    behaviour.title().in(language),
                    behaviour.category().in(language),
                    behaviour.time().in(language)));
            if (!reading.reasons().isEmpty()) {
                names.add(reading.reasons().get(i).in(language));
            }
            List<Double> values = new ArrayList<>(List.of(
                    read ? look()[i] : Double.NaN,
                    read && measured() ? effect()[i] : Double.NaN,
                    !read || points.length == 0 ? Double.NaN : 100 * points[i]));
            if (isSplit()) {
                values.add(read ? split.byTable[i] : Double.NaN);
            }
            lines.add(new NumberTable.Line(
                    names, values.stream().mapToDouble(each -> each).toArray()));
        }
        List<String> heads =
                new ArrayList<>(Collections.nCopies(reading.reasons().isEmpty() ? 3 : 4, ""));
        List.of("numbers.look", "numbers.effect", "numbers.points")
                .forEach(key -> heads.add(Phrases.of(key).in(language)));
        if (isSplit()) {
            heads.add(Phrases.of("numbers.byTable").in(language));
        }
        return new NumberTable(heads, lines);
    }

    /** The relative weight of each behaviour by the larger share of Look and Effect, 0 … 1; 0 for behaviours that are not read. */
    public double[] weights() {
        double most = greatest(look());
        double strongest = measured() ? greatest(effect()) : 0;
        double[] weights = new double[size()];
        for (int i = 0; i < weights.length; i++) {
            double looked = most == 0 ? 0 : Math.abs(look()[i]) / most;
            double moved = strongest == 0 ? 0 : Math.abs(effect()[i]) / strongest;
            weights[i] = reading.reads(i) ? Math.max(looked, moved) : 0;
        }
        return weights;
    }

    private static double greatest(double[] values) {
        return Arrays.stream(values).map(Math::abs).max().orElse(0);
    }

    public double[] look() {
        return bars.look;
    }

    public double[] effect() {
        return bars.effect;
    }

    public int size() {
        return behaviours.size();
    }

    public boolean measured() {
        return effect().length == size();
    }

    /** Whether Effects have two parts. */
    public boolean isSplit() {
        return measured() && size() > 0 && split.byTable.length == size();
    }

    /** The parts of an Effect, the one nearest to the line first. */
    public double[] parts(int behaviour) {
        double whole = effect()[behaviour];
        return isSplit()
                ? new double[] {whole - split.byTable[behaviour], split.byTable[behaviour]}
                : new double[] {whole};
    }

    /** The ghost of a weight; NaN where there is none. */
    public double ghostLook(int behaviour) {
        return ghosts.look.length == 0 ? Double.NaN : ghosts.look[behaviour];
    }

    /** The ghost of an Effect; NaN where there is none. */
    public double ghostEffect(int behaviour) {
        return ghosts.effect.length == 0 ? Double.NaN : ghosts.effect[behaviour];
    }
}
