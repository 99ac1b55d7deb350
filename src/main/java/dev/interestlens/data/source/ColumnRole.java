package dev.interestlens.data.source;

import dev.interestlens.store.KeyedText;

/**
 * What a column was taken for.
 *
 * @param column its name
 * @param role as in {@link PrepareOptions#mapping}; empty where the column is left out
 * @param confidence 0 … 1
 * @param why the reason, in words
 */
public record ColumnRole(String column, String role, double confidence, KeyedText why) {
    public ColumnRole {
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence " + confidence);
        }
    }

    public boolean isLeftOut() {
        return role.isEmpty();
    }
}
