package dev.interestlens.explain.effect;

import dev.interestlens.data.RawBatch;
import dev.interestlens.explain.look.Behaviour;
import dev.interestlens.explain.look.Impression;
import dev.interestlens.explain.look.LookResult;
import dev.interestlens.model.Removal;
import dev.interestlens.model.Scorer;
import dev.interestlens.store.ArrayFill;
import dev.interestlens.store.Components;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The behaviours of a history that a model reads for one candidate, as a separate impression, and the mapping of results back to the whole history,
 * where all other behaviours have none. Where a model reads everything, both are the same.
 */
public record ReadPart(Scorer model, Impression whole, int[] steps, Impression part) {
    /** Other candidates have the behaviours that are read for this one. */
    public static ReadPart of(Scorer model, Impression whole) {
        int n = whole.behaviours();
        if (model.choice().isEmpty() || whole.batch().places != null) {
            int[] all = ArrayFill.ints(n, j -> j);
            return new ReadPart(model, whole, all, whole);
        }
        int[] steps = model.readSteps(whole.batch());
        List<Behaviour> read =
                Arrays.stream(steps).mapToObj(whole.history()::get).toList();
        int[][] each = new int[whole.otherBatch().size()][];
        Arrays.fill(each, steps);
        RawBatch batch = shown(whole.batch().chosen(new int[][] {steps}));
        RawBatch others = shown(whole.otherBatch().chosen(each));
        Impression part = Components.of(whole).with("history", read, "batch", batch, "otherBatch", others);
        return new ReadPart(model, whole, steps, part);
    }

    /** Nothing that is read is hidden. */
    private static RawBatch shown(RawBatch batch) {
        return batch.withHidden(null);
    }

    /** Whether all behaviours are read. */
    boolean isWhole() {
        return part == whole;
    }

    /** The impression of the read behaviours. */
    public Impression impression() {
        return part;
    }

    /** Their positions in the whole history, ascending. */
    @Override
    public int[] steps() {
        return steps.clone();
    }

    /** Removal with the search running again, so that other behaviours may be read instead. With none of them kept, nothing can be read. */
    public Removal searched() {
        return isWhole() ? model.removal(whole.batch()) : new Searched(model.removal(whole.batch()));
    }

    /** Removal where no other behaviours are read instead. */
    public Removal frozen() {
        return model.removal(part.batch());
    }

    private final class Searched implements Removal {
        private final Removal removal;

        Searched(Removal removal) {
            this.removal = removal;
        }

        @Override
        public int behaviours() {
            return steps.length;
        }

        @Override
        public double[] logits(List<boolean[]> kept) {
            return removal.logits(wide(kept));
        }

        @Override
        public Table table() {
            return removal.table();
        }

        @Override
        public double[] byTable(List<boolean[]> kept) {
            return removal.byTable(wide(kept));
        }

        private List<boolean[]> wide(List<boolean[]> kept) {
            List<boolean[]> wide = new ArrayList<>(kept.size());
            for (boolean[] some : kept) {
                boolean[] all = new boolean[whole.behaviours()];
                boolean any = false;
                Arrays.fill(all, true);
                for (int i = 0; i < steps.length; i++) {
                    all[steps[i]] = some[i];
                    any |= some[i];
                }
                wide.add(any ? all : new boolean[all.length]);
            }
            return wide;
        }
    }

    public double[] spread(double[] values) {
        if (isWhole()) {
            return values;
        }
        double[] wide = new double[whole.behaviours()];
        for (int i = 0; i < steps.length; i++) {
            wide[steps[i]] = values[i];
        }
        return wide;
    }

    private double[] narrow(double[] values) {
        return Arrays.stream(steps).mapToDouble(step -> values[step]).toArray();
    }

    public LookResult spread(LookResult looked) {
        return isWhole() ? looked : with(looked, this::spread);
    }

    public LookResult narrow(LookResult looked) {
        return isWhole() ? looked : with(looked, this::narrow);
    }

    private static LookResult with(LookResult looked, UnaryOperator<double[]> at) {
        return new LookResult(
                looked.logit(),
                looked.kind(),
                at.apply(looked.look()),
                looked.matrices(),
                looked.heads().stream().map(at).toList());
    }

    /** A behaviour that is not read has an Effect of exactly 0, since the same is read without it. */
    public Effects spread(Effects effects) {
        return isWhole() ? effects : with(effects, this::spread);
    }

    public Effects narrow(Effects effects) {
        return isWhole() ? effects : with(effects, this::narrow);
    }

    private static Effects with(Effects effects, UnaryOperator<double[]> at) {
        return new Effects(
                effects.logit(),
                effects.emptyLogit(),
                at.apply(effects.effect()),
                at.apply(effects.points()),
                new ByTable(
                        effects.byTable().stands(), at.apply(effects.byTable().effect())));
    }
}
