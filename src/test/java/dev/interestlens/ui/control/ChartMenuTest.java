package dev.interestlens.ui.control;

import static dev.interestlens.ui.control.Stages.WORDS;
import static dev.interestlens.ui.control.Stages.fx;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.figure.Palette;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.Scale;
import dev.interestlens.figure.XySeries;
import dev.interestlens.figure.data.AttentionStripData;
import dev.interestlens.figure.data.BarData;
import dev.interestlens.figure.data.GridData;
import dev.interestlens.figure.data.HeatmapData;
import dev.interestlens.figure.data.HistoryData;
import dev.interestlens.figure.data.IntervalData;
import dev.interestlens.figure.data.PathData;
import dev.interestlens.figure.data.PlotData;
import dev.interestlens.figure.data.RowsData;
import dev.interestlens.figure.data.StackData;
import dev.interestlens.figure.data.XyData;
import dev.interestlens.figure.file.FigureFile;
import dev.interestlens.ui.common.Background;
import dev.interestlens.ui.common.ErrorPresenter;
import dev.interestlens.ui.common.Language;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.file.ChartSaver;
import dev.interestlens.ui.common.file.FileDialogs;
import dev.interestlens.ui.control.chart.BarChart;
import dev.interestlens.ui.control.chart.IntervalPlot;
import dev.interestlens.ui.control.chart.LinePlot;
import dev.interestlens.ui.control.chart.MetricChart;
import dev.interestlens.ui.control.chart.MetricSeries;
import dev.interestlens.ui.control.chart.PathPlot;
import dev.interestlens.ui.control.chart.StackedBars;
import dev.interestlens.ui.control.chart.XyPlot;
import dev.interestlens.ui.control.heatmap.HeatmapGrid;
import dev.interestlens.ui.control.heatmap.HeatmapView;
import dev.interestlens.ui.control.history.AttentionStrip;
import dev.interestlens.ui.control.history.HistoryRows;
import dev.interestlens.ui.control.history.HistoryStrip;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
@Tag("thorough")
class ChartMenuTest {
    private static final double[] TWO = {0.25, 0.75};
    private static final Phrase P = Phrase.same("p");
    private static final List<Phrase> AB = Phrase.all(List.of("a", "b"));

    private final List<ChartEvent> wanted = new ArrayList<>();
    private final Map<String, Region> charts = new LinkedHashMap<>();
    private final FlowPane all = new FlowPane();

    @Start
    void start(Stage stage) {
        HeatmapView heatmap = new HeatmapView(WORDS);
        HeatmapData matrix = new HeatmapData(P, P, List.of(P), AB, TWO, Scale.SEQUENTIAL, Double.NaN);
        heatmap.setData(matrix);
        HeatmapGrid grid = new HeatmapGrid(WORDS);
        grid.setData(new GridData(List.of(P), List.of(P), List.of(matrix)));
        LinePlot line = new LinePlot(WORDS);
        line.setData(new PlotData(P, AB, List.of(new PlotData.Line(P, TWO)), Double.NaN, 0, 1));
        BarChart bars = new BarChart(WORDS);
        bars.setData(new BarData(AB, TWO, Double.NaN, Phrase.EMPTY));
        XyPlot curve = new XyPlot(WORDS);
        curve.setData(new XyData(List.of(new XySeries(P, TWO, TWO, 0, XySeries.Shape.LINE, -1)), P, P, true, false));
        MetricChart metric = new MetricChart(WORDS);
        metric.setSeries(List.of(new MetricSeries("m", TWO, TWO, 0, false, false, -1)));
        IntervalPlot intervals = new IntervalPlot(WORDS);
        intervals.setData(new IntervalData(List.of(new IntervalData.Row(P, 0.5, 0.4, 0.6)), 2));
        HistoryStrip history = new HistoryStrip(WORDS);
        HistoryData.Behaviour some = new HistoryData.Behaviour(P, P, P);
        history.setData(new HistoryData(List.of(some, some), 0, some, TWO, TWO, 0.5));
        AttentionStrip strip = new AttentionStrip(WORDS);
        strip.setData(new AttentionStripData(List.of(Phrase.same("epoch 1")), AB, List.of(TWO)));
        StackedBars stacked = new StackedBars(WORDS);
        stacked.setData(new StackData(AB, List.of(P), List.of(new double[] {0.25}, new double[] {75}), P, 1));
        PathPlot path = new PathPlot(WORDS);
        path.setData(new PathData(List.of(P), List.of(new PathData.Track(P, TWO, TWO)), P, P, new double[0]));
        HistoryRows rows = new HistoryRows(WORDS);
        rows.setData(new RowsData(AB, List.of(new RowsData.Row(P, P, TWO, 0, true))));
        TableView<String> table = new TableView<>();
        for (String head : List.of("name", "number")) {
            TableColumn<String, String> column = new TableColumn<>(head);
            column.setCellValueFactory(
                    row -> new ReadOnlyStringWrapper(head.equals("name") ? row.getValue() : "−0.25"));
            table.getColumns().add(column);
        }
        table.getItems().setAll("=one", "two");
        TableMenu.on(table, WORDS);
        GridPane cells = new GridPane();
        cells.addRow(0, new Label("name"), new Label("number"));
        cells.addRow(1, new Label("x"), new HBox(new Label("1,234.5")));
        TableMenu.on(cells, WORDS);
        ListView<String> list = new ListView<>();
        list.getItems().setAll("one", "two");
        TableMenu.on(list, WORDS, () -> List.of("name", "number"), item -> List.of(item, "0.25"));
        VBox lines = new VBox(new HBox(new Label("one"), new Label("0.5"), new Label("not a cell")));
        TableMenu.on(lines, WORDS, () -> List.of("name", "number"));
        charts.put("list", list);
        charts.put("lines", lines);
        charts.put("table", table);
        charts.put("cells", cells);
        charts.put("heatmap", heatmap);
        charts.put("grid", grid);
        charts.put("line", line);
        charts.put("bars", bars);
        charts.put("stacked", stacked);
        charts.put("curve", curve);
        charts.put("metric", metric);
        charts.put("intervals", intervals);
        charts.put("history", history);
        charts.put("strip", strip);
        charts.put("path", path);
        charts.put("rows", rows);
        charts.forEach((name, chart) -> {
            chart.setPrefSize(400, 120);
            ChartMenu.name(chart, () -> name);
        });
        all.getChildren().setAll(charts.values());
        ChartMenu.name(all, () -> "run 1");
        all.addEventHandler(ChartEvent.SAVE, wanted::add);
        Stages.show(stage, all, 1300, 1000);
    }

    private static KeyEvent key(KeyCode code, boolean shift) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, true, false, false);
    }

    @Test
    void everyChartGivesItsPictureAndItsNumbersByKey() throws Exception {
        for (Map.Entry<String, Region> each : charts.entrySet()) {
            fx(() -> each.getValue().fireEvent(key(KeyCode.S, true)));
            ChartEvent.Chart chart = wanted.get(wanted.size() - 1).chart();
            assertThat(chart.name()).isEqualTo("run 1 " + each.getKey());
            assertThat(chart.numbers().csv()).as(each.getKey()).containsPattern("\\d\\.\\d");
            assertThat(chart.picture().width()).as(each.getKey()).isGreaterThan(200);
            assertThat(Arrays.stream(chart.picture().pixels()).distinct().count())
                    .as(each.getKey())
                    .isGreaterThan(3);
        }
        assertThat(wanted).hasSize(charts.size());
    }

    /** For a screen reader: the picture as a whole, and each value that the arrow keys reach. */
    @Test
    void everyPictureSaysWhatItIsAndTheValueThatTheKeysReach() throws Exception {
        for (Map.Entry<String, Region> each : charts.entrySet()) {
            if (!(each.getValue() instanceof CanvasRegion picture)) {
                continue;
            }
            fx(picture::requestFocus);
            assertThat(picture.getAccessibleText()).as(each.getKey()).isNotBlank();
            for (KeyCode arrow : List.of(KeyCode.RIGHT, KeyCode.DOWN)) {
                fx(() -> picture.fireEvent(
                        new KeyEvent(KeyEvent.KEY_PRESSED, "", "", arrow, false, false, false, false)));
            }
            assertThat(picture.readoutProperty().get()).as(each.getKey()).isNotBlank();
            assertThat(picture.getAccessibleText())
                    .as(each.getKey())
                    .isEqualTo(picture.readoutProperty().get());
        }
    }

    @Test
    void aPictureIsTheDrawingAndNotWhatTheScreenShows() throws Exception {
        for (Map.Entry<String, Region> each : charts.entrySet()) {
            fx(() -> each.getValue().fireEvent(key(KeyCode.S, true)));
            ChartEvent.Chart chart = wanted.get(wanted.size() - 1).chart();
            Snapshot drawn = fx(() -> Snapshot.of(chart.drawing(), Locale.ENGLISH));
            assertThat(chart.picture().pixels()).as(each.getKey()).isEqualTo(drawn.pixels());
        }
    }

    @Test
    @Tag("thorough")
    void everyChartAndTableIsSavedInEveryFormat(@TempDir Path folder) throws Exception {
        Set<String> offered = new TreeSet<>();
        List<Path> saved = new ArrayList<>();
        for (Map.Entry<String, Region> each : charts.entrySet()) {
            fx(() -> each.getValue().fireEvent(key(KeyCode.S, true)));
            ChartEvent event = wanted.get(wanted.size() - 1);
            int formats = event.chart().table().isPresent() ? 8 : 7;
            for (int format = 0; format < formats; format++) {
                Choosing dialogs = new Choosing(folder.resolve(each.getKey() + format), format);
                fx(() -> {
                    new ChartSaver(
                                    dialogs,
                                    Background.inline(new ErrorPresenter()),
                                    new Messages(Language.ENGLISH),
                                    saved::add)
                            .save(event);
                    return null;
                });
                assertThat(saved).last().isEqualTo(dialogs.file);
                assertThat(dialogs.kinds).as(each.getKey()).hasSize(formats);
                FileDialogs.Kind kind = dialogs.kinds.get(format);
                offered.add(kind.name());
                assertThat(Files.size(dialogs.file))
                        .as(each.getKey() + " " + kind.name())
                        .isGreaterThan(15);
                if (kind.name().contains("1920")) {
                    BufferedImage slide = ImageIO.read(dialogs.file.toFile());
                    assertThat(List.of(slide.getWidth(), slide.getHeight())).containsExactly(1920, 1080);
                }
            }
        }
        assertThat(offered).hasSize(9); // of pictures TikZ, of tables LaTeX and Markdown
    }

    /** Answers with one file and the format at an index. */
    private static final class Choosing implements FileDialogs {
        private final Path file;
        private final int format;
        private List<Kind> kinds = List.of();

        Choosing(Path file, int format) {
            this.file = file;
            this.format = format;
        }

        @Override
        public Optional<Path> folder(String title) {
            return Optional.empty();
        }

        @Override
        public List<Path> files(String title, List<Kind> all) {
            return List.of();
        }

        @Override
        public Optional<Chosen> saveResult(String title, String suggestedName, List<Kind> all) {
            kinds = all;
            return Optional.of(new Chosen(file, all.get(format)));
        }
    }

    @Test
    void aClickTakesTheFocusSoThatTheKeysAreForThatChart() throws Exception {
        for (Map.Entry<String, Region> each : charts.entrySet()) {
            Region chart = each.getValue();
            fx(() -> chart.fireEvent(new MouseEvent(
                    MouseEvent.MOUSE_PRESSED,
                    5,
                    5,
                    5,
                    5,
                    MouseButton.PRIMARY,
                    1,
                    false,
                    false,
                    false,
                    false,
                    true,
                    false,
                    false,
                    true,
                    false,
                    true,
                    null)));
            assertThat(fx(() -> chart.isFocused())).as(each.getKey()).isTrue();
        }
    }

    @Test
    void cellsOfATableStayNumbersAndTitlesNeverBecomeFormulas() throws Exception {
        fx(() -> charts.get("table").fireEvent(key(KeyCode.S, true)));
        assertThat(wanted.get(0).chart().numbers().csv()).isEqualTo("name,number\r\n'=one,-0.25\r\ntwo,-0.25\r\n");
        fx(() -> charts.get("cells").fireEvent(key(KeyCode.S, true)));
        assertThat(wanted.get(1).chart().numbers().csv()).isEqualTo("name,number\r\nx,1234.5\r\n");
    }

    @Test
    void numbersAndPictureAreCopied() throws Exception {
        fx(() -> charts.get("bars").fireEvent(key(KeyCode.C, true)));
        assertThat(fx(() -> Clipboard.getSystemClipboard().getString())).contains("a\t0.25\nb\t0.75\n");
        fx(() -> charts.get("bars").fireEvent(key(KeyCode.C, false)));
        assertThat(fx(() -> Clipboard.getSystemClipboard().hasImage())).isTrue();
    }

    @Test
    void everyChartIsADrawingForAnySurface() throws Exception {
        FigureFile files = new FigureFile(Palette.LIGHT, Locale.ENGLISH);
        for (Map.Entry<String, Region> each : charts.entrySet()) {
            fx(() -> each.getValue().fireEvent(key(KeyCode.S, true)));
            ChartEvent.Chart chart = wanted.get(wanted.size() - 1).chart();
            String svg = new String(files.of("svg", chart.drawing(), chart.name()), StandardCharsets.UTF_8);
            assertThat(svg).as(each.getKey()).contains("<text", chart.name()).doesNotContain("NaN");
            assertThat(files.of("pdf", chart.drawing(), chart.name()))
                    .as(each.getKey())
                    .startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
        }
    }
}
