package dev.interestlens.data.source.role;

import dev.interestlens.data.source.ColumnRole;
import java.util.Optional;

/**
 * What a column was taken for.
 *
 * @param column its name
 * @param role empty where the column is left out
 * @param confidence 0 … 1
 */
public record ColumnGuess(String column, Optional<ColumnRole> role, double confidence, Reason why) {
    public ColumnGuess {
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence " + confidence);
        }
    }

    /** Of a column that is left out. */
    static ColumnGuess left(String column, Reason why) {
        return new ColumnGuess(column, Optional.empty(), 1, why);
    }

    public boolean isLeftOut() {
        return role.isEmpty();
    }

    /** Whether it has this role. */
    public boolean is(ColumnRole wanted) {
        return role.equals(Optional.of(wanted));
    }
}
