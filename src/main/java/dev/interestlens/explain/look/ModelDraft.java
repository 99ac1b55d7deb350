package dev.interestlens.explain.look;

import dev.interestlens.explain.picture.HeadGrid;
import dev.interestlens.explain.picture.Panel;
import dev.interestlens.explain.words.Text;
import dev.interestlens.explain.words.Wording;
import dev.interestlens.model.Intervention;
import dev.interestlens.model.Intervention.Head;
import dev.interestlens.store.ArrayFill;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Changes inside a model for one prediction: attention set by hand, heads or layers switched off, the head's vector taken from another prediction.
 * Immutable; each change returns a new one.
 *
 * @param attention how attention is set
 * @param weights where attention is given, one for each behaviour of the whole history; else empty
 * @param heads that are switched off
 * @param layers that are switched off, from 0
 * @param state the vector that represents the history; empty for the model's own
 * @param source text about the prediction that weights or state come from; may be empty
 */
public record ModelDraft(
        Attention attention, double[] weights, Set<Head> heads, Set<Integer> layers, float[] state, Text source) {
    /** How attention is set. */
    public enum Attention {
        OWN,
        /** Every behaviour gets the mean. */
        EVEN,
        /** No behaviour gets any. */
        NONE,
        /** Of a recurrence with attention: every step has the weight 1. */
        OPEN,
        /** That of another prediction, aligned at the newest behaviours. */
        OTHER,
        /** By hand. */
        GIVEN
    }

    /** Nothing is changed. */
    public static final ModelDraft OWN =
            new ModelDraft(Attention.OWN, new double[0], Set.of(), Set.of(), new float[0], Text.same(""));

    public ModelDraft {
        Objects.requireNonNull(attention);
        Objects.requireNonNull(source);
        weights = weights.clone();
        heads = Set.copyOf(heads);
        layers = Set.copyOf(layers);
        state = state.clone();
    }

    /**
     * Parts of a model that can be switched off.
     *
     * @param layers number of layers of self-attention
     * @param heads of each
     * @param gates whether the gates of a recurrence depend on attention
     */
    public record Parts(int layers, int heads, boolean gates) {
        /** As far as they are known from one forward pass. */
        public static Parts of(LookResult looked, List<Panel> panels) {
            boolean gates = panels.stream().anyMatch(panel -> panel.name().equals("flow"));
            int several = Math.max(1, looked.heads().size());
            return panels.stream()
                    .flatMap(panel -> panel.pictures().stream())
                    .filter(HeadGrid.class::isInstance)
                    .map(HeadGrid.class::cast)
                    .findFirst()
                    .map(grid -> new Parts(grid.layers(), grid.heads(), gates))
                    .orElse(gates ? new Parts(several, 1, true) : new Parts(1, several, false));
        }
    }

    public boolean isOwn() {
        return equals(OWN);
    }

    /** With attention set in a way that needs no numbers. */
    public ModelDraft with(Attention way) {
        return new ModelDraft(way, new double[0], heads, layers, state, state.length > 0 ? source : Text.same(""));
    }

    /** With these weights. */
    public ModelDraft given(double[] each) {
        return new ModelDraft(Attention.GIVEN, each, heads, layers, state, source);
    }

    /** With the weights of another prediction, for a number of behaviours, aligned at the newest ones; older ones get 0. */
    public ModelDraft from(Text other, double[] look, int behaviours) {
        double[] each = new double[behaviours];
        for (int back = 1; back <= Math.min(behaviours, look.length); back++) {
            each[behaviours - back] = Math.abs(look[look.length - back]);
        }
        return new ModelDraft(Attention.OTHER, each, heads, layers, state, other);
    }

    /** With the vector that the head reads of another prediction's history; an empty one restores the model's own. */
    public ModelDraft patched(Text other, float[] vector) {
        return new ModelDraft(attention, weights, heads, layers, vector, vector.length > 0 ? other : Text.same(""));
    }

    /** With a head off, or on again. */
    public ModelDraft toggled(Head head) {
        Set<Head> changed = new HashSet<>(heads);
        if (!changed.remove(head)) {
            changed.add(head);
        }
        return new ModelDraft(attention, weights, changed, layers, state, source);
    }

    /** With a layer off, or on again. */
    public ModelDraft toggledLayer(int layer) {
        Set<Integer> changed = new HashSet<>(layers);
        if (!changed.remove(layer)) {
            changed.add(layer);
        }
        return new ModelDraft(attention, weights, heads, changed, state, source);
    }

    /** The same for a history of another length: weights that do not fit are dropped. */
    public ModelDraft forBehaviours(int count) {
        return weights.length == 0 || weights.length == count ? this : with(Attention.OWN);
    }

    /** The intervention for a model that reads these behaviours. */
    public Intervention intervention(int[] steps, boolean[] readable) {
        int n = steps.length;
        Intervention set =
                switch (attention) {
                    case OWN -> Intervention.NONE;
                    case EVEN -> Intervention.even(readable);
                    case NONE -> Intervention.zero(n);
                    case OPEN -> Intervention.open(n);
                    case OTHER, GIVEN -> {
                        double[] read = ArrayFill.doubles(n, i -> readable[i] ? weights[steps[i]] : 0);
                        yield Intervention.NONE.withWeights(read);
                    }
                };
        return new Intervention(set.mixing(), set.weights(), heads, layers, state);
    }

    /** The Look that results, as far as it is known before it is computed. */
    public double[] look(double[] own) {
        double[] shown = own.clone();
        switch (attention) {
            case OWN -> {}
            case EVEN -> Arrays.fill(shown, Arrays.stream(own).average().orElse(0));
            case NONE -> Arrays.fill(shown, 0);
            case OPEN -> Arrays.fill(shown, 1);
            case OTHER, GIVEN -> shown = weights.clone();
        }
        return shown;
    }

    /** Texts about the changes, one by one. */
    public List<Text> words() {
        Stream<Text> set = attention == Attention.OWN
                ? Stream.of()
                : Stream.of(Wording.of("inside." + attention, Map.of("source", source)));
        Stream<Text> off = heads.stream()
                .sorted(Comparator.comparingInt(Head::layer).thenComparingInt(Head::head))
                .map(head -> Wording.of("inside.head", numbers(head.layer(), head.head())));
        Stream<Text> layersOff = layers.stream().sorted().map(layer -> Wording.of("inside.layer", numbers(layer, 0)));
        Stream<Text> patched = IntStream.range(0, Math.min(1, state.length))
                .mapToObj(i -> Wording.of("inside.state", Map.of("source", source)));
        return Stream.of(set, off, layersOff, patched).flatMap(each -> each).toList();
    }

    private static Map<String, Text> numbers(int layer, int head) {
        return Map.of("layer", Text.same(String.valueOf(layer + 1)), "head", Text.same(String.valueOf(head + 1)));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ModelDraft draft
                && attention == draft.attention
                && Arrays.equals(weights, draft.weights)
                && heads.equals(draft.heads)
                && layers.equals(draft.layers)
                && Arrays.equals(state, draft.state);
    }

    @Override
    public int hashCode() {
        return Objects.hash(attention, heads, layers, Arrays.hashCode(weights), Arrays.hashCode(state));
    }
}
