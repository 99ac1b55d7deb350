package dev.interestlens.ui.explain;

import dev.interestlens.explain.picture.HeadGrid;
import dev.interestlens.explain.picture.HeatMatrix;
import dev.interestlens.explain.picture.Panel;
import dev.interestlens.explain.picture.Picture;
import dev.interestlens.figure.Drawing;
import dev.interestlens.figure.Transform;
import dev.interestlens.figure.data.HeatmapData;
import dev.interestlens.figure.data.PlotData;
import dev.interestlens.figure.paint.HeatGridPainter;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.control.Changes;
import dev.interestlens.ui.control.ChartMenu;
import dev.interestlens.ui.control.FocusKeeper;
import dev.interestlens.ui.control.OneOf;
import dev.interestlens.ui.control.Presence;
import dev.interestlens.ui.control.Worded;
import dev.interestlens.ui.control.chart.LinePlot;
import dev.interestlens.ui.control.heatmap.HeatmapGrid;
import dev.interestlens.ui.control.heatmap.HeatmapPane;
import dev.interestlens.ui.explain.engine.ExplainTexts;
import dev.interestlens.ui.explain.picture.HistoryCursor;
import dev.interestlens.ui.explain.picture.PictureNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javafx.collections.ObservableSet;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * The views into a model: one chip per view, below it the figures of the selected one, beside them those of the pinned prediction on the same scale.
 */
final class InsidePane extends VBox {
    /** Views that are shown at first where a family has them. */
    private static final Set<String> KNOWN_FOR = Set.of("heads", "gates", "tokens");

    private static final int MAX_CHIPS = 2;
    private static final double LIST = 220;
    /** From which width on two figures stand side by side; else one below the other. */
    private static final double WIDE = 720;

    private final Messages messages;
    private final ExplainTexts drawn;
    private final FlowPane choices = new FlowPane(8, 4);
    private final Label note = Worded.wrap(Worded.text("", "note"));
    private final ReadingHelp help;
    private final GridPane place = new GridPane();
    private final HeatmapPane heatmap;
    private final HeatmapPane besideMap;
    private final Function<String, Optional<double[]>> ranges;
    private final HistoryCursor cursor;
    private int[] steps = new int[0];
    private List<Panel> panels = List.of();
    private List<Panel> beside = List.of();
    private String besideTitle = "";
    private String view = "";
    private String picture = "";
    private boolean allRows;
    private Runnable onViews = () -> {};
    private HeatMatrix enlarged;

    /**
     * @param cursor the behaviour under the pointer
     * @param ranges minimum and maximum of a matrix by its name, over all predictions shown so far
     * @param opened ids of what is open on demand
     */
    InsidePane(
            Messages messages,
            Function<String, Optional<double[]>> ranges,
            HistoryCursor cursor,
            ObservableSet<String> opened) {
        this.cursor = cursor;
        this.messages = messages;
        this.drawn = new ExplainTexts(messages);
        this.ranges = ranges;
        help = new ReadingHelp("inside-reading", messages, opened);
        heatmap = new HeatmapPane(messages);
        besideMap = new HeatmapPane(messages);
        besideMap.scaleProperty().bindBidirectional(heatmap.scaleProperty());
        besideMap.transformProperty().bindBidirectional(heatmap.transformProperty());
        setSpacing(8);
        Presence.withWords(note);
        VBox.setVgrow(place, Priority.ALWAYS);
        choices.getStyleClass().add("choices");
        place.setHgap(16);
        place.setVgap(8);
        Changes.call(this::arrange, widthProperty());
        getChildren().setAll(help, note, place);
        ChartMenu.name(
                this, () -> panel().map(panel -> drawn.text(panel.title())).orElse(""));
        Changes.call(this::show, messages.language());
    }

    /**
     * Shows these views; the selected one stays selected if it exists.
     *
     * @param read positions of the behaviours that they are about
     */
    void setPanels(List<Panel> now, int[] read) {
        panels = now;
        steps = read;
        enlarge(null);
        show();
    }

    /** Shows those of the pinned prediction beside them. */
    void setBeside(List<Panel> other, String title) {
        beside = other;
        besideTitle = title;
        show();
    }

    /** Told whenever other views are there, or another one is shown. */
    void setOnViews(Runnable told) {
        onViews = told;
    }

    List<Panel> panels() {
        return panels;
    }

    String titleOf(Panel panel) {
        return drawn.text(panel.title());
    }

    /** The name of the shown view; empty where there is none. */
    String view() {
        return panel().map(Panel::name).orElse("");
    }

    /** Shows the view of that name. */
    void show(String name) {
        view = name;
        picture = "";
        enlarge(null);
        show();
    }

    /** The choices within the shown view, for the bar above it. */
    Node choices() {
        return choices;
    }

    /** The chosen view, else what its family is known for, else the first. */
    private Optional<Panel> panel() {
        return named(panels)
                .or(() -> panels.stream()
                        .filter(each -> KNOWN_FOR.contains(each.name()))
                        .findFirst())
                .or(() -> panels.stream().findFirst());
    }

    /** The next view, such as the next layer; after the last the first. */
    void nextView() {
        if (!panels.isEmpty()) {
            int at = panels.indexOf(panel().orElseThrow());
            show(panels.get((at + 1) % panels.size()).name());
        }
    }

    /** The next picture of the view, such as the next head; after the last the first, or all heads again. */
    void nextPicture() {
        if (panels.isEmpty()) {
            return;
        }
        List<Picture> pictures = panel().orElseThrow().pictures();
        Picture shown = pictures.stream()
                .filter(each -> each.name().equals(picture))
                .findFirst()
                .orElse(pictures.get(0));
        if (shown instanceof HeadGrid grid) {
            int next = enlarged == null ? 0 : grid.cells().indexOf(enlarged) + 1;
            enlarge(next < grid.cells().size() ? grid.cells().get(next) : null);
            if (enlarged != null || pictures.size() == 1) {
                show();
                return;
            }
        }
        picture = pictures.get((pictures.indexOf(shown) + 1) % pictures.size()).name();
        show();
    }

    /** Switches between figure and table. */
    void switchTable() {
        if (heatmap.getScene() == null) {
            return;
        }
        heatmap.asTableProperty().set(!heatmap.asTableProperty().get());
    }

    private void show() {
        FocusKeeper.during(this::build, choices);
        onViews.run();
    }

    private void build() {
        choices.getChildren().clear();
        place.getChildren().clear();
        cursor.leave();
        note.setText("");
        help.setText("");
        if (panels.isEmpty()) {
            note.setText(messages.text("explain.noMatrix"));
            Presence.set(choices, false);
            return;
        }
        choose(panel().orElseThrow());
    }

    /** The shown figure; empty where the model has none. */
    Optional<Drawing> shown() {
        Optional<Panel> panel = panel();
        return panel.filter(each -> each.pictures().get(0).data() instanceof PlotData)
                .map(Panel::drawing)
                .or(() -> panel.flatMap(each -> picture().map(each::captioned)));
    }

    private Optional<Picture> picture() {
        if (enlarged != null) {
            return Optional.of(enlarged);
        }
        return panel().flatMap(panel -> panel.pictures().stream()
                .filter(each -> each.name().equals(picture))
                .findFirst()
                .or(() -> panel.pictures().stream().findFirst()));
    }

    private Optional<Panel> named(List<Panel> all) {
        return all.stream().filter(each -> each.name().equals(view)).findFirst();
    }

    private static ToggleButton chip(String text, OneOf group, boolean selected, Runnable chosen) {
        ToggleButton chip = new ToggleButton(text);
        chip.getStyleClass().add("chip");
        group.add(chip, text, chosen);
        chip.setSelected(selected);
        return chip;
    }

    private void choose(Panel panel) {
        note.setText(drawn.text(panel.finding()));
        List<Picture> pictures = panel.pictures();
        if (pictures.get(0).data() instanceof PlotData) {
            Presence.set(choices, false);
            lines(pictures);
            return;
        }
        Picture shown = pictures.stream()
                .filter(each -> each.name().equals(picture))
                .findFirst()
                .orElse(pictures.get(0));
        if (pictures.size() > MAX_CHIPS) {
            offerList(pictures, shown);
        } else if (pictures.size() > 1) {
            OneOf group = new OneOf();
            pictures.forEach(
                    each -> choices.getChildren().add(chip(drawn.text(each.title()), group, each == shown, () -> {
                        picture = each.name();
                        show();
                    })));
        }
        draw(panel, shown);
        choices.getChildren().add(help.button());
        Presence.set(choices, true);
    }

    private void offerList(List<Picture> pictures, Picture shown) {
        ChoiceBox<String> list = new ChoiceBox<>();
        list.setPrefWidth(LIST);
        list.getItems()
                .setAll(pictures.stream().map(each -> drawn.text(each.title())).toList());
        list.getSelectionModel().select(pictures.indexOf(shown));
        list.getSelectionModel().selectedIndexProperty().addListener((observed, before, now) -> {
            if (now.intValue() >= 0) {
                picture = pictures.get(now.intValue()).name();
                show();
            }
        });
        choices.getChildren().setAll(list);
    }

    private void draw(Panel panel, Picture shown) {
        help.setText(drawn.text(shown.note()));
        if (shown instanceof HeatMatrix matrix) {
            matrix(panel, matrix);
        } else if (shown instanceof HeadGrid grid) {
            heads(panel, grid);
        } else {
            put(new PictureNode(messages, place -> cursor.join(place, steps)).of(shown));
        }
    }

    private void matrix(Panel panel, HeatMatrix matrix) {
        HeatmapData all = matrix.data();
        boolean more = panel.firstRows() > 0 && matrix.rows().size() > panel.firstRows();
        if (more) {
            ToggleButton every = new ToggleButton(messages.text(
                    allRows ? "explain.rows.first" : "explain.rows.all",
                    allRows ? panel.firstRows() : matrix.rows().size()));
            every.getStyleClass().add("chip");
            every.setSelected(allRows);
            every.setOnAction(event -> {
                allRows = !allRows;
                show();
            });
            choices.getChildren().add(every);
        }
        heatmap.sharedProperty()
                .set(ranges.apply(matrix.name()).map(ends -> range(all, ends)).orElse(null));
        PictureNode.draws(heatmap.view().menu(), matrix);
        ChartMenu.name(heatmap, () -> drawn.text(matrix.title()));
        heatmap.setData(more && !allRows ? all.firstRows(panel.firstRows()) : all);
        if (matrix.columns().isHistory()) {
            cursor.join(heatmap.columnProperty(), steps);
        }
        Optional<HeatMatrix> other = matrixBeside(panel, matrix.name());
        put(other.isEmpty() ? heatmap : titled(messages.text("explain.shown"), heatmap));
        other.ifPresent(pinned -> pair(panel, all, pinned, more && !allRows));
        if (other.isEmpty()) {
            heatmap.pairedProperty().set(null);
        }
    }

    /** The same matrix of the pinned prediction, both on one scale. */
    private void pair(Panel panel, HeatmapData all, HeatMatrix pinned, boolean first) {
        HeatmapData other = pinned.data();
        HeatmapData.Range both = all.range().with(other.range());
        heatmap.pairedProperty().set(both);
        besideMap.pairedProperty().set(both);
        besideMap.sharedProperty().set(heatmap.sharedProperty().get());
        PictureNode.draws(besideMap.view().menu(), pinned);
        ChartMenu.name(besideMap, () -> besideTitle + " " + drawn.text(pinned.title()));
        besideMap.setData(first ? other.firstRows(panel.firstRows()) : other);
        put(titled(messages.text("explain.pinned", besideTitle), besideMap));
    }

    private static VBox titled(String words, HeatmapPane map) {
        Label title = Worded.text(words, "note");
        title.setMinWidth(0);
        VBox.setVgrow(map, Priority.ALWAYS);
        return new VBox(4, title, map);
    }

    private Optional<HeatMatrix> matrixBeside(Panel panel, String name) {
        return beside.stream()
                .filter(each -> each.name().equals(panel.name()))
                .flatMap(each -> each.pictures().stream())
                .filter(each -> each instanceof HeatMatrix && each.name().equals(name))
                .map(HeatMatrix.class::cast)
                .findFirst();
    }

    private static HeatmapData.Range range(HeatmapData data, double[] ends) {
        HeatmapData.Range own = data.range();
        double most = Math.max(Math.abs(ends[0]), Math.abs(ends[1]));
        return own.low() < 0 && own.high() == -own.low()
                ? own.with(new HeatmapData.Range(-Math.max(most, 1e-12), Math.max(most, 1e-12)))
                : own.with(
                        new HeatmapData.Range(Math.min(0, ends[0]), Math.max(ends[1], Math.min(0, ends[0]) + 1e-12)));
    }

    /** Shows a head alone in the colours that it has among the others; null for all. */
    private void enlarge(HeatMatrix head) {
        if ((head == null) != (enlarged == null)) {
            heatmap.transformProperty().set(head == null ? Transform.LINEAR : HeatGridPainter.TRANSFORM);
        }
        enlarged = head;
    }

    private void heads(Panel panel, HeadGrid grid) {
        if (enlarged != null) {
            ToggleButton back = new ToggleButton(messages.text("explain.heads.back"));
            back.getStyleClass().add("chip");
            back.setOnAction(event -> {
                enlarge(null);
                show();
            });
            choices.getChildren().setAll(back, new Label(drawn.text(enlarged.title())));
            help.setText(drawn.text(enlarged.note()));
            matrix(panel, enlarged);
            return;
        }
        HeatmapGrid thumbnails = new HeatmapGrid(messages);
        thumbnails.setData(grid.data());
        PictureNode.draws(thumbnails.menu(), grid);
        thumbnails.setOnPick(cell -> {
            enlarge(grid.cells().get(cell));
            show();
        });
        VBox.setVgrow(thumbnails, Priority.ALWAYS);
        put(new VBox(
                4, Worded.readout(thumbnails.readoutProperty(), messages.bind("explain.heads.enlarge")), thumbnails));
    }

    private void lines(List<Picture> pictures) {
        List<LinePlot> plots = new ArrayList<>();
        VBox stack = new VBox(4);
        for (Picture lines : pictures) {
            LinePlot plot = new LinePlot(messages);
            plot.setData((PlotData) lines.data());
            PictureNode.draws(plot.menu(), lines);
            ChartMenu.name(plot, () -> drawn.text(lines.title()));
            Label title = Worded.text(drawn.text(lines.title()), "plot-title");
            title.setMinWidth(Region.USE_PREF_SIZE);
            Label about = Worded.wrap(Worded.text(drawn.text(lines.note()), "note"));
            Label readout = Worded.label(plot.readoutProperty(), "read-out");
            readout.setMinWidth(0);
            about.visibleProperty().bind(plot.readoutProperty().isEmpty()); // and keeps its height
            StackPane told = new StackPane(about, readout);
            told.setAlignment(Pos.TOP_LEFT);
            VBox heading = new VBox(title, told);
            VBox.setVgrow(plot, Priority.ALWAYS);
            stack.getChildren().addAll(heading, plot);
            if (!plots.isEmpty()) {
                plot.markedProperty().bindBidirectional(plots.get(0).markedProperty());
            }
            plots.add(plot);
        }
        if (!plots.isEmpty()) {
            cursor.join(plots.get(0).markedProperty(), steps);
        }
        put(stack);
    }

    private void put(Node node) {
        GridPane.setHgrow(node, Priority.ALWAYS);
        GridPane.setVgrow(node, Priority.ALWAYS);
        place.getChildren().add(node);
        arrange();
    }

    private void arrange() {
        List<Node> all = place.getChildren();
        for (int i = 0; i < all.size(); i++) {
            boolean wide = getWidth() >= WIDE;
            GridPane.setConstraints(all.get(i), wide ? i : 0, wide ? 0 : i);
        }
    }
}
