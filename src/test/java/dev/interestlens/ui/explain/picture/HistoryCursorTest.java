package dev.interestlens.ui.explain.picture;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import org.junit.jupiter.api.Test;

class HistoryCursorTest {
    private static final int[] READ = {2, 5, 9};

    private final IntegerProperty at = new SimpleIntegerProperty(-1);
    private final IntegerProperty first = new SimpleIntegerProperty(-1);
    private final IntegerProperty second = new SimpleIntegerProperty(-1);
    private final HistoryCursor cursor = new HistoryCursor(at);

    @Test
    void onePictureLeadsAndAllOthersFollow() {
        cursor.join(first, READ);
        cursor.join(second, new int[] {5, 9});
        first.set(1);
        assertThat(at.get()).isEqualTo(5);
        assertThat(second.get()).isZero();
        at.set(2);
        assertThat(first.get()).isZero();
        assertThat(second.get()).isEqualTo(-1);
    }

    @Test
    void whatStandsBehindTheHistoryStaysMarkedThereAlone() {
        cursor.join(first, READ);
        at.set(9);
        first.set(3); // the candidate
        assertThat(first.get()).isEqualTo(3);
        assertThat(at.get()).isEqualTo(-1);
    }

    @Test
    void picturesThatLeftDoNotFollow() {
        cursor.join(first, READ);
        cursor.leave();
        at.set(5);
        assertThat(first.get()).isEqualTo(-1);
    }
}
