package dev.interestlens.recommend;

import dev.interestlens.data.RawBatch;
import dev.interestlens.explain.look.Behaviour;
import dev.interestlens.explain.look.WhatIf;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A person to recommend to: a user of the log at a position of the user's sequence, or a history made by hand.
 *
 * @param name the user's key in the source, or a given name
 * @param user number of the user, or {@link #NOBODY}
 * @param position in the user's sequence; all events before it are read; the length of the history where it was made by hand
 * @param history what the model can read, oldest first
 * @param batch the same as numbers: one sample, whose candidate is not read
 * @param met items of the person's past, including those too old to be read
 * @param truth the item that really came next, or −1
 */
public record Person(
        String name, int user, int position, List<Behaviour> history, RawBatch batch, Set<Integer> met, int truth) {
    /** The number of an unknown user. */
    public static final int NOBODY = -1;

    /** The truth where it is unknown. */
    public static final int NO_TRUTH = -1;

    public Person {
        Objects.requireNonNull(name);
        history = List.copyOf(history);
        met = Set.copyOf(met);
        if (batch.size() != 1 || batch.length() != history.size()) {
            throw new IllegalArgumentException(
                    batch.length() + " numbers for " + history.size() + " behaviours of " + name);
        }
    }

    public boolean isMade() {
        return user == NOBODY;
    }

    /** Number of behaviours that can be removed. */
    public int behaviours() {
        return history.size();
    }

    /** The same with a candidate, where it was made by hand. */
    public Optional<WhatIf> before(int candidate) {
        return isMade() ? Optional.of(WhatIf.of(NOBODY, candidate, history, batch)) : Optional.empty();
    }
}
