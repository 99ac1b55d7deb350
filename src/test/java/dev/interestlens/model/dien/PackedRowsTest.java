package dev.interestlens.model.dien;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PackedRowsTest {
    @Test
    void rowsOfAStepContinueTheFirstRowsOfTheStepBefore() {
        PackedRows rows = PackedRows.of(new long[] {3, 2, 2}, 2, 1);
        assertThat(rows.active()).containsExactly(6, 4, 4);
        assertThat(rows.previous()).containsExactly(14, 14, 14, 14, 14, 14, 0, 1, 2, 3, 6, 7, 8, 9);
    }

    @Test
    void aChunkIsAsManyStepsAsFitTheCacheButOneAtLeast() {
        PackedRows narrow = PackedRows.of(new long[] {3, 2, 2}, 1, 1);
        assertThat(narrow.chunks()).containsExactly(0, 3);
        assertThat(narrow.largest()).isEqualTo(7);
        PackedRows wide = PackedRows.of(new long[] {3, 2, 2}, 1, 32_768 / 4);
        assertThat(wide.chunks()).containsExactly(0, 1, 3);
        assertThat(wide.largest()).isEqualTo(4);
        PackedRows widest = PackedRows.of(new long[] {3, 2, 2}, 1, 100_000);
        assertThat(widest.chunks()).containsExactly(0, 1, 2, 3);
        assertThat(widest.largest()).isEqualTo(3);
    }
}
