package dev.interestlens.ui.shell;

import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A placeholder while a screen is built: two cards beside a list, in the colour of surfaces. */
final class Skeleton extends HBox {
    private static final double LIST = 260;
    private static final double CARD = 120;

    Skeleton() {
        getStyleClass().add("skeleton");
        Region list = block();
        list.setMinWidth(LIST);
        Region first = block();
        first.setMinHeight(CARD);
        Region second = block();
        VBox.setVgrow(second, Priority.ALWAYS);
        VBox cards = new VBox(16, first, second);
        HBox.setHgrow(cards, Priority.ALWAYS);
        getChildren().setAll(list, cards);
    }

    /** In place of a skeleton where the screen before is shown until the next frame: a shorter time than a skeleton should be seen. */
    static Region unseen() {
        Region mark = new Region();
        mark.getStyleClass().add("skeleton");
        mark.setManaged(false);
        return mark;
    }

    private static Region block() {
        Region block = new Region();
        block.getStyleClass().add("block");
        return block;
    }
}
