package dev.interestlens.ui.control;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/** Ways through a plane, with equal units on both axes; the nearest point under the pointer is named, the arrow keys walk along a way. */
public final class PathPlot extends CanvasRegion {
    private static final double LEGEND = 232;
    private static final double EDGE = 18;
    private static final double NEAR = 16;

    private final Words words;
    private final Typeface face = new Typeface(11);
    private final ObjectProperty<PathData> data = new SimpleObjectProperty<>(this, "data", PathData.empty());
    private final ObjectProperty<PathData.Place> marked = new SimpleObjectProperty<>(this, "marked");
    private double scale = 1;
    private double originX;
    private double originY;

    public PathPlot(Words words) {
        super("path-plot");
        this.words = words;
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinSize(320, 180);
        setPrefSize(640, 300);
        data.addListener(change -> {
            marked.set(null);
            repaint();
        });
        words.language().addListener(change -> repaint());
        marked.addListener((observed, before, now) -> {
            tell(now == null ? "" : describe(now));
            repaint();
        });
        setOnMouseMoved(event -> marked.set(nearest(event.getX(), event.getY())));
        setOnMouseExited(event -> marked.set(null));
        setOnMouseClicked(event -> requestFocus());
        setOnKeyPressed(this::key);
        offer(words, () -> data.get().numbers());
    }

    public void setData(PathData now) {
        data.set(now);
    }

    public ObjectProperty<PathData> dataProperty() {
        return data;
    }

    public ObjectProperty<PathData.Place> markedProperty() {
        return marked;
    }

    @Override
    protected String summary() {
        return words.text("control.path.summary", data.get().tracks().size());
    }

    @Override
    protected void paint(GraphicsContext g, double width, double height) {
        PathData now = data.get();
        if (now.tracks().isEmpty()) {
            return;
        }
        fit(now, width - LEGEND, height - 20);
        g.setFont(face.regular());
        g.setTextBaseline(VPos.CENTER);
        g.setStroke(line());
        g.setLineWidth(1);
        g.strokeRect(.5, .5, width - LEGEND - 1, height - 21);
        g.setFill(faint());
        g.setTextAlign(TextAlignment.LEFT);
        g.fillText(words.text("control.path.axes", now.across(), now.up()), 0, height - 8);
        for (int t = now.tracks().size() - 1; t >= 0; t--) {
            paintTrack(g, now.tracks().get(t), t);
        }
        paintLegend(g, now, width);
        PathData.Place place = marked.get();
        if (place != null) {
            PathData.Track track = now.tracks().get(place.track());
            double x = x(track.x()[place.point()]);
            double y = y(track.y()[place.point()]);
            g.setStroke(ink());
            g.setLineWidth(2);
            g.strokeOval(x - 7, y - 7, 14, 14);
        }
    }

    private void fit(PathData now, double width, double height) {
        double[] ends = {Double.MAX_VALUE, -Double.MAX_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE};
        for (PathData.Track track : now.tracks()) {
            for (int i = 0; i < track.x().length; i++) {
                ends[0] = Math.min(ends[0], track.x()[i]);
                ends[1] = Math.max(ends[1], track.x()[i]);
                ends[2] = Math.min(ends[2], track.y()[i]);
                ends[3] = Math.max(ends[3], track.y()[i]);
            }
        }
        double spanX = Math.max(1e-9, ends[1] - ends[0]);
        double spanY = Math.max(1e-9, ends[3] - ends[2]);
        scale = Math.min((width - 2 * EDGE) / spanX, (height - 2 * EDGE) / spanY);
        originX = width / 2 - scale * (ends[0] + ends[1]) / 2;
        originY = height / 2 + scale * (ends[2] + ends[3]) / 2;
    }

    private void paintTrack(GraphicsContext g, PathData.Track track, int number) {
        Color color = ColorScale.series(number);
        int last = track.x().length - 1;
        g.setStroke(color);
        g.setLineWidth(number == 0 ? 2 : 1.2);
        for (int i = 1; i <= last; i++) {
            g.setGlobalAlpha(0.35 + 0.65 * i / last); // later steps are stronger, which tells the direction
            g.strokeLine(x(track.x()[i - 1]), y(track.y()[i - 1]), x(track.x()[i]), y(track.y()[i]));
        }
        g.setGlobalAlpha(1);
        g.setFill(color);
        for (int i = 1; i <= last; i++) {
            double size = i == last ? 11 : number == 0 ? 5 : 3;
            g.fillOval(x(track.x()[i]) - size / 2, y(track.y()[i]) - size / 2, size, size);
        }
        g.setFill(faint());
        g.fillRect(x(track.x()[0]) - 3, y(track.y()[0]) - 3, 6, 6);
    }

    private void paintLegend(GraphicsContext g, PathData now, double width) {
        double x = width - LEGEND + 16;
        double y = 12;
        g.setTextAlign(TextAlignment.LEFT);
        for (int t = 0; t < now.tracks().size(); t++) {
            g.setFill(ColorScale.series(t));
            g.fillOval(x, y - 5, 10, 10);
            g.setFill(ink());
            g.setFont(t == 0 ? face.bold() : face.regular());
            g.fillText(face.fit(now.tracks().get(t).name(), LEGEND - 36), x + 18, y);
            y += 20;
        }
        g.setFont(face.regular());
        g.setFill(faint());
        g.fillRect(x + 2, y - 3, 6, 6);
        g.fillText(words.text("control.path.start"), x + 18, y);
    }

    private double x(double value) {
        return originX + scale * value;
    }

    private double y(double value) {
        return originY - scale * value;
    }

    private PathData.Place nearest(double x, double y) {
        PathData.Place found = null;
        double least = NEAR;
        for (int t = 0; t < data.get().tracks().size(); t++) {
            PathData.Track track = data.get().tracks().get(t);
            for (int i = 0; i < track.x().length; i++) {
                double far = Math.hypot(x - x(track.x()[i]), y - y(track.y()[i]));
                if (far < least) {
                    least = far;
                    found = new PathData.Place(t, i);
                }
            }
        }
        return found;
    }

    private void key(KeyEvent event) {
        if (data.get().tracks().isEmpty()) {
            return;
        }
        PathData.Place at = marked.get() == null ? new PathData.Place(0, -1) : marked.get();
        int points = data.get().steps().size();
        switch (event.getCode()) {
            case LEFT -> marked.set(new PathData.Place(at.track(), Math.max(0, at.point() - 1)));
            case RIGHT -> marked.set(new PathData.Place(at.track(), Math.min(points, at.point() + 1)));
            case UP -> marked.set(new PathData.Place(Math.max(0, at.track() - 1), Math.max(0, at.point())));
            case DOWN ->
                marked.set(new PathData.Place(
                        Math.min(data.get().tracks().size() - 1, at.track() + 1), Math.max(0, at.point())));
            case ESCAPE -> marked.set(null);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private String describe(PathData.Place place) {
        PathData now = data.get();
        PathData.Track track = now.tracks().get(place.track());
        String step = place.point() == 0
                ? words.text("control.path.start")
                : place.point() + " · " + now.steps().get(place.point() - 1);
        return words.text(
                "control.path.point",
                track.name(),
                step,
                Figures.signed(track.x()[place.point()]),
                Figures.signed(track.y()[place.point()]));
    }
}
