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

    /** Not the character …: the bundled font draws it at mid-height and as wide as a Chinese character. */
    private static final String DOTS = "...";

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

    /** The text, truncated with three dots if needed, as in labels; empty where not even the dots fit. */
    public String fit(String text, double room) {
        if (width(text) <= room) {
            return text;
        }
        int low = 0;
        int high = text.length();
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (measure(text.substring(0, middle).stripTrailing() + DOTS) <= room) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        if (low > 0 && Character.isHighSurrogate(text.charAt(low - 1))) {
            low--;
        }
        return low == 0 ? "" : text.substring(0, low).stripTrailing() + DOTS;
    }

    private double measure(String text) {
        ruler.setText(text);
        return ruler.getLayoutBounds().getWidth();
    }
}
