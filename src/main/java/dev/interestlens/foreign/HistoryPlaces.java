package dev.interestlens.foreign;

import dev.interestlens.foreign.mapping.Mapping;
import dev.interestlens.foreign.mapping.Mapping.Keep;
import dev.interestlens.foreign.mapping.Mapping.Order;
import dev.interestlens.foreign.mapping.Mapping.Removal;
import dev.interestlens.foreign.mapping.Mapping.Side;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** At which places of an input the behaviours of a sample stand, by the mapping's side, order and way of removal. */
final class HistoryPlaces {
    private final Mapping mapping;

    HistoryPlaces(Mapping mapping) {
        this.mapping = mapping;
    }

    /** Whether what is removed keeps its place. */
    private boolean staysInPlace() {
        return mapping.removal() == Removal.MASK || mapping.removal() == Removal.HOLE;
    }

    boolean isLeftPadded() {
        return mapping.history().side() == Side.LEFT;
    }

    /** Behaviours of a sample that have a place among so many, oldest first. */
    private List<Integer> placed(Row row, int places) {
        List<Integer> all = IntStream.range(0, row.length())
                .filter(behaviour -> staysInPlace() || row.reads(behaviour))
                .boxed()
                .toList();
        int over = Math.max(0, all.size() - places);
        return mapping.length().keep() == Keep.NEWEST
                ? all.subList(over, all.size())
                : all.subList(0, all.size() - over);
    }

    /** How many places of an input are taken. */
    int count(Row row, int places) {
        return placed(row, places).size();
    }

    /** The place of each behaviour of a sample among so many; −1 where it has none. */
    int[] of(Row row, int places) {
        List<Integer> placed = placed(row, places);
        int first = isLeftPadded() ? places - placed.size() : 0;
        boolean newestFirst = mapping.history().order() == Order.NEWEST_FIRST;
        int[] of = new int[row.length()];
        Arrays.fill(of, -1);
        for (int k = 0; k < placed.size(); k++) {
            of[placed.get(k)] = first + (newestFirst ? placed.size() - 1 - k : k);
        }
        return of;
    }

    /** Places that rows need where the input may be of any length. */
    int needed(List<Row> rows) {
        int longest = 1;
        for (Row row : rows) {
            longest = Math.max(longest, staysInPlace() ? row.length() : row.count());
        }
        return Math.min(longest, mapping.length().most());
    }
}
