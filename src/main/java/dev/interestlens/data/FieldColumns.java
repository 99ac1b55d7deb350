package dev.interestlens.data;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The columns of a group of fields: ids and numbers of all rows, and the texts of the ids. */
final class FieldColumns {

    private final List<MappedColumn> ids = new ArrayList<>();
    private final List<Integer> widths = new ArrayList<>();
    private final List<Vocabulary> texts = new ArrayList<>();
    private final List<MappedColumn> numbers = new ArrayList<>();

    /** @param rows number of items (with padding and unknown), users or events */
    FieldColumns(
            DatasetSums sums,
            List<Field> fields,
            long rows,
            UnaryOperator<String> column,
            UnaryOperator<String> vocabulary) {
        for (Field field : fields) {
            String file = column.apply(field.name());
            if (field.isCategorical()) {
                ids.add(MappedColumn.of(sums, file, rows * field.width() * Integer.BYTES));
                widths.add(field.width());
                texts.add(Vocabulary.of(sums, vocabulary.apply(field.name()), field.size() - Field.FIRST));
            } else {
                numbers.add(MappedColumn.of(sums, file, rows * Float.BYTES));
            }
        }
    }

    int id(int field, long row, int k) {
        return ids.get(field).intAt(row * widths.get(field) + k);
    }

    void ids(int field, int[] rows, int[] target) {
        ids.get(field).rows(rows, widths.get(field), target);
    }

    float number(int field, long row) {
        return numbers.get(field).floatAt(row);
    }

    String text(int field, int id) {
        return id < Field.FIRST ? "" : texts.get(field).get(id - Field.FIRST);
    }
}
