package dev.interestlens.ui.recommend;

import dev.interestlens.figure.Numerals;
import dev.interestlens.recommend.Person;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.control.TitleLabel;
import dev.interestlens.ui.control.Worded;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.IntConsumer;
import java.util.function.IntToDoubleFunction;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/**
 * One behaviour of the history with a bar of its Effect on the recommendation under the pointer. A click or Space switches it off; in a history made
 * by hand Delete removes it and Alt with an arrow moves it.
 */
final class BehaviourCell extends ListCell<Integer> {
    private static final double LONGEST = 70;
    private static final double DIGITS = 26;
    private static final PseudoClass OFF = PseudoClass.getPseudoClass("off");
    private static final PseudoClass NEGATIVE = PseudoClass.getPseudoClass("negative");

    /** The shared context of the cells of a list. */
    record Context(Messages messages, RecommendViewModel model, IntConsumer pointed, IntToDoubleFunction effect) {}

    private final Context context;
    private final Label number = Worded.text("", "note", "number");
    private final TitleLabel title = new TitleLabel();
    private final Region bar = new Region();
    private final Label value = Worded.text("", "note", "number");
    private final HBox box = new HBox(8, number, title, bar, value);

    BehaviourCell(Context context) {
        this.context = context;
        getStyleClass().add("behaviour-cell");
        number.setMinWidth(DIGITS);
        HBox.setHgrow(title, Priority.ALWAYS);
        box.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("effect-bar");
        bar.setMinHeight(8);
        bar.setMaxHeight(8);
        value.setMinWidth(46);
        setPrefWidth(0);
        setOnMouseEntered(event -> context.pointed().accept(isEmpty() ? -1 : getItem()));
        setOnMouseExited(event -> context.pointed().accept(-1));
        setOnMouseClicked(event -> {
            if (!isEmpty()) {
                context.model().toggle(getItem());
            }
        });
    }

    /** Keys of the whole list. */
    static BiConsumer<KeyCode, Boolean> keys(RecommendViewModel model, java.util.function.Supplier<Integer> chosen) {
        return (code, alt) -> {
            Integer at = chosen.get();
            if (at == null) {
                return;
            }
            if (code == KeyCode.SPACE) {
                model.toggle(at);
            } else if (code == KeyCode.DELETE) {
                model.history().remove(at);
            } else if (alt && code == KeyCode.UP) {
                model.history().move(at, -1);
            } else if (alt && code == KeyCode.DOWN) {
                model.history().move(at, 1);
            }
        };
    }

    @Override
    protected void updateItem(Integer position, boolean empty) {
        super.updateItem(position, empty);
        Person person = context.model().personProperty().get();
        if (empty || person == null || position >= person.behaviours()) {
            setGraphic(null);
            return;
        }
        number.setText(String.valueOf(position + 1));
        Locale language = context.messages().locale();
        title.setTitle(person.history().get(position).item().title().in(language), () -> person.history().stream()
                .limit(person.behaviours())
                .map(each -> each.item().title().in(language)));
        pseudoClassStateChanged(OFF, context.model().offProperty().get().contains(position));
        double effect = context.effect().applyAsDouble(position);
        boolean known = Double.isFinite(effect);
        bar.setVisible(known);
        value.setText(known ? Numerals.signed(effect, 2) : "");
        double length = known ? Math.min(LONGEST, LONGEST * Math.abs(effect)) : 0;
        bar.setMinWidth(length);
        bar.setMaxWidth(length);
        bar.pseudoClassStateChanged(NEGATIVE, effect < 0);
        setGraphic(box);
    }
}
