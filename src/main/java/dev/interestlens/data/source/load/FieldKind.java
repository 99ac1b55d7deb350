package dev.interestlens.data.source.load;

import dev.interestlens.data.source.file.Duck;
import dev.interestlens.data.source.file.TextTable;
import dev.interestlens.data.source.role.ColumnRoles;
import java.io.IOException;

/**
 * Whether a field is a number or a category.
 *
 * @param isNumber whether all its texts are numbers, there are many of them, and they do not number things by their name
 * @param odd a text without which it would be a number, where these are few; else empty
 * @param odds how many of its different texts are no numbers, where these are few; else 0
 */
public record FieldKind(boolean isNumber, String odd, long odds) {

    /** A field with fewer different texts is a category. */
    private static final int CATEGORIES_AT_MOST = 30;

    private static final int NUMBERS_FOR_EACH = 4;

    static FieldKind of(Duck duck, String table, String column, String name) throws IOException {
        String number = "try_cast(" + column + " AS DOUBLE)";
        String odd =
                "FILTER (" + column + " NOT IN " + Duck.literals(TextTable.MISSING) + " AND " + number + " IS NULL)";
        FieldKind[] found = new FieldKind[1];
        duck.each(
                "SELECT count(DISTINCT " + column + "), count(*) FILTER (" + number + " <> floor(" + number
                        + ")), count(DISTINCT " + column + ") " + odd + ", coalesce(min(" + column + ") " + odd
                        + ", '') FROM " + table,
                row -> {
                    long texts = row.getLong(1);
                    boolean measures =
                            texts > CATEGORIES_AT_MOST && (row.getLong(2) > 0 || !ColumnRoles.isNumbering(name));
                    long odds = row.getLong(3);
                    boolean few = measures && odds > 0 && odds * NUMBERS_FOR_EACH < texts;
                    found[0] = new FieldKind(measures && odds == 0, few ? row.getString(4) : "", few ? odds : 0);
                });
        return found[0];
    }

    /** Tells of texts without which a field would be a number. */
    void tell(Audit notes, String file) {
        notes.note("numbersButFor", file, odds);
        notes.example("numbersButFor", file, odd);
    }
}
