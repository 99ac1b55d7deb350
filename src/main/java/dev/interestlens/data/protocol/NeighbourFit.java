package dev.interestlens.data.protocol;

import dev.interestlens.metric.FullRanking;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Makes the simple scorers from training events, and chooses among them by NDCG@10 of the full ranking on the validation part. Where repeats count, an
 * item may follow itself.
 */
public final class NeighbourFit {
    /** Items that are kept beside one. */
    public static final int WIDTH = 128;

    /** Numbers that a table holds at most. */
    private static final long CELLS = 16_000_000;

    private static final long SUMS = 1_000_000_000;

    /** Rows of the largest matrix that is inverted for several strengths: of a larger one only for that which helps most beside a model. */
    private static final int FEW_ROWS = 2500;

    private static final int USERS = 500;
    private static final int TOP = 10;
    private static final double[] DECAYS = {1, .95, .9, .8, .6};

    /** Beside a model where repeats count: people come back to what lies further behind. */
    private static final double[] DECAYS_OF_REPEATS = {1, .95, .9, .8};

    /** Of a user with more items the newest count. */
    private static final int ITEMS = 1000;

    private final SampleSet samples;
    private final TrainingLog log;
    private final int width;
    private final boolean repeats;
    private final SymmetricInverse inversion;
    private final Map<NeighbourKind, Neighbours> parts =
            new EnumMap<>(NeighbourKind.class); // of sums, which are tried several times
    private final Map<Double, Neighbours> linear = new HashMap<>(); // by strength: each wants a matrix inverted

    public NeighbourFit(SampleSet samples, SymmetricInverse inversion) {
        this(samples, inversion, width(samples.data().items()));
    }

    /** @param width items that are kept beside one */
    public NeighbourFit(SampleSet samples, SymmetricInverse inversion, int width) {
        this.samples = samples;
        this.inversion = inversion;
        this.width = width;
        log = new TrainingLog(samples);
        repeats = samples.repeats(Repeats.AUTO) == Repeats.ALL;
    }

    /** How many items are kept beside one of so many. */
    public static int width(int items) {
        return (int) Math.max(4, Math.min(Math.min(WIDTH, items), CELLS / Math.max(1, items)));
    }

    /** Rows of the largest matrix that is inverted: EASE wants no more users or no more items than that. */
    public static final int MAX_ROWS = 6000;

    /** Whether a kind can be made of this log. */
    public static boolean fits(SampleSet samples, NeighbourKind kind) {
        return !kind.linear() || rows(samples) <= MAX_ROWS;
    }

    private static int rows(SampleSet samples) {
        return Math.min(samples.data().users(), samples.data().items());
    }

    /** The kinds that are made in seconds: by users, EASE sums over all training events for each item; by items, over the pairs of each user. */
    public static List<NeighbourKind> cheap(SampleSet samples) {
        boolean byUsers = samples.data().users() <= samples.data().items();
        long sums = IntStream.range(0, samples.data().users())
                .mapToLong(user -> (long) samples.seenEvents(user)
                        * (byUsers ? samples.data().items() : samples.seenEvents(user)))
                .sum();
        boolean linear = fits(samples, NeighbourKind.EASE) && sums <= SUMS;
        return Arrays.stream(NeighbourKind.values())
                .filter(kind -> linear || !kind.linear())
                .toList();
    }

    /** The root mean square of what a scorer gives to items that follow something, over the validation part; 1 where there are none. */
    public double spread(Neighbours scorer) {
        Catalogue catalogue = new Catalogue(samples);
        NeighbourScores scores = new NeighbourScores(samples, scorer);
        double sum = 0;
        long count = 0;
        for (Catalogue.Query query : catalogue.queries(Part.VALID, USERS).all()) {
            for (float score : scores.of(catalogue, query)) {
                sum += (double) score * score;
                count += score == 0 ? 0 : 1;
            }
        }
        return count == 0 ? 1 : Math.sqrt(sum / count);
    }

    /** The mean of cosines over the whole history, of which nothing is chosen. */
    public static Neighbours uniform(SampleSet samples) {
        return new NeighbourFit(samples, SymmetricInverse.NONE).made(NeighbourKind.KNN, 0, 1);
    }

    /**
     * The best of some kinds; of those that can be made of this log.
     *
     * @param decay the only one to try; empty to choose it
     */
    public Neighbours best(Collection<NeighbourKind> kinds, OptionalDouble decay) {
        return best(
                kinds,
                kind -> kind == NeighbourKind.EASE && rows(samples) > FEW_ROWS
                        ? new double[] {kind.besideStrength()}
                        : kind.strengths(),
                kind -> DECAYS,
                decay);
    }

    /** The same for a sum with a model: of each kind only the strength and, where it is not given, the decay that help a model. */
    public Neighbours beside(Collection<NeighbourKind> kinds, OptionalDouble decay) {
        return best(
                kinds,
                kind -> new double[] {kind.besideStrength()},
                kind -> repeats ? DECAYS_OF_REPEATS : new double[] {kind.besideDecay()},
                decay);
    }

    private Neighbours best(
            Collection<NeighbourKind> kinds,
            Function<NeighbourKind, double[]> strengths,
            Function<NeighbourKind, double[]> decays,
            OptionalDouble decay) {
        Catalogue catalogue = new Catalogue(samples);
        List<Catalogue.Query> queries = catalogue.queries(Part.VALID, USERS).all();
        Neighbours best = null;
        for (NeighbourKind kind : kinds) {
            for (double strength : fits(samples, kind) ? strengths.apply(kind) : new double[0]) {
                Neighbours made = made(kind, strength, 1);
                for (double each : decay.isPresent() ? new double[] {decay.getAsDouble()} : decays.apply(kind)) {
                    Neighbours one = made.with(each, Double.NaN);
                    double found = ndcg(one, catalogue, queries);
                    best = best == null || found > best.ndcg10() ? one.with(each, found) : best;
                }
            }
        }
        return best == null ? uniform(samples) : best;
    }

    private double ndcg(Neighbours scorer, Catalogue catalogue, List<Catalogue.Query> queries) {
        NeighbourScores scores = new NeighbourScores(samples, scorer);
        List<FullRanking.Rank> ranks = queries.stream()
                .map(query -> FullRanking.rank(scores.of(catalogue, query), query.truth(), catalogue.open(query)))
                .toList();
        int[] users = queries.stream().mapToInt(Catalogue.Query::user).toArray();
        return queries.isEmpty()
                ? 0
                : FullRanking.mean(new FullRanking(users, ranks).ndcg(TOP)).orNaN();
    }

    /** One scorer, of which nothing is chosen. */
    public Neighbours made(NeighbourKind kind, double strength, double decay) {
        Neighbours one = kind == NeighbourKind.SUM ? sum(strength) : made(kind, strength);
        return one.with(decay, Double.NaN);
    }

    /** One scorer as it helps a model most, with another decay; where repeats count, with the strength that is best without a model. */
    public Neighbours beside(NeighbourKind kind, double decay) {
        return repeats && kind == NeighbourKind.KNN
                ? best(List.of(kind), OptionalDouble.of(decay))
                : made(kind, kind.besideStrength(), decay);
    }

    /** The table of the first plus so often that of the second, where each is divided by the root mean square of what it gives. */
    public NeighbourRows plus(Neighbours first, Neighbours second, double times) {
        return first.rows().plus(second.rows(), times * spread(first) / spread(second));
    }

    private Neighbours sum(double times) {
        double decay = NeighbourKind.SUM.besideDecay();
        NeighbourRows rows = plus(part(NeighbourKind.RULES, decay), part(NeighbourKind.EASE, decay), times);
        return Neighbours.of(rows, NeighbourKind.SUM, times, 1);
    }

    private Neighbours part(NeighbourKind kind, double decay) {
        return parts.computeIfAbsent(kind, key -> beside(key, decay));
    }

    private Neighbours made(NeighbourKind kind, double strength) {
        return kind == NeighbourKind.EASE
                ? linear.computeIfAbsent(strength, lambda -> make(kind, lambda))
                : make(kind, strength);
    }

    private Neighbours make(NeighbourKind kind, double strength) {
        float[] before = new float[log.items()];
        float[] after = new float[log.items()];
        Arrays.fill(before, 1);
        NeighbourRows.Row row = this::following;
        if (kind == NeighbourKind.KNN) {
            int[] readers = log.readers();
            for (int item = 0; item < after.length; item++) {
                before[item] = (float) (1 / Math.sqrt(Math.max(1, readers[item]) + strength));
            }
            after = before;
            row = this::together;
        } else if (kind == NeighbourKind.RULES) {
            for (int item = 0; item < after.length; item++) {
                after[item] = (float) Math.pow(Math.max(1, log.until(item) - log.from(item)), -strength);
            }
        } else {
            LinearItems items = new LinearItems(log, strength, inversion);
            after = items.overDiagonal();
            row = items;
        }
        NeighbourRows rows = NeighbourRows.of(log.items(), width, row, kind.power(), before, after);
        return new Neighbours(kind, strength, 1, rows, before, after, Double.NaN);
    }

    private void following(int item, NeighbourRows.Sums sums) {
        for (int at = log.from(item); at < log.until(item); at++) {
            int[] sequence = log.sequence(log.user(at));
            int place = log.place(at);
            for (int gap = 1; gap <= Neighbours.REACH && place + gap < sequence.length; gap++) {
                if (repeats || sequence[place + gap] != item) {
                    sums.add(sequence[place + gap], 1f / gap);
                }
            }
        }
    }

    private void together(int item, NeighbourRows.Sums sums) {
        for (int at = log.from(item); at < log.until(item); at++) {
            int[] others = log.set(log.user(at));
            for (int k = Math.max(0, others.length - ITEMS); log.first(item, at) && k < others.length; k++) {
                if (repeats || others[k] != item) {
                    sums.add(others[k], 1);
                }
            }
        }
    }
}
