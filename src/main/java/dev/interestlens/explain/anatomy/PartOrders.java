package dev.interestlens.explain.anatomy;

import static dev.interestlens.explain.anatomy.InputPart.CONTEXT;
import static dev.interestlens.explain.anatomy.InputPart.HISTORY;
import static dev.interestlens.explain.anatomy.InputPart.ITEM;
import static dev.interestlens.explain.anatomy.InputPart.ITEM_FIELDS;
import static dev.interestlens.explain.anatomy.InputPart.POPULARITY;
import static dev.interestlens.explain.anatomy.InputPart.PROFILE;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * The orders in which parts become a row's own, one after the other, and the share of each part: its gain, as the mean over these orders. The
 * candidate comes first, then the user's fields and context and the history, in either order, and attention last. So the candidate is credited with
 * what it does beside another person's history, never with a match, and each share is a Shapley value (Shapley 1953, with the user's fields and context as
 * one player: Owen 1977) among the parts of its stage, given the stages before.
 *
 * @param parts that a model reads
 */
record PartOrders(List<InputPart> parts) {
    private static final List<List<InputPart>> CANDIDATE =
            List.of(List.of(POPULARITY, ITEM, ITEM_FIELDS), List.of(ITEM_FIELDS, POPULARITY, ITEM));

    private static final List<List<InputPart>> PERSON = List.of(
            List.of(PROFILE, CONTEXT, HISTORY),
            List.of(CONTEXT, PROFILE, HISTORY),
            List.of(HISTORY, PROFILE, CONTEXT),
            List.of(HISTORY, CONTEXT, PROFILE));

    PartOrders {
        parts = List.copyOf(parts);
    }

    private List<List<InputPart>> orders() {
        List<List<InputPart>> orders = new ArrayList<>();
        for (List<InputPart> candidate : CANDIDATE) {
            for (List<InputPart> person : PERSON) {
                List<InputPart> order = new ArrayList<>(candidate);
                order.addAll(person);
                order.add(InputPart.ATTENTION);
                order.retainAll(parts);
                orders.add(order);
            }
        }
        return orders;
    }

    /** Every set of parts that are a row's own in one of the orders, but the empty one. */
    Set<Set<InputPart>> sets() {
        Set<Set<InputPart>> sets = new LinkedHashSet<>();
        for (List<InputPart> order : orders()) {
            for (int have = 1; have <= order.size(); have++) {
                sets.add(EnumSet.copyOf(order.subList(0, have)));
            }
        }
        return sets;
    }

    /** The share of each part, in their order; the shares sum to the value of all parts less that of none. */
    double[] shares(ToDoubleFunction<Set<InputPart>> value) {
        double[] shares = new double[parts.size()];
        List<List<InputPart>> orders = orders();
        for (List<InputPart> order : orders) {
            Set<InputPart> own = EnumSet.noneOf(InputPart.class);
            double before = value.applyAsDouble(own);
            for (InputPart part : order) {
                own.add(part);
                double after = value.applyAsDouble(own);
                shares[parts.indexOf(part)] += (after - before) / orders.size();
                before = after;
            }
        }
        return shares;
    }
}
