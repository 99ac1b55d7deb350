package dev.interestlens.ui.control.diagram;

import dev.interestlens.figure.Drawing;
import dev.interestlens.ui.control.Changes;
import dev.interestlens.ui.control.diagram.WiringData.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;

/**
 * Draws a graph of boxes from top to bottom, as wide as the available space; where that is narrow, words are wrapped and all boxes higher. Where it is
 * low, the boxes stand closer, and their notes beside their titles.
 */
public final class WiringDiagram extends Region {
    private static final double BOX = 44;
    private static final double BETWEEN = 18;
    private static final double CLOSE = 6;
    private static final double GAP = 10;
    private static final double SPINE = 1.5;
    private static final double WIDEST = 180;
    private static final double LANE = 10;
    private static final double ARROW = 4;
    private static final double PORT = 7;
    private static final String ASIDE = "wiring-line-aside";

    private final ObjectProperty<WiringData> data = new SimpleObjectProperty<>(this, "data", new WiringData(List.of()));
    private final List<WiringBox> boxes = new ArrayList<>();
    private final Group drawn = new Group();
    private WiringLayout layout = new WiringLayout(new int[0], new int[0]);
    private double between = BETWEEN;

    public WiringDiagram() {
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        getStyleClass().add("wiring");
        drawn.setManaged(false);
        drawn.setMouseTransparent(true);
        Changes.call(this::build, data);
    }

    public ObjectProperty<WiringData> dataProperty() {
        return data;
    }

    /** What is shown, to be drawn elsewhere in any size; empty before there is anything. */
    public Optional<Drawing> picture() {
        if (boxes.isEmpty()) {
            return Optional.empty();
        }
        if (getScene() != null) {
            applyCss();
        }
        double width =
                computePrefWidth(-1) + getInsets().getLeft() + getInsets().getRight();
        double height = computePrefHeight(width);
        double shownWidth = getWidth();
        double shownHeight = getHeight();
        resize(width, height);
        layoutChildren();
        WiringPicture picture = new WiringPicture(
                IntStream.range(0, boxes.size()).mapToObj(this::placed).toList(), drawnLines(), width, height);
        resize(shownWidth, shownHeight);
        layoutChildren();
        return Optional.of(picture);
    }

    private WiringPicture.Placed placed(int box) {
        Region at = boxes.get(box);
        return new WiringPicture.Placed(
                data.get().boxes().get(box), at.getLayoutX(), at.getLayoutY(), at.getWidth(), at.getHeight());
    }

    /** Each line is followed by its arrow. */
    private List<WiringPicture.Line> drawnLines() {
        List<Node> parts = drawn.getChildren();
        return IntStream.range(0, parts.size() / 2)
                .mapToObj(i -> {
                    Polyline line = (Polyline) parts.get(2 * i);
                    Polygon arrow = (Polygon) parts.get(2 * i + 1);
                    return new WiringPicture.Line(
                            List.copyOf(line.getPoints()),
                            List.copyOf(arrow.getPoints()),
                            line.getStyleClass().contains(ASIDE));
                })
                .toList();
    }

    private void build() {
        layout = WiringLayout.of(data.get());
        boxes.clear();
        data.get().boxes().forEach(box -> boxes.add(new WiringBox(box)));
        setAccessibleText(data.get().boxes().stream()
                .map(box -> box.title()
                        + (box.note().isEmpty() ? "" : " (" + box.note() + ")")
                        + (box.reads().isEmpty()
                                ? ""
                                : box.reads().stream()
                                        .map(id -> data.get()
                                                .boxes()
                                                .get(data.get().indexOf(id))
                                                .title())
                                        .collect(Collectors.joining(", ", " ← ", ""))))
                .collect(Collectors.joining("; ")));
        getChildren().setAll(boxes);
        getChildren().add(drawn);
        requestLayout();
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        return wholeHeight(rows(unit(width < 0 ? computePrefWidth(-1) : width), false), BETWEEN);
    }

    @Override
    protected double computeMinHeight(double width) {
        return wholeHeight(rows(unit(width < 0 ? computePrefWidth(-1) : width), true), CLOSE);
    }

    private static double wholeHeight(double[] rows, double gap) {
        return rows.length == 0 ? 0 : Arrays.stream(rows).sum() + (rows.length - 1) * gap + 4;
    }

    /** The heights of the rows: all that of the highest box, or each as low as its words allow. */
    private double[] rows(double unit, boolean low) {
        double[] heights = new double[layout.rows()];
        for (int i = 0; i < boxes.size(); i++) {
            double width = boxWidth(i, unit);
            double own = low
                    ? boxes.get(i).lowHeight(width)
                    : Math.max(BOX, Math.ceil(boxes.get(i).prefHeight(width)));
            heights[layout.row()[i]] = Math.max(heights[layout.row()[i]], own);
        }
        if (!low) {
            Arrays.fill(heights, Arrays.stream(heights).max().orElse(0));
        }
        return heights;
    }

    /** Width of a box beside the spine in a diagram of this width. */
    private double unit(double width) {
        Insets around = getInsets();
        int right = layout.rightColumns();
        double left = layout.hasLeft() ? 1 : 0;
        double room = width - around.getLeft() - around.getRight() - (right + left) * GAP - lanes().count() * LANE - 2;
        return Math.min(WIDEST, room / (SPINE + right + left));
    }

    private double boxWidth(int box, double unit) {
        return Math.floor(layout.column()[box] == 0 ? SPINE * unit : unit);
    }

    @Override
    protected double computePrefWidth(double height) {
        return WIDEST * (SPINE + layout.rightColumns());
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        if (boxes.isEmpty()) {
            return;
        }
        Insets around = getInsets();
        double unit = unit(getWidth());
        double spine = around.getLeft() + (layout.hasLeft() ? unit + GAP : 0) + lanes().count() * LANE;
        double[] rows = rows(unit, false);
        if (getHeight() < wholeHeight(rows, CLOSE)) {
            rows = rows(unit, true);
        }
        double missing = wholeHeight(rows, BETWEEN) - getHeight();
        between = Math.max(CLOSE, Math.min(BETWEEN, BETWEEN - missing / Math.max(1, rows.length - 1)));
        double[] tops = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            tops[i] = i == 0 ? around.getTop() : tops[i - 1] + rows[i - 1] + between;
        }
        for (int i = 0; i < boxes.size(); i++) {
            int column = layout.column()[i];
            double x = column < 0
                    ? around.getLeft()
                    : column == 0 ? spine : spine + SPINE * unit + GAP + (column - 1) * (unit + GAP);
            boxes.get(i)
                    .resizeRelocate(
                            Math.round(x), Math.round(tops[layout.row()[i]]), boxWidth(i, unit), rows[layout.row()[i]]);
        }
        drawn.getChildren().clear();
        lines();
    }

    /** Targets of lines that bypass other boxes of the spine. */
    private IntStream lanes() {
        return IntStream.range(0, boxes.size()).filter(i -> reads(i).anyMatch(from -> layout.passes(from, i)));
    }

    private IntStream reads(int box) {
        return data.get().boxes().get(box).reads().stream().mapToInt(data.get()::indexOf);
    }

    private void lines() {
        int[] entries = new int[boxes.size()];
        int[] left = {0};
        for (int to = 0; to < boxes.size(); to++) {
            int target = to;
            int[] sources = reads(to)
                    .boxed()
                    .sorted(Comparator.comparingInt(from -> layout.column()[from]))
                    .mapToInt(Integer::intValue)
                    .toArray();
            long fromRight = Arrays.stream(sources)
                    .filter(from -> layout.column()[from] > 0 && layout.column()[target] == 0)
                    .count();
            for (int from : sources) {
                line(from, to, fromRight, entries, left);
            }
        }
    }

    private void line(int from, int to, long fromRight, int[] entries, int[] lanesTaken) {
        Region a = boxes.get(from);
        Region b = boxes.get(to);
        int columnA = layout.column()[from];
        int columnB = layout.column()[to];
        boolean aside = data.get().boxes().get(to).kind() == Kind.ASIDE;
        if (columnA == 0 && columnB == 0 && !layout.passes(from, to)) {
            draw(aside, middle(a), bottom(a), middle(b), b.getLayoutY());
        } else if (columnA == 0 && columnB == 0) {
            double lane = a.getLayoutX() - LANE * ++lanesTaken[0];
            double y = centre(a) + PORT;
            draw(aside, a.getLayoutX(), y, lane, y, lane, centre(b), b.getLayoutX(), centre(b));
        } else if (columnA == 0 && columnB < 0) {
            double x = middle(b) + (entries[to]++ == 0 ? PORT : -PORT);
            double y = centre(a) - PORT;
            draw(aside, a.getLayoutX(), y, x, y, x, b.getLayoutY());
        } else if (columnA == 0 && layout.isBlocked(from, to)) {
            double x = a.getLayoutX() + a.getWidth() - PORT;
            double y = Math.round(bottom(a) + between / 2) + 0.5;
            draw(aside, x, bottom(a), x, y, middle(b), y, middle(b), b.getLayoutY());
        } else if (columnA == 0) {
            draw(aside, a.getLayoutX() + a.getWidth(), centre(a), middle(b), centre(a), middle(b), b.getLayoutY());
        } else if (layout.isBehind(from, to)) {
            double x = middle(b) + 2 * PORT; // beside the line from the spine
            double y = Math.round(b.getLayoutY() - between / 2) + 0.5;
            draw(aside, middle(a), bottom(a), middle(a), y, x, y, x, b.getLayoutY());
        } else {
            // several lines enter one below the other, that of the nearest column first, so that they do not cross
            double y = centre(b) + (entries[to]++ - (fromRight - 1) / 2.0) * port(b, fromRight);
            draw(aside, middle(a), bottom(a), middle(a), y, b.getLayoutX() + b.getWidth(), y);
        }
    }

    /** Between lines that enter a box at its side, one below the other. */
    private static double port(Region box, long lines) {
        return Math.min(2 * PORT, (box.getHeight() - 2 * ARROW) / Math.max(1, lines - 1));
    }

    private static double middle(Region box) {
        return Math.round(box.getLayoutX() + box.getWidth() / 2) + 0.5;
    }

    private static double centre(Region box) {
        return Math.round(box.getLayoutY() + box.getHeight() / 2) + 0.5;
    }

    private static double bottom(Region box) {
        return box.getLayoutY() + box.getHeight();
    }

    /** A line through these points, x and y in turn, with an arrow at its end. */
    private void draw(boolean aside, double... points) {
        Polyline line = new Polyline(points);
        line.getStyleClass().add("wiring-line");
        if (aside) {
            line.getStyleClass().add(ASIDE);
        }
        int n = points.length;
        double x = points[n - 2];
        double y = points[n - 1];
        double dx = Math.signum(x - points[n - 4]);
        double dy = Math.signum(y - points[n - 3]);
        Polygon arrow = new Polygon(
                x,
                y,
                x - 2 * ARROW * dx - ARROW * dy,
                y - 2 * ARROW * dy - ARROW * dx,
                x - 2 * ARROW * dx + ARROW * dy,
                y - 2 * ARROW * dy + ARROW * dx);
        arrow.getStyleClass().add("wiring-arrow");
        drawn.getChildren().addAll(line, arrow);
    }
}
