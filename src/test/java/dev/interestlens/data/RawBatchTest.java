package dev.interestlens.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class RawBatchTest {

    private static final Schema SCHEMA = new Schema(
            List.of(Field.categorical("item", 5), Field.categorical("category", 4, 2)), List.of(), List.of());

    private static RawBatch batch(int[] offsets, int lastCategory) {
        int[][] history = {{2, 3, 4}, {2, 0, 2, 3, 3, lastCategory}};
        int[][] candidate = {{4, 2}, {3, 0, 2, 0}};
        return new RawBatch(
                new RawBatch.Histories(offsets, RawBatch.Fields.ofIds(history), new long[] {9, 5, 5}, null),
                RawBatch.Fields.ofIds(candidate),
                RawBatch.Fields.NONE,
                RawBatch.Fields.NONE,
                RawBatch.Negatives.NONE,
                new float[] {1, 0});
    }

    @Test
    void oneHistoryStandsBeforeEachCandidateOfAnotherBatch() {
        RawBatch one = batch(new int[] {0, 1, 3}, 0).mostRecent(1);
        RawBatch single = new RawBatch(
                new RawBatch.Histories(
                        new int[] {0, 1},
                        RawBatch.Fields.ofIds(new int[][] {{4}, {3, 0}}),
                        new long[] {7},
                        new boolean[] {true}),
                RawBatch.Fields.ofIds(new int[][] {{2}, {2, 0}}),
                RawBatch.Fields.NONE,
                RawBatch.Fields.NONE,
                RawBatch.Negatives.NONE,
                new float[] {1});

        RawBatch both = single.before(one).requireValid(SCHEMA);

        assertThat(both.offsets).containsExactly(0, 1, 2);
        assertThat(both.history[0]).containsExactly(4, 4);
        assertThat(both.history[1]).containsExactly(3, 0, 3, 0);
        assertThat(both.gaps).containsExactly(7, 7);
        assertThat(both.hidden).containsExactly(true, true);
        assertThat(both.candidate).isEqualTo(one.candidate);
        assertThatThrownBy(() -> one.before(one)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aBatchThatFitsItsSchemaIsValid() {
        RawBatch batch = batch(new int[] {0, 1, 3}, 0);

        assertThatCode(() -> batch.requireValid(SCHEMA)).doesNotThrowAnyException();
        assertThat(batch.size()).isEqualTo(2);
        assertThat(batch.length()).isEqualTo(3);
        assertThat(batch.length(1)).isEqualTo(2);
    }

    @Test
    void anIdBeyondItsFieldIsNamed() {
        assertThatThrownBy(() -> batch(new int[] {0, 1, 3}, 4).requireValid(SCHEMA))
                .hasMessage("history category: id 4");
    }

    @Test
    void offsetsMustFitTheLabels() {
        assertThatThrownBy(() -> batch(new int[] {0, 3}, 0)).hasMessageContaining("2 labels, but 2 offsets");
    }

    @Test
    void hiddenFlagsCanBeExchanged() {
        RawBatch hidden = batch(new int[] {0, 1, 3}, 0).withHidden(new boolean[] {false, true, false});

        assertThat(hidden.hidden[1]).isTrue();
        assertThatThrownBy(() -> hidden.withHidden(new boolean[2])).hasMessageContaining("hidden: 2 values");
    }

    @Test
    void ofALongHistoryTheMostRecentBehavioursStay() {
        RawBatch batch = batch(new int[] {0, 0, 3}, 0).withHidden(new boolean[] {true, false, true});

        RawBatch recent = batch.mostRecent(2).requireValid(SCHEMA);

        assertThat(recent.offsets).containsExactly(0, 0, 2);
        assertThat(recent.history[0]).containsExactly(3, 4);
        assertThat(recent.history[1]).containsExactly(2, 3, 3, 0);
        assertThat(recent.gaps).containsExactly(5, 5);
        assertThat(recent.hidden).containsExactly(false, true);
        assertThat(batch.mostRecent(3)).isSameAs(batch);
    }
}
