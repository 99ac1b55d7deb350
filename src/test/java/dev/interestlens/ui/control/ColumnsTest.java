package dev.interestlens.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

class ColumnsTest {
    private final Region first = new Region();
    private final Region second = new Region();
    private final Columns columns = new Columns();

    private void layOut(double width) {
        first.setPrefWidth(300);
        columns.setLeast(900);
        columns.getChildren().setAll(first, second);
        columns.resize(width, 500);
        columns.layout();
    }

    @Test
    void bothAreEquallyWideUnlessTheFirstHasAWidthOfItsOwn() {
        layOut(1016);
        assertThat(first.getWidth()).isEqualTo(500);
        columns.setEven(false);
        layOut(1016);
        assertThat(first.getWidth()).isEqualTo(300);
        assertThat(second.getLayoutX()).isEqualTo(316);
        assertThat(second.getWidth()).isEqualTo(700);
    }

    @Test
    void theSecondIsBelowWhereThereIsNoRoom() {
        columns.setEven(false);
        layOut(800);
        assertThat(first.getWidth()).isEqualTo(800);
        assertThat(second.getLayoutX()).isZero();
        assertThat(second.getWidth()).isEqualTo(800);
    }
}
