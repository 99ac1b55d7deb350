package dev.interestlens.ui.explain;

import dev.interestlens.explain.fidelity.FidelityReport;
import dev.interestlens.explain.fidelity.FidelityReport.Found;
import dev.interestlens.explain.fidelity.FidelityReport.NoControl;
import dev.interestlens.explain.fidelity.FidelityReport.Planted;
import dev.interestlens.explain.fidelity.FidelityReport.Truth;
import dev.interestlens.explain.picture.Panel;
import dev.interestlens.explain.picture.Picture;
import dev.interestlens.explain.words.Text;
import dev.interestlens.export.report.FidelityPanels;
import dev.interestlens.export.report.FidelityWords;
import dev.interestlens.export.report.MeasuredFidelity;
import dev.interestlens.figure.Drawing;
import dev.interestlens.figure.Numerals;
import dev.interestlens.figure.Stacked;
import dev.interestlens.figure.data.IntervalData;
import dev.interestlens.measurement.trust.TrustPanels;
import dev.interestlens.ui.common.JobStatus;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.control.Changes;
import dev.interestlens.ui.control.ChartMenu;
import dev.interestlens.ui.control.TableMenu;
import dev.interestlens.ui.control.Worded;
import dev.interestlens.ui.control.chart.IntervalPlot;
import dev.interestlens.ui.explain.picture.PictureNode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * The fidelity of the explanations of the whole run: every measure as a plot beside its baselines, the controls, the known truth, and how often causes
 * that were planted in the log are found. Starts the measurement.
 */
final class FidelityView extends BeyondView {
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.systemDefault());
    private static final double BAR = 180;
    private static final double GAP = 24;

    /** Two plots with their texts beside each other. */
    private static final double TWO_COLUMNS = 680;

    private final FidelityViewModel fidelity;
    private final ProgressBar bar = new ProgressBar();
    private final Label stage = Worded.text("", "note");
    private final List<VBox> cells = new ArrayList<>();
    private final GridPane grid = new GridPane(32, 20);

    FidelityView(ExplainViewModel model, Messages messages) {
        super(Side.FIDELITY, model, messages);
        fidelity = model.fidelity();
        bar.setPrefWidth(BAR);
        grid.widthProperty().addListener((observed, before, now) -> {
            if (columns(before.doubleValue()) != columns(now.doubleValue())) {
                arrange();
            }
        });
        Changes.call(this::show, fidelity.measuredProperty(), model.believed().knownProperty());
        fidelity.runningProperty().addListener((observed, before, now) -> {
            if (before == null || now == null) {
                show();
            } else {
                follow(now);
            }
        });
    }

    @Override
    void draw() {
        MeasuredFidelity now = fidelity.measuredProperty().get();
        JobStatus running = fidelity.runningProperty().get();
        if (running == null) {
            measuring(now == null ? "explain.fidelity.measure" : "explain.fidelity.again", false);
            boolean seeds = now != null && now.report().seeds().isPresent();
            if (!seeds) {
                measuring("explain.fidelity.retrain", true);
            }
        } else {
            action("explain.fidelity.cancel", fidelity::cancel);
            follow(running);
            HBox line = new HBox(8, bar, stage);
            line.setAlignment(Pos.CENTER_LEFT);
            getChildren().add(line);
        }
        List<Drawing> drawings = new ArrayList<>();
        cells.clear();
        model.believed().knownProperty().get().report().ifPresent(found -> {
            TrustPanels.of(found).panels().forEach(this::cell);
            drawings.add(TrustPanels.of(found).drawing());
        });
        if (now == null) {
            say(messages.text(running == null ? "explain.fidelity.none" : "explain.fidelity.about"));
        } else {
            action("explain.fidelity.save", fidelity::save);
            say(about(now));
            plots(now.report());
            drawings.add(FidelityPanels.drawing(now.report()));
        }
        if (!drawings.isEmpty()) {
            arrange();
            getChildren().add(grid);
            shows(new Stacked(drawings, GAP));
        }
    }

    private String about(MeasuredFidelity now) {
        FidelityReport report = now.report();
        return messages.text(
                        "explain.fidelity.measured",
                        Numerals.count(report.all().samples()),
                        Numerals.count(report.users()),
                        WHEN.format(Instant.ofEpochSecond(now.source().created())))
                + (now.older() ? messages.text("explain.beyond.space") + messages.text("explain.fidelity.older") : "");
    }

    private void measuring(String key, boolean retrains) {
        button(fidelity.offer(key, retrains), () -> fidelity.measure(retrains));
    }

    private void action(String key, Runnable work) {
        button(messages.text(key), work);
    }

    private void button(String words, Runnable work) {
        Button button = new Button(words);
        button.setOnAction(event -> work.run());
        offer(button);
    }

    private void follow(JobStatus now) {
        bar.setProgress(now.fraction());
        stage.setText(fidelity.isOfThisRun() ? now.detail() : messages.text("explain.fidelity.other", now.detail()));
    }

    private void plots(FidelityReport report) {
        Map<Boolean, List<Panel>> panels =
                FidelityPanels.of(report).stream().collect(Collectors.partitioningBy(FidelityPanels::isBelowControls));
        panels.get(false).forEach(this::cell);
        controls(report);
        if (report.seeds().isEmpty()) {
            cell("explain.fidelity.seeds", "", untrained("explain.fidelity.seeds.none"));
        }
        panels.get(true).forEach(this::cell);
        report.planted().ifPresent(this::planted);
    }

    private static int columns(double width) {
        return width < TWO_COLUMNS ? 1 : 2;
    }

    private void arrange() {
        int columns = columns(grid.getWidth());
        grid.getColumnConstraints().clear();
        for (int i = 0; i < columns; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / columns);
            grid.getColumnConstraints().add(column);
        }
        grid.getChildren().clear();
        for (int i = 0; i < cells.size(); i++) {
            grid.add(cells.get(i), i % columns, i / columns);
        }
    }

    private void cell(Panel panel) {
        Picture picture = panel.pictures().get(0);
        IntervalPlot plot = new IntervalPlot(messages);
        plot.setData((IntervalData) picture.data());
        PictureNode.draws(plot.menu(), picture);
        ChartMenu.name(plot, () -> drawn.text(picture.title()));
        Label readout = Worded.text("", "read-out");
        readout.textProperty().bind(plot.readoutProperty());
        VBox content = new VBox(2, plot, readout);
        if (!panel.finding().en().isEmpty()) {
            content.getChildren().add(0, note(panel.finding()));
        }
        cell(drawn.text(panel.title()), drawn.text(picture.note()), content);
    }

    private void controls(FidelityReport report) {
        VBox sentences = new VBox(8);
        report.controls().forEach(control -> sentences
                .getChildren()
                .add(
                        control.missing() == NoControl.NOT_TRAINED
                                ? untrained("explain.fidelity.notTrained")
                                : note(FidelityWords.control(control))));
        cell("explain.fidelity.controls", "explain.fidelity.controls.about", sentences);
    }

    private void planted(Planted planted) {
        GridPane table = new GridPane(16, 4);
        TableMenu.on(table, messages);
        int column = 1;
        for (Map.Entry<Text, Truth> order : FidelityWords.orders(planted).entrySet()) {
            table.add(whole(Worded.text(drawn.text(order.getKey()), "note")), column, 0);
            for (Found found : Found.values()) {
                String mean = Numerals.fixed(order.getValue().mean(found), 3);
                table.add(whole(new Label(mean)), column, 1 + found.ordinal());
            }
            column++;
        }
        for (Found found : Found.values()) {
            table.add(wrapped(drawn.text(FidelityWords.found(found))), 0, 1 + found.ordinal());
        }
        VBox content = new VBox(8, table);
        FidelityWords.groups(planted.groups())
                .forEach(text -> content.getChildren().add(note(text)));
        cell("explain.fidelity.planted", "", content);
    }

    private static Label whole(Label label) {
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    /** Title and explanation by their keys, or as they are. */
    private void cell(String title, String about, Node content) {
        boolean keys = title.startsWith("explain.");
        VBox cell = new VBox(4, wrapped(keys ? messages.text(title) : title, "plot-title"));
        if (!about.isEmpty()) {
            cell.getChildren().add(wrapped(keys ? messages.text(about) : about));
        }
        cell.getChildren().add(content);
        cell.setMinWidth(0);
        cells.add(cell);
    }

    /** A note that something is missing, with the button that makes it. */
    private Label untrained(String key) {
        return wrapped(messages.text(key, messages.text("explain.fidelity.retrain")));
    }

    private Label note(Text text) {
        return wrapped(drawn.text(text));
    }

    private static Label wrapped(String text) {
        return wrapped(text, "note");
    }

    private static Label wrapped(String text, String style) {
        return Worded.wrap(Worded.text(text, style));
    }
}
