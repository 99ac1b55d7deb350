package dev.interestlens.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Which behaviours a model reads of a history. All arrays are empty where it reads everything.
 *
 * @param places of the behaviours in the whole history, from 0; empty where these are all
 * @param states of each behaviour
 * @param reasons why each is read or not
 * @param frozen Effect of each where no others are read instead; 0 for behaviours that are not read
 */
public record HistoryReading(int[] places, List<State> states, List<? extends Phrase> reasons, double[] frozen) {
    /** Everything is read. */
    public static final HistoryReading ALL = new HistoryReading(new int[0], List.of(), List.of(), new double[0]);

    /** States of behaviours. */
    public enum State {
        READ,
        /** Found by the search, but others rank higher. */
        OUTRANKED,
        NOT_READ
    }

    public HistoryReading {
        places = places.clone();
        states = List.copyOf(states);
        reasons = List.copyOf(reasons);
        frozen = frozen.clone();
    }

    public State state(int behaviour) {
        return states.isEmpty() ? State.READ : states.get(behaviour);
    }

    public boolean reads(int behaviour) {
        return state(behaviour) == State.READ;
    }

    /** The behaviours that are read, of {@code size}, ascending. */
    public int[] read(int size) {
        return IntStream.range(0, size).filter(this::reads).toArray();
    }

    /** Whether something is left out. */
    public boolean leavesOut() {
        return states.stream().anyMatch(state -> state != State.READ);
    }

    /** The position of a behaviour in the whole history, from 0. */
    public int place(int behaviour) {
        return places.length == 0 ? behaviour : places[behaviour];
    }

    /** The same with further behaviours counted as read, such as those that were switched off. */
    public HistoryReading with(Set<Integer> positions) {
        List<State> all = new ArrayList<>(states);
        positions.stream().filter(at -> at < all.size()).forEach(at -> all.set(at, State.READ));
        return new HistoryReading(places, all, reasons, frozen);
    }

    /** Of only some behaviours. */
    public HistoryReading only(int[] kept) {
        return new HistoryReading(
                Arrays.stream(kept).map(this::place).toArray(),
                of(states, kept),
                of(reasons, kept),
                frozen.length == 0
                        ? frozen
                        : Arrays.stream(kept).mapToDouble(j -> frozen[j]).toArray());
    }

    private static <T> List<T> of(List<T> all, int[] kept) {
        return all.isEmpty()
                ? Collections.emptyList()
                : Arrays.stream(kept).mapToObj(all::get).toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HistoryReading reading
                && Arrays.equals(places, reading.places)
                && states.equals(reading.states)
                && reasons.equals(reading.reasons)
                && Arrays.equals(frozen, reading.frozen);
    }

    @Override
    public int hashCode() {
        return states.hashCode();
    }
}
