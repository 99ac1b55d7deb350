package dev.interestlens.explain.effect;

import dev.interestlens.explain.look.Impression;
import dev.interestlens.explain.look.Scores;
import dev.interestlens.explain.words.Text;
import dev.interestlens.explain.words.Wording;
import dev.interestlens.model.Scorer;
import dev.interestlens.model.config.ReadingConfig;
import dev.interestlens.model.config.ReadingConfig.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What a model reads of one history and what it leaves out.
 *
 * @param config how it reads
 * @param ranks of each behaviour among the older ones in the search, from 1; 0 where it is recent, or the search does not find it
 * @param states of each behaviour
 * @param share of the attention over the whole history that the read behaviours have; NaN where this is unknown
 * @param allLogit the logit if everything were read; NaN where this is unknown
 * @param frozen Effects of the read behaviours where no others are read instead, 0 for the others; empty where everything is read
 */
public record ReadReport(
        ReadingConfig config, int[] ranks, List<State> states, double share, double allLogit, double[] frozen) {
    /** How many ranks beyond those that are read a behaviour still counts as found. */
    private static final int NEAR = 50;

    /** Why a behaviour is read or not. */
    public enum State {
        READ,
        /** The search found it, but others rank higher. */
        OUTRANKED,
        NOT_READ
    }

    public ReadReport {
        ranks = ranks.clone();
        states = List.copyOf(states);
        frozen = frozen.clone();
    }

    /** Where all behaviours are read. */
    public static ReadReport whole(int behaviours) {
        State[] states = new State[behaviours];
        Arrays.fill(states, State.READ);
        return new ReadReport(ReadingConfig.ALL, new int[behaviours], List.of(states), 1, Double.NaN, new double[0]);
    }

    public static ReadReport of(Scorer model, Impression whole, ReadPart part) {
        int n = whole.behaviours();
        if (part.isWhole()) {
            return whole(n);
        }
        int[] ranks = model.searchRanks(whole.batch());
        State[] states = new State[n];
        Arrays.setAll(states, j -> ranks[j] > 0 && found(model.reading(), ranks[j]) ? State.OUTRANKED : State.NOT_READ);
        for (int step : part.steps()) {
            states[step] = State.READ;
        }
        Scorer.ReadAll all = model.readAll(whole.batch());
        double sum = 0;
        double held = 0;
        for (int j = 0; j < all.attention().length; j++) {
            sum += Math.abs(all.attention()[j]);
            held += states[j] == State.READ ? Math.abs(all.attention()[j]) : 0;
        }
        double share = sum > 0 ? held / sum : Double.NaN;
        Effects frozen = Effects.of(part.frozen());
        return new ReadReport(
                model.reading(), ranks, List.of(states), share, all.logit(), part.spread(frozen.effect()));
    }

    private static boolean found(ReadingConfig config, int rank) {
        return config.kind() == Kind.CATEGORY || rank <= config.retrieved() + NEAR;
    }

    /** Number of behaviours. */
    public int of() {
        return states.size();
    }

    /** Number of those that are read. */
    public int read() {
        return (int) states.stream().filter(state -> state == State.READ).count();
    }

    /** The behaviours that are read, ascending. */
    public int[] steps() {
        return IntStream.range(0, of()).filter(j -> states.get(j) == State.READ).toArray();
    }

    /** Whether something is left out. */
    public boolean leavesOut() {
        return read() < of();
    }

    /** The score if everything were read; NaN where this is unknown. */
    public double allScore() {
        return Scores.sigmoid(allLogit);
    }

    /** Why a behaviour is read or not. */
    public Text reason(int behaviour) {
        int rank = ranks[behaviour];
        String kind = config.kind().name().toLowerCase(java.util.Locale.ROOT);
        boolean recent = rank == 0 && states.get(behaviour) == State.READ;
        String key = config.kind() == Kind.ALL
                ? "reading.all"
                : recent
                        ? "reading.recent"
                        : rank == 0
                                ? "reading." + kind + ".none"
                                : "reading." + kind + "." + (states.get(behaviour) == State.READ ? "read" : "not");
        return Wording.of(
                key,
                Map.of(
                        "recent", Wording.number(config.recent()),
                        "retrieved", Wording.number(config.retrieved()),
                        "rank", Wording.number(rank),
                        "older", Wording.number(Math.max(0, of() - config.recent()))));
    }

    /** One line: what is read, its share of attention, and the score if everything were read. */
    public Text line(double score) {
        if (!leavesOut()) {
            return Wording.of("reading.line.all", Map.of("of", Wording.number(of())));
        }
        Map<String, Text> values = new ScoreChange(Scores.logit(score), allLogit).words();
        values.put("read", Wording.number(read()));
        values.put("of", Wording.number(of()));
        values.put("share", Text.same(Double.isNaN(share) ? "–" : Math.round(100 * share) + " %"));
        return Wording.of(Double.isNaN(share) || Double.isNaN(allLogit) ? "reading.line.read" : "reading.line", values);
    }
}
