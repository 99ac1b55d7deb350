package dev.interestlens.explain.look;

import dev.interestlens.explain.picture.HeadGrid;
import dev.interestlens.explain.picture.Panel;
import dev.interestlens.explain.words.Text;
import dev.interestlens.explain.words.Wording;
import dev.interestlens.model.Intervention;
import dev.interestlens.model.Intervention.Head;
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
 * A model as somebody is changing it inside, for one prediction: its attention set, heads or layers switched off, the state that it reads of the history taken
 * from another prediction. Each change gives a new one.
 *
 * @param attention how attention is set
 * @param weights where it is given, one a behaviour of the whole history; else empty
 * @param heads that read nothing
 * @param layers that read nothing, from 0
 * @param state the vector that stands for the history; empty for the model's own
 * @param source the prediction that weights or state come from, in words; may be empty
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
        /** Of a recurrence that attention moves: every step counts in full. */
        OPEN,
        /** As another prediction's, the newest behaviours beside each other. */
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
     * What of a model can be switched off.
     *
     * @param layers whose attention stands one after the other
     * @param heads of each
     * @param gates whether attention moves the gates of a recurrence
     */
    public record Parts(int layers, int heads, boolean gates) {
        /** As far as one forward pass shows them. */
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

    /** With the weights that another prediction has, for so many behaviours; the newest stand beside each other, older ones get nothing. */
    public ModelDraft from(Text other, double[] look, int behaviours) {
        double[] each = new double[behaviours];
        for (int back = 1; back <= Math.min(behaviours, look.length); back++) {
            each[behaviours - back] = Math.abs(look[look.length - back]);
        }
        return new ModelDraft(Attention.OTHER, each, heads, layers, state, other);
    }

    /** With the vector that the head reads of another prediction's history; none takes it back. */
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

    /** The same for a history of so many behaviours: weights that do not fit it are let go. */
    public ModelDraft forBehaviours(int count) {
        return weights.length == 0 || weights.length == count ? this : with(Attention.OWN);
    }

    /** What is set in the model, which reads some behaviours. */
    public Intervention intervention(int[] steps, boolean[] readable) {
        int n = steps.length;
        Intervention set =
                switch (attention) {
                    case OWN -> Intervention.NONE;
                    case EVEN -> Intervention.even(readable);
                    case NONE -> Intervention.zero(n);
                    case OPEN -> Intervention.open(n);
                    case OTHER, GIVEN -> {
                        double[] read = new double[n];
                        Arrays.setAll(read, i -> readable[i] ? weights[steps[i]] : 0);
                        yield Intervention.NONE.withWeights(read);
                    }
                };
        return new Intervention(set.mixing(), set.weights(), heads, layers, state);
    }

    /** What stands in the place of a model's own Look, as far as it is known before it is computed. */
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

    /** What is changed, one after the other. */
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
