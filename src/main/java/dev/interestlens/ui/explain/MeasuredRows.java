package dev.interestlens.ui.explain;

import dev.interestlens.explain.fidelity.TableMeasure;
import dev.interestlens.explain.view.CategoryMap;
import dev.interestlens.measurement.fidelity.CategoryMeasure;
import dev.interestlens.ui.explain.engine.ExplainEngine;
import dev.interestlens.ui.explain.query.Predictions;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/** The rows of the table whose further columns are measured. */
final class MeasuredRows {
    private final BitSet rows = new BitSet();
    private final CategoryMap map = new CategoryMap();

    /** Look and Effect by category, over these rows. */
    CategoryMap map() {
        return map;
    }

    /** The first unmeasured rows of a table, in the order in which they are shown, then of all others. */
    int[] unmeasured(List<Integer> table, int size) {
        IntStream shown = table.stream().mapToInt(Integer::intValue);
        return IntStream.concat(shown, IntStream.range(0, size))
                .filter(row -> !rows.get(row))
                .distinct()
                .limit(ExplainEngine.MEASURED)
                .toArray();
    }

    void put(Predictions mine, int[] at, CategoryMeasure.Measured some) {
        for (int i = 0; i < at.length; i++) {
            TableMeasure.Row row = some.rows().get(i);
            rows.set(at[i]);
            map.add(mine.category(at[i]), some.categories().get(i), row.look(), row.effect());
            mine.measures()
                    .put(at[i], (float) row.historyEffect(), (float) row.entropy(), (float) row.agreement(), (float)
                            row.against());
        }
    }
}
