package dev.interestlens.foreign;

import dev.interestlens.foreign.mapping.Mapping;
import dev.interestlens.foreign.mapping.Mapping.Keep;
import dev.interestlens.foreign.mapping.Mapping.Order;
import dev.interestlens.foreign.mapping.Mapping.Removal;
import dev.interestlens.foreign.mapping.Mapping.Side;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The positions of a sample's behaviours in an input, by the mapping's side, order and way of removal. */
record HistoryPlaces(Mapping mapping) {
    /** Whether a removed behaviour keeps its position. */
    private boolean staysInPlace() {
        return mapping.removal() == Removal.MASK || mapping.removal() == Removal.HOLE;
    }

    boolean isLeftPadded() {
        return mapping.history().side() == Side.LEFT;
    }

    /** Behaviours of a sample that have a position, oldest first. */
    List<Integer> placed(Row row, int places) {
        List<Integer> all = IntStream.range(0, row.length())
                .filter(behaviour -> staysInPlace() || row.reads(behaviour))
                .boxed()
                .toList();
        int over = Math.max(0, all.size() - places);
        return mapping.length().keep() == Keep.NEWEST
                ? all.subList(over, all.size())
                : all.subList(0, all.size() - over);
    }

    /** How many positions of an input are used. */
    int count(Row row, int places) {
        return placed(row, places).size();
    }

    /** The position of each behaviour of a sample; −1 where it has none. */
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

    /** Positions that rows need where the input may have any length. */
    int needed(List<Row> rows) {
        int longest = rows.stream()
                .mapToInt(row -> staysInPlace() ? row.length() : row.count())
                .reduce(1, Math::max);
        return Math.min(longest, mapping.length().most());
    }
}
