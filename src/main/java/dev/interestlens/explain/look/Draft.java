package dev.interestlens.explain.look;

import dev.interestlens.store.ArrayFill;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * An edited impression: behaviours switched off, moved or inserted, the candidate replaced. Immutable; each change returns a new one.
 *
 * @param made the history and the candidate
 * @param places origin and state of each behaviour, in the order of the history
 */
public record Draft(WhatIf made, List<Place> places) {
    /** The origin of an inserted behaviour. */
    public static final int NEW = -1;

    /**
     * One behaviour.
     *
     * @param origin its position before all changes, or {@link #NEW}
     * @param off whether it is switched off: it keeps its position, but is not read
     */
    public record Place(int origin, boolean off) {}

    public Draft {
        Objects.requireNonNull(made);
        places = List.copyOf(places);
        if (places.size() != made.history().size()) {
            throw new IllegalArgumentException(
                    places.size() + " places for " + made.history().size() + " behaviours");
        }
    }

    /** Without changes. */
    public static Draft of(Impression impression) {
        return new Draft(
                WhatIf.of(impression),
                IntStream.range(0, impression.behaviours())
                        .mapToObj(j -> new Place(j, false))
                        .toList());
    }

    /** With a behaviour switched off, or on again. */
    public Draft toggle(int position) {
        List<Place> changed = new ArrayList<>(places);
        Place place = places.get(position);
        changed.set(position, new Place(place.origin(), !place.off()));
        return new Draft(made, changed);
    }

    /** With exactly these behaviours switched off. */
    public Draft withOff(List<Integer> positions) {
        List<Place> changed = IntStream.range(0, places.size())
                .mapToObj(j -> new Place(places.get(j).origin(), positions.contains(j)))
                .toList();
        return new Draft(made, changed);
    }

    /** With a behaviour at another place; the times stay where they are. */
    public Draft move(int from, int to) {
        List<Place> changed = new ArrayList<>(places);
        changed.add(to, changed.remove(from));
        return new Draft(made.move(from, to), changed);
    }

    /** With a further behaviour before a position. */
    public Draft insert(int position, int item) {
        List<Place> changed = new ArrayList<>(places);
        changed.add(position, new Place(NEW, false));
        return new Draft(made.insert(position, item), changed);
    }

    /** With only the newest behaviours, at most {@code most}, since a model reads no more. */
    public Draft newest(int most) {
        int size = places.size();
        return size <= most
                ? this
                : new Draft(
                        new WhatIf(
                                made.user(), made.candidate(), made.history().subList(size - most, size), made.day()),
                        places.subList(size - most, size));
    }

    /** With another candidate. */
    public Draft swap(int item) {
        return new Draft(made.swap(item), places);
    }

    /** Which behaviours may be read. */
    public boolean[] readable() {
        return ArrayFill.flags(places.size(), j -> !places.get(j).off());
    }

    /** Positions that are switched off. */
    public List<Integer> off() {
        return IntStream.range(0, places.size())
                .filter(j -> places.get(j).off())
                .boxed()
                .toList();
    }

    /** Whether behaviours, their order and the candidate are unchanged; some may be off. */
    public boolean keepsOrder(Impression impression) {
        return made.equals(WhatIf.of(impression))
                && IntStream.range(0, places.size()).allMatch(j -> places.get(j).origin() == j);
    }

    /** Numbers for the original behaviours, moved to their current positions; NaN for new ones. */
    public double[] carried(double[] before) {
        return places.stream()
                .mapToDouble(place -> place.origin() == NEW ? Double.NaN : before[place.origin()])
                .toArray();
    }

    /** The kinds of changes that were made. */
    public List<Kind> kinds(Impression impression) {
        List<Kind> kinds = new ArrayList<>();
        if (places.stream().anyMatch(Place::off)) {
            kinds.add(Kind.OFF);
        }
        List<Integer> old =
                places.stream().map(Place::origin).filter(o -> o != NEW).toList();
        List<Integer> sorted = new ArrayList<>(old);
        Collections.sort(sorted);
        if (!old.equals(sorted)) {
            kinds.add(Kind.MOVED);
        }
        if (places.stream().anyMatch(place -> place.origin() == NEW)) {
            kinds.add(Kind.INSERTED);
        }
        if (made.candidate() != impression.candidate().number()) {
            kinds.add(Kind.SWAPPED);
        }
        return kinds;
    }

    /** Kinds of changes. */
    public enum Kind {
        OFF,
        MOVED,
        INSERTED,
        SWAPPED
    }
}
