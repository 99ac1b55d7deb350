package dev.interestlens.measurement.trust;

import dev.interestlens.explain.Explainer;
import dev.interestlens.explain.effect.Effects;
import dev.interestlens.explain.effect.FirstOrder;
import dev.interestlens.explain.effect.Group;
import dev.interestlens.explain.effect.Groups;
import dev.interestlens.explain.effect.IntegratedGradients;
import dev.interestlens.explain.effect.ReadPart;
import dev.interestlens.explain.look.Behaviour;
import dev.interestlens.explain.look.Impression;
import dev.interestlens.explain.look.LookResult;
import dev.interestlens.model.Removal;
import dev.interestlens.model.Scorer;
import dev.interestlens.store.ArrayFill;
import dev.interestlens.store.Tensor;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Sizes by which a model, or a simple rule, orders the behaviours of a history. */
final class Orderings {
    private static final String ITEMS = "item_embedding.weight";

    /** Behaviours of one group differ by this much of their own Effect, so that the strongest comes first. */
    private static final double WITHIN_GROUP = 1e-6;

    private final Scorer model;
    private final Tensor items;

    Orderings(Scorer model) {
        this.model = model;
        items = model.can(Scorer.Capability.WEIGHTS)
                ? model.trained().weights().tensors().get(ITEMS)
                : null;
    }

    /** For every ordering that this model allows, one number a behaviour; {@link Ordering#RANDOM} has none. */
    Map<Ordering, double[]> of(Impression impression) {
        Map<Ordering, double[]> sizes = new EnumMap<>(Ordering.class);
        LookResult looked = Explainer.look(model, impression);
        double[] effect = Effects.of(model, impression).effect();
        sizes.put(Ordering.LOOK, looked.strength());
        sizes.put(Ordering.EFFECT, effect);
        sizes.put(Ordering.GROUPS, groups(impression, looked, effect));
        if (model.can(Scorer.Capability.GRADIENTS)) {
            ReadPart part = ReadPart.of(model, impression);
            Impression read = part.impression();
            sizes.put(Ordering.FIRST_ORDER, part.spread(new FirstOrder(model).effects(read.batch())[0]));
            sizes.put(
                    Ordering.INTEGRATED,
                    part.spread(IntegratedGradients.of(model, read).values()));
        }
        int n = impression.behaviours();
        sizes.put(Ordering.NEWEST, IntStream.range(0, n).asDoubleStream().toArray());
        sizes.put(
                Ordering.CATEGORY,
                sizes(
                        impression,
                        each -> Collections.disjoint(
                                        each.item().categories(),
                                        impression.candidate().categories())
                                ? 0
                                : 1));
        if (items != null) {
            float[] candidate = embedding(impression.candidate().number());
            sizes.put(
                    Ordering.ITEM,
                    sizes(
                            impression,
                            each -> cosine(candidate, embedding(each.item().number()))));
        }
        return sizes;
    }

    private static double[] sizes(Impression impression, ToDoubleFunction<Behaviour> size) {
        return impression.history().stream().mapToDouble(size).toArray();
    }

    /** The largest joint Effect of a category that a behaviour belongs to; its own where it has none. */
    private double[] groups(Impression impression, LookResult looked, double[] effect) {
        List<Group> groups = Groups.of(impression, looked).stream()
                .filter(group -> group.kind() == Group.Kind.CATEGORY)
                .toList();
        double[] sizes = new double[effect.length];
        Arrays.fill(sizes, Double.NEGATIVE_INFINITY);
        Removal removal = model.removal(impression.batch());
        List<Collection<Integer>> removed =
                groups.stream().<Collection<Integer>>map(Group::positions).toList();
        double[] after = removal.logits(removed.stream().map(removal::without).toList());
        double whole = removal.logits(List.of(removal.without(List.of())))[0];
        for (int g = 0; g < groups.size(); g++) {
            for (int j : groups.get(g).positions()) {
                sizes[j] = Math.max(sizes[j], whole - after[g] + WITHIN_GROUP * effect[j]);
            }
        }
        return ArrayFill.doubles(effect.length, j -> Double.isFinite(sizes[j]) ? sizes[j] : effect[j]);
    }

    private float[] embedding(int item) {
        return items.rows(item, item + 1).floats();
    }

    private static double cosine(float[] a, float[] b) {
        double product = 0;
        double ofA = 0;
        double ofB = 0;
        for (int i = 0; i < a.length; i++) {
            product += a[i] * b[i];
            ofA += a[i] * a[i];
            ofB += b[i] * b[i];
        }
        return ofA == 0 || ofB == 0 ? 0 : product / Math.sqrt(ofA * ofB);
    }
}
