package dev.interestlens.ui.control;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Group;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/**
 * Text as outlines, each sign made once. Strokes of the bundled type cross, and where they do, text that is drawn as text shows white specks; joining the
 * strokes takes long for a line, and little for a sign.
 */
final class Outlines {
    /** One letter or a few. */
    private record Sign(Font font, String letters) {}

    private final Map<Sign, List<PathElement>> signs = new HashMap<>();
    private final Map<Sign, Double> widths = new HashMap<>();

    double width(String words, Font font) {
        return widths.computeIfAbsent(
                new Sign(font, words), sign -> text(sign).getLayoutBounds().getWidth());
    }

    /** The words from 0, 0 to the right. */
    Group of(String words, Font font, Paint paint) {
        Group line = new Group();
        double x = 0;
        for (int at = 0; at < words.length(); ) {
            int next = words.offsetByCodePoints(at, 1);
            int after = next < words.length() ? words.offsetByCodePoints(next, 1) : next;
            Path path = new Path(signs.computeIfAbsent(new Sign(font, words.substring(at, next)), Outlines::outline));
            path.setTranslateX(x);
            path.setFill(paint);
            path.setStroke(null);
            line.getChildren().add(path);
            // as far as the next sign wants it: some pairs stand closer together
            x += width(words.substring(at, after), font) - width(words.substring(next, after), font);
            at = next;
        }
        return line;
    }

    private static List<PathElement> outline(Sign sign) {
        return ((Path) Shape.union(text(sign), new Rectangle())).getElements();
    }

    private static Text text(Sign sign) {
        Text text = new Text(sign.letters());
        text.setFont(sign.font());
        return text;
    }
}
