package dev.interestlens.ui.control;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;

/**
 * The fonts for canvases, to which style sheets do not apply, with a cache of text widths.
 *
 * <p>Widths are cached because measuring the labels of a large heat map in each frame takes longer than drawing it.
 */
public final class Typeface {
    /** Name under which the bundled Noto Sans SC registers itself. */
    public static final String FAMILY = "Noto Sans SC Thin";

    private static final int KEPT = 4_000;

    private final Font regular;
    private final Font bold;
    private final Text ruler = new Text();
    private final Map<String, Double> widths = new HashMap<>();

    public Typeface(double size) {
        regular = Font.font(FAMILY, size);
        bold = Font.font(FAMILY, FontWeight.BOLD, size);
        ruler.setFont(regular);
    }

    public Font regular() {
        return regular;
    }

    public Font bold() {
        return bold;
    }

    /** Width in pixels at regular weight. */
    public double width(String text) {
        if (widths.size() > KEPT) {
            widths.clear();
        }
        return widths.computeIfAbsent(text, this::measure);
    }

    private double measure(String text) {
        ruler.setText(text);
        return ruler.getLayoutBounds().getWidth();
    }
}
