package dev.interestlens.explain.anatomy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * The sets of parts that are a row's own, and Shapley values (Shapley 1953) over them. The parts of the history are one player; within its value each
 * part of the chain is taken beside the ones before it, so that the parts of the chain sum to the history's value.
 *
 * @param parts that a model reads, in the order of {@link InputPart}, {@link InputPart#HISTORY} among them
 */
record Coalitions(List<InputPart> parts) {
    Coalitions {
        parts = List.copyOf(parts);
    }

    /** Every set of parts: each set of the other players with none, one, two … parts of the chain. */
    List<Set<InputPart>> all() {
        List<Set<InputPart>> all = new ArrayList<>();
        for (Set<InputPart> others : subsets(others())) {
            for (int length = 0; length <= chain().size(); length++) {
                all.add(with(others, length));
            }
        }
        return all;
    }

    /** The share of each part, in their order; the shares sum to the value of all parts less that of none. */
    double[] shares(ToDoubleFunction<Set<InputPart>> value) {
        double[] shares = new double[parts.size()];
        List<InputPart> others = others();
        int whole = chain().size();
        for (int i = 0; i < parts.size(); i++) {
            InputPart part = parts.get(i);
            List<InputPart> rest = others.stream().filter(each -> each != part).toList();
            for (Set<InputPart> before : subsets(rest)) {
                if (part.inChain()) {
                    int length = chain().indexOf(part);
                    shares[i] += weight(before.size())
                            * (value.applyAsDouble(with(before, length + 1))
                                    - value.applyAsDouble(with(before, length)));
                } else {
                    shares[i] += weight(before.size()) * gain(before, part, 0, value)
                            + weight(before.size() + 1) * gain(before, part, whole, value);
                }
            }
        }
        return shares;
    }

    private double gain(Set<InputPart> before, InputPart part, int length, ToDoubleFunction<Set<InputPart>> value) {
        Set<InputPart> after = EnumSet.of(part);
        after.addAll(before);
        return value.applyAsDouble(with(after, length)) - value.applyAsDouble(with(before, length));
    }

    /** The share of orders of the players in which exactly the given number of others come before one: s! (n − s − 1)! / n!. */
    private double weight(int before) {
        int players = others().size() + 1;
        double weight = 1.0 / players;
        for (int k = 1; k <= before; k++) {
            weight *= (double) k / (players - k);
        }
        return weight;
    }

    private Set<InputPart> with(Set<InputPart> others, int length) {
        Set<InputPart> set = EnumSet.noneOf(InputPart.class);
        set.addAll(others);
        set.addAll(chain().subList(0, length));
        return set;
    }

    private List<InputPart> others() {
        return parts.stream().filter(part -> !part.inChain()).toList();
    }

    private List<InputPart> chain() {
        return parts.stream().filter(InputPart::inChain).toList();
    }

    private static List<Set<InputPart>> subsets(List<InputPart> of) {
        List<Set<InputPart>> subsets = new ArrayList<>();
        for (int bits = 0; bits < 1 << of.size(); bits++) {
            Set<InputPart> set = EnumSet.noneOf(InputPart.class);
            for (int k = 0; k < of.size(); k++) {
                if ((bits >> k & 1) == 1) {
                    set.add(of.get(k));
                }
            }
            subsets.add(set);
        }
        return subsets;
    }
}
