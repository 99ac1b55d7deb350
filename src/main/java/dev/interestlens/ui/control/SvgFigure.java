package dev.interestlens.ui.control;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.Shape;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * An SVG picture of ours as nodes in the bundled type. It knows what our pictures are made of: groups that are moved, rectangles, circles, lines, paths,
 * pixels and text; anything else is refused, so that no picture loses a part silently.
 */
final class SvgFigure {
    private static final double SIZE = 12;
    private static final int BOLD = 600;

    private final Outlines outlines = new Outlines();
    private final Group node = new Group();
    private final SvgStyle style;
    private final double width;
    private final double height;

    SvgFigure(String svg) {
        Element root = parsed(svg).getDocumentElement();
        style = new SvgStyle(root.getElementsByTagName("style").item(0).getTextContent());
        if (!root.getAttribute("xml:lang").equals("zh")) {
            narrow(root);
        }
        width = Double.parseDouble(root.getAttribute("width"));
        height = Double.parseDouble(root.getAttribute("height"));
        children(root, node);
    }

    Node node() {
        return node;
    }

    double width() {
        return width;
    }

    double height() {
        return height;
    }

    /** The typeface draws curly quotes as wide as an ideograph, which suits Chinese alone. */
    private static void narrow(Element root) {
        NodeList texts = root.getElementsByTagName("text");
        for (int i = 0; i < texts.getLength(); i++) {
            String words = texts.item(i).getTextContent();
            texts.item(i)
                    .setTextContent(
                            words.replaceAll("[“”]", "\"").replace('‘', '\'').replace('’', '\''));
        }
    }

    private static Document parsed(String svg) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalArgumentException("Not a picture of ours.", e);
        }
    }

    private void children(Element parent, Group into) {
        for (org.w3c.dom.Node each = parent.getFirstChild(); each != null; each = each.getNextSibling()) {
            if (each instanceof Element element && !List.of("title", "style").contains(element.getTagName())) {
                into.getChildren().add(node(element));
            }
        }
    }

    private Node node(Element element) {
        Map<String, String> looks = style.of(element);
        return switch (element.getTagName()) {
            case "g" -> group(element, looks);
            case "text" -> text(element.getTextContent(), looks);
            case "image" -> image(looks);
            case "rect" ->
                drawn(new Rectangle(at(looks, "x"), at(looks, "y"), at(looks, "width"), at(looks, "height")), looks);
            case "circle" -> drawn(new Circle(at(looks, "cx"), at(looks, "cy"), at(looks, "r")), looks);
            case "polyline" -> drawn(new Polyline(numbers(looks.get("points"))), looks);
            case "path" -> {
                SVGPath path = new SVGPath();
                path.setContent(looks.get("d"));
                yield drawn(path, looks);
            }
            default -> throw new IllegalArgumentException("No picture of ours has a " + element.getTagName() + ".");
        };
    }

    private Group group(Element element, Map<String, String> looks) {
        Group group = new Group();
        String moved = looks.getOrDefault("transform", "translate(0 0)");
        double[] by = numbers(moved.substring("translate(".length(), moved.length() - 1));
        group.setTranslateX(by[0]);
        group.setTranslateY(by[1]);
        children(element, group);
        return group;
    }

    private Group text(String words, Map<String, String> looks) {
        double size = looks.containsKey("font-size") ? number(looks.get("font-size")) : SIZE;
        boolean bold = looks.containsKey("font-weight") && number(looks.get("font-weight")) >= BOLD;
        Font font = Font.font(Typeface.FAMILY, bold ? FontWeight.BOLD : FontWeight.NORMAL, size);
        Group line = outlines.of(words, font, paint(looks.getOrDefault("fill", "#000000")));
        double before =
                switch (looks.getOrDefault("text-anchor", "start")) {
                    case "middle" -> outlines.width(words, font) / 2;
                    case "end" -> outlines.width(words, font);
                    default -> 0;
                };
        line.setTranslateX(at(looks, "x") - before);
        line.setTranslateY(at(looks, "y"));
        return line;
    }

    private static ImageView image(Map<String, String> looks) {
        String data = looks.get("href");
        byte[] bytes = Base64.getDecoder().decode(data.substring(data.indexOf(',') + 1));
        ImageView view = new ImageView(new Image(new ByteArrayInputStream(bytes)));
        view.setX(at(looks, "x"));
        view.setY(at(looks, "y"));
        view.setFitWidth(at(looks, "width"));
        view.setFitHeight(at(looks, "height"));
        view.setSmooth(false);
        return view;
    }

    private static Shape drawn(Shape shape, Map<String, String> looks) {
        shape.setFill(paint(looks.getOrDefault("fill", "#000000")));
        shape.setStroke(paint(looks.getOrDefault("stroke", "none")));
        shape.setStrokeLineCap(StrokeLineCap.BUTT);
        shape.setStrokeWidth(looks.containsKey("stroke-width") ? number(looks.get("stroke-width")) : 1);
        String dashes = looks.getOrDefault("stroke-dasharray", "none");
        if (!dashes.equals("none")) {
            Arrays.stream(numbers(dashes)).forEach(shape.getStrokeDashArray()::add);
        }
        return shape;
    }

    private static Paint paint(String colour) {
        return switch (colour) {
            case "none" -> null;
            case "currentColor" -> Color.BLACK;
            default -> Color.web(colour);
        };
    }

    private static double at(Map<String, String> looks, String name) {
        return number(looks.getOrDefault(name, "0"));
    }

    private static double number(String written) {
        return Double.parseDouble(written.replace("px", ""));
    }

    private static double[] numbers(String written) {
        return Arrays.stream(written.strip().split("[ ,]+"))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }
}
