package dev.interestlens.ui.control;

import dev.interestlens.figure.Shortening;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.geometry.Insets;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Label;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/**
 * A title among others, cut by the rule of pictures where its room is less: in the middle, or where it differs from those beside it. It asks for the
 * room of all its words, and a screen reader reads all.
 */
public final class TitleLabel extends Label {
    /** Pixels that a label may lose by rounding: it would put dots of its own into a text that is cut already. */
    private static final double SPARE = 1;

    private final Text ruler = new Text();
    private String title = "";
    private Supplier<Stream<String>> beside = Stream::empty;

    public TitleLabel() {
        setMinWidth(0);
        setMaxWidth(Double.MAX_VALUE);
        widthProperty().addListener(change -> cut());
        fontProperty().addListener(change -> cut());
        paddingProperty().addListener(change -> cut());
    }

    /** @param others the titles beside it, asked for where it has to be cut; it may be among them */
    public void setTitle(String words, Supplier<Stream<String>> others) {
        title = words;
        beside = others;
        cut();
        requestLayout();
    }

    /** All of its words. */
    public String getTitle() {
        return title;
    }

    private void cut() {
        Insets insets = getInsets();
        double room = getWidth() - insets.getLeft() - insets.getRight();
        setText(room <= 0 ? title : new Shortening(this::wide, room - SPARE).of(title, beside.get()));
    }

    private double wide(String text) {
        Font font = getFont();
        ruler.setFont(font);
        ruler.setText(text);
        return ruler.getLayoutBounds().getWidth();
    }

    @Override
    protected double computePrefWidth(double height) {
        Insets insets = getInsets();
        return Math.ceil(wide(title)) + SPARE + insets.getLeft() + insets.getRight();
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.TEXT ? title : super.queryAccessibleAttribute(attribute, parameters);
    }
}
