package dev.interestlens.data.source.file;

import dev.interestlens.data.EventRows;
import dev.interestlens.data.Field;
import dev.interestlens.data.PreparedDataset;
import java.sql.SQLException;
import java.util.List;
import org.duckdb.DuckDBAppender;

/** Collects the fields of an item, a user or a row as texts and numbers; unknown values are missing. */
public final class ParquetRows {

    /** Separates several values of one field before they become a list. */
    public static final char BETWEEN = 31;

    private ParquetRows() {}

    static void itemFields(PreparedDataset data, int item, DuckDBAppender into) throws SQLException {
        int categorical = 1;
        int numeric = 0;
        List<Field> fields = data.schema().itemFields();
        for (Field field : fields.subList(1, fields.size())) {
            if (!field.isCategorical()) {
                into.append(data.itemNumber(numeric++, item));
                continue;
            }
            StringBuilder texts = new StringBuilder();
            for (int k = 0; k < field.width(); k++) {
                int id = data.itemField(categorical, item, k);
                if (id >= Field.FIRST) {
                    texts.append(k == 0 ? "" : BETWEEN).append(data.itemValue(categorical, id));
                }
            }
            text(texts.toString(), into);
            categorical++;
        }
    }

    static void userFields(PreparedDataset data, int user, DuckDBAppender into) throws SQLException {
        int categorical = 0;
        int numeric = 0;
        for (Field field : data.schema().userFields()) {
            if (field.isCategorical()) {
                text(data.userValue(categorical, data.userField(categorical, user, 0)), into);
                categorical++;
            } else {
                into.append(data.userNumber(numeric++, user));
            }
        }
    }

    static void contextFields(PreparedDataset data, EventRows rows, long row, DuckDBAppender into) throws SQLException {
        int categorical = 0;
        int numeric = 0;
        for (Field field : data.schema().contextFields()) {
            if (field.isCategorical()) {
                text(data.contextValue(categorical, rows.contextField(categorical, row)), into);
                categorical++;
            } else {
                into.append(rows.contextNumber(numeric++, row));
            }
        }
    }

    private static void text(String value, DuckDBAppender into) throws SQLException {
        if (value.isEmpty()) {
            into.appendNull();
        } else {
            into.append(value);
        }
    }
}
