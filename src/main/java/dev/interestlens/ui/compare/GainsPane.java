package dev.interestlens.ui.compare;

import dev.interestlens.measurement.gate.Gate;
import dev.interestlens.measurement.gate.GateIntervals;
import dev.interestlens.measurement.gate.GateWords;
import dev.interestlens.measurement.gate.RunGate;
import dev.interestlens.ui.common.Durations;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.run.JobBar;
import dev.interestlens.ui.control.ChartMenu;
import dev.interestlens.ui.control.Presence;
import dev.interestlens.ui.control.Worded;
import dev.interestlens.ui.control.chart.IntervalPlot;
import dev.interestlens.workspace.RunSummary;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Who gains and who loses: the answer, the groups' intervals on one scale, and users to look at. */
final class GainsPane extends VBox {
    /** Groups at first sight. */
    private static final int FEW = 8;
    /** Groups in one picture. */
    private static final int MANY = 100;

    /** Many groups are scrolled below their read-out. */
    private static final double HIGHEST = 320;

    private final GainsViewModel model;
    private final Messages messages;
    private final Consumer<String> lists;
    private final Label answer = Worded.text("", "sentence");
    private final Button swap;
    private final Button measure;
    private final Button seed = new Button();
    private final ToggleButton more;
    private final Button save;
    private final IntervalPlot plot;
    private final Label readout = Worded.text("", "read-out");
    private final Label scale = Worded.text("", "note");
    private final IntervalPlot ranks;
    private final Label ranksScale = Worded.text("", "note");
    private final Label method = Worded.text("", "note");
    private final ExamplesList losses;
    private final ExamplesList gains;
    private final VBox result;

    /** @param lists shows what both runs recommend to a user */
    GainsPane(GainsViewModel model, Messages messages, Consumer<String> lists) {
        super(8);
        this.model = model;
        this.messages = messages;
        this.lists = lists;
        plot = new IntervalPlot(messages);
        ranks = new IntervalPlot(messages);
        for (Label each : List.of(answer, scale, ranksScale, method)) {
            Worded.wrap(each);
        }
        readout.textProperty()
                .bind(Bindings.when(plot.readoutProperty().isNotEmpty())
                        .then(plot.readoutProperty())
                        .otherwise(Bindings.when(ranks.readoutProperty().isNotEmpty())
                                .then(ranks.readoutProperty())
                                .otherwise(messages.bind("compare.gains.point"))));
        more = Worded.toggle(messages.bind("compare.gains.more"), "chip");
        more.setOnAction(event -> show());
        Presence.when(method, more.selectedProperty());
        swap = button("swap", () -> {
            model.swap();
            open();
        });
        measure = Worded.button(model.offer(), this::open, "chip");
        measure.setId("gains-measure");
        measure.disableProperty().bind(model.job().statusProperty().isNotNull());
        seed.setId("gains-seed");
        seed.getStyleClass().add("chip");
        seed.setMinWidth(Region.USE_PREF_SIZE);
        seed.setOnAction(event -> {
            model.seedless().ifPresent(model::trainSeed);
            show();
        });
        save = Worded.button(messages.bind("measurement.save"), () -> model.save(messages.locale()), "chip");
        save.setId("gains-save");
        FlowPane bar = new FlowPane(8, 4, swap, measure, more, save, seed);
        bar.setAlignment(Pos.CENTER_LEFT);
        losses = new ExamplesList("compare.gains.losses", messages);
        gains = new ExamplesList("compare.gains.gains", messages);
        losses.besides(gains);
        HBox users = new HBox(16, losses, gains);
        for (Region each : List.of(losses, gains)) {
            HBox.setHgrow(each, Priority.ALWAYS);
        }
        result = new VBox(8, scale, readout, groups(), ranksScale, ranks, method, users, actions());
        setPadding(new Insets(0, 14, 0, 0)); // for the scroll bar
        getChildren().setAll(answer, bar, new JobBar(messages, model.job()), result);
        ChartMenu.name(plot, answer::getText);
        ChartMenu.name(ranks, ranksScale::getText);
        messages.keepShown(this::show, model.measured());
    }

    private Button button(String name, Runnable action) {
        Button button = Worded.button(messages.bind("compare.gains." + name), action, "chip");
        button.setId("gains-" + name);
        return button;
    }

    private ScrollPane groups() {
        ScrollPane pane = new ScrollPane(plot);
        pane.setFitToWidth(true);
        pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        pane.getStyleClass().add("quiet-scroll");
        pane.prefHeightProperty().bind(Bindings.min(plot.minHeightProperty(), HIGHEST));
        pane.setMinHeight(Region.USE_PREF_SIZE);
        return pane;
    }

    private FlowPane actions() {
        Button both = button("lists", () -> chosen((of, example) -> lists.accept(example.user())));
        Button recommend = button("recommend", () -> chosen(model::recommend));
        Button explain = button("explain", () -> chosen(model::explain));
        for (Button each : List.of(both, recommend, explain)) {
            each.disableProperty()
                    .bind(losses.selectedProperty()
                            .isNull()
                            .and(gains.selectedProperty().isNull()));
        }
        for (ExamplesList list : List.of(losses, gains)) {
            list.setOnOpened(() -> chosen(model::explain));
        }
        FlowPane actions = new FlowPane(8, 4, both, recommend, explain);
        actions.setAlignment(Pos.CENTER_LEFT);
        return actions;
    }

    private void chosen(BiConsumer<RunGate, Gate.Example> then) {
        Gate.Example example = losses.selectedProperty().get() == null
                ? gains.selectedProperty().get()
                : losses.selectedProperty().get();
        if (example != null) {
            model.asked().ifPresent(of -> then.accept(of, example));
        }
    }

    /** The tab is shown: measures, if that was not done yet. */
    void open() {
        model.measure();
        show();
    }

    /** Shows what is known of the chosen runs. */
    void show() {
        Optional<RunGate> asked = model.asked();
        Gate gate = model.found().orElse(null);
        Presence.set(swap, asked.isPresent());
        Presence.set(measure, asked.isPresent() && gate == null);
        Presence.set(more, gate != null);
        Presence.set(save, gate != null);
        Presence.set(result, gate != null);
        showSeed();
        if (gate == null) {
            answer.setText(asked.map(of -> messages.text("compare.gains.asked", name(of, false), name(of, true)))
                    .orElseGet(() -> messages.text("compare.gains.two")));
            return;
        }
        GateWords words = new GateWords(gate);
        answer.setText(words.answer().in(messages.locale()));
        List<Gate.Group> drawn =
                gate.groups().stream().limit(more.isSelected() ? MANY : FEW).toList();
        showRanks(drawn);
        plot.setData(GateIntervals.differences(drawn));
        scale.setText(messages.text("compare.gains.scale", words.figure().in(messages.locale())));
        method.setText(method(gate, words));
        losses.show(gate.examples().losses());
        gains.show(gate.examples().gains());
    }

    /** The intervals that decide where the figure's hold 0: how much further down the true items stand. */
    private void showRanks(List<Gate.Group> drawn) {
        boolean any = drawn.stream().anyMatch(Gate.Group::byRanksAlone);
        Presence.set(ranks, any);
        Presence.set(ranksScale, any);
        ranksScale.setText(messages.text("compare.gains.ranksScale"));
        ranks.setData(GateIntervals.ranks(drawn));
    }

    private String method(Gate gate, GateWords words) {
        String all =
                words.more().stream().map(line -> line.in(messages.locale())).collect(Collectors.joining("\n")) + "\n"
                        + words.basis().in(messages.locale());
        int rest = gate.groups().size() - MANY;
        return rest > 0 ? all + "\n" + messages.text("compare.gains.rest", rest) : all;
    }

    private String name(RunGate of, boolean after) {
        return model.nameOf(after ? of.after() : of.before());
    }

    private void showSeed() {
        Optional<RunSummary> seedless = model.seedless();
        Presence.set(seed, seedless.isPresent());
        seedless.ifPresent(run -> seed.setText(messages.text(
                "compare.gains.seed", run.name(), Durations.of(run.progress().seconds(), messages))));
    }
}
