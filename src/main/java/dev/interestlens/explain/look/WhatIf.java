package dev.interestlens.explain.look;

import dev.interestlens.data.RawBatch;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A counterfactual: a history changed by hand. Immutable; each change returns a new one, so that every step can be undone.
 *
 * @param user whose user fields are read; −1 for an unknown user
 * @param candidate item that is scored
 * @param history oldest first
 * @param day of the impression, as in {@link RawBatch#days}; 0 where it is not known
 */
public record WhatIf(int user, int candidate, List<Step> history, int day) {
    /**
     * One behaviour.
     *
     * @param item its number in the prepared data set
     * @param gap seconds to the candidate
     * @param time seconds since 1970, or {@link Behaviour#UNTIMED}
     */
    public record Step(int item, long gap, long time) {}

    public WhatIf {
        history = List.copyOf(history);
    }

    /** Without changes. */
    public static WhatIf of(Impression impression) {
        return of(impression.user(), impression.candidate().number(), impression.history(), impression.batch());
    }

    /**
     * A candidate with any history.
     *
     * @param single with that history
     */
    public static WhatIf of(int user, int candidate, List<Behaviour> history, RawBatch single) {
        return new WhatIf(
                user,
                candidate,
                IntStream.range(0, history.size())
                        .mapToObj(j -> new Step(
                                history.get(j).item().number(),
                                single.gaps[j],
                                history.get(j).time()))
                        .toList(),
                single.days == null ? 0 : single.days[0]);
    }

    /** With the item of one position at another; the times stay where they are. */
    public WhatIf move(int from, int to) {
        List<Step> changed = new ArrayList<>(history);
        changed.add(to, changed.remove(from));
        return new WhatIf(user, candidate, timed(changed), day);
    }

    /** With a further item before a position (at the end where the position is the length), at the time of its neighbour. */
    public WhatIf insert(int position, int item) {
        List<Step> changed = new ArrayList<>(history);
        Step beside = history.isEmpty()
                ? new Step(item, 0, Behaviour.UNTIMED)
                : history.get(Math.min(position, history.size() - 1));
        changed.add(position, new Step(item, beside.gap(), beside.time()));
        return new WhatIf(user, candidate, changed, day);
    }

    /** With another candidate. */
    public WhatIf swap(int other) {
        return new WhatIf(user, other, history, day);
    }

    private List<Step> timed(List<Step> order) {
        return IntStream.range(0, order.size())
                .mapToObj(j -> new Step(
                        order.get(j).item(),
                        history.get(j).gap(),
                        history.get(j).time()))
                .toList();
    }
}
