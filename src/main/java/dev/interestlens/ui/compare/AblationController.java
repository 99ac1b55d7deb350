package dev.interestlens.ui.compare;

import dev.interestlens.figure.Numerals;
import dev.interestlens.measurement.compare.Ablation;
import dev.interestlens.measurement.compare.AblationTable;
import dev.interestlens.measurement.compare.Spread;
import dev.interestlens.model.config.Preset;
import dev.interestlens.model.family.AblationVariant;
import dev.interestlens.ui.common.Durations;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.run.MeasurementPane;
import dev.interestlens.ui.control.Changes;
import dev.interestlens.ui.control.CommandOffer;
import dev.interestlens.ui.control.OneOf;
import dev.interestlens.ui.control.Presence;
import dev.interestlens.ui.control.TableColumns;
import dev.interestlens.ui.control.TableMenu;
import dev.interestlens.ui.control.Worded;
import java.util.List;
import java.util.OptionalDouble;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;

/** Shows the ablation wizard and its table. */
public final class AblationController {
    private static final int DECIMALS = 4;
    private static final double ROW = 28;
    private static final double HEAD = 34;

    /** Rows for which there is room at least, where the placeholder stands. */
    private static final int ROOM = 3;

    private final AblationViewModel model;
    private final Messages messages;
    private final MeasurementPane<?> worth;
    private final OneOf families = new OneOf();
    private final OneOf presets = new OneOf();
    private final OneOf seeds = new OneOf();

    @FXML
    private Pane familyPlace;

    @FXML
    private Pane presetPlace;

    @FXML
    private Pane seedPlace;

    @FXML
    private VBox variants;

    @FXML
    private Label with;

    @FXML
    private Button start;

    @FXML
    private ChoiceBox<String> batch;

    @FXML
    private TableView<AblationTable.Row> table;

    @FXML
    private VBox worthPlace;

    public AblationController(AblationViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        this.worth = new MeasurementPane<>(model.worth(), messages);
    }

    @FXML
    private void initialize() {
        start.setOnAction(event -> model.start());
        TableMenu.on(table, messages);
        table.setFixedCellSize(ROW);
        table.prefHeightProperty()
                .bind(Bindings.size(table.getItems()).map(rows -> HEAD + ROW * Math.max(ROOM, rows.intValue())));
        for (Ablation each : Ablation.published()) {
            chip(
                    familyPlace,
                    families,
                    each,
                    messages.bindFamily(each.family(), "title"),
                    () -> model.ablationProperty().set(each));
        }
        for (Preset each : Preset.general()) {
            chip(presetPlace, presets, each, messages.bind("preset." + each), () -> model.presetProperty()
                    .set(each));
        }
        for (int each : new int[] {1, 3, 5}) {
            chip(seedPlace, seeds, each, messages.bind("ablation.seeds." + each), () -> model.seedsProperty()
                    .set(each));
        }
        start.disableProperty().bind(model.canStart().not());
        batch.setItems(model.batches());
        batch.visibleProperty().bind(model.batchProperty().isNotNull());
        batch.valueProperty().bindBidirectional(model.batchProperty());
        table.getColumns()
                .setAll(List.of(
                        TableColumns.text(messages.bind("ablation.variant"), 220, this::name),
                        TableColumns.number(messages.bind("ablation.valid"), 140, row -> spread(row.valid())),
                        TableColumns.number(
                                messages.bind("ablation.done"),
                                70,
                                row -> messages.text("train.of", row.done(), row.wanted()))));
        Label none = Worded.label(messages.bind("ablation.none"), "note");
        table.setPlaceholder(none);
        worthPlace.getChildren().add(worth);
        worth.offerSlides(worthPlace);
        CommandOffer.on(worthPlace, worth::command);
        Changes.call(this::showCount, model.draftProperty());
        messages.keepShown(this::showWizard, model.ablationProperty(), model.presetProperty(), model.seedsProperty());
        messages.keepShown(this::showTable, model.tableProperty());
    }

    private void chip(Pane place, OneOf group, Object value, ObservableValue<String> text, Runnable choose) {
        ToggleButton chip = new ToggleButton();
        chip.textProperty().bind(text);
        chip.getStyleClass().add("chip");
        group.add(chip, value, choose);
        place.getChildren().add(chip);
    }

    private void showWizard() {
        families.show(model.ablationProperty().get());
        presets.show(model.presetProperty().get());
        seeds.show(model.seedsProperty().get());
        variants.getChildren().clear();
        String family = model.ablationProperty().get().family();
        for (AblationVariant variant : model.variants()) {
            CheckBox box = new CheckBox(model.name(family, variant.id()));
            box.setSelected(!model.left().contains(variant.id()));
            box.setDisable(variant.id().equals(AblationVariant.FULL));
            box.setWrapText(true);
            box.setOnAction(event -> {
                if (box.isSelected()) {
                    model.left().remove(variant.id());
                } else {
                    model.left().add(variant.id());
                }
                showCount();
            });
            variants.getChildren().add(box);
        }
        showCount();
    }

    private void showCount() {
        String words = messages.text("ablation.start", model.runCount());
        OptionalDouble seconds = model.seconds();
        start.setText(
                seconds.isPresent()
                        ? messages.text("job.offer", words, Durations.of(seconds.getAsDouble(), messages))
                        : words);
        var length = model.training().length();
        with.setText(messages.text(
                length.epochs() > 0 ? "ablation.with" : "ablation.with.steps",
                length.epochs() > 0 ? length.epochs() : length.steps(),
                Numerals.of(model.training().updates().learningRate()),
                model.training().seed()));
    }

    private void showTable() {
        AblationTable now = model.tableProperty().get();
        table.getItems().setAll(now == null ? List.of() : now.rows());
        worth.setRuns(model.finished());
        Presence.set(worth, model.finished().size() > 1);
    }

    private String name(AblationTable.Row row) {
        return model.name(model.tableProperty().get().family(), row.variant());
    }

    private String spread(Spread spread) {
        if (spread == null) {
            return "–";
        }
        String mean = Numerals.fixed(spread.mean(), DECIMALS);
        return spread.count() < 2
                ? mean
                : messages.text("ablation.spread", mean, Numerals.fixed(spread.deviation(), DECIMALS));
    }
}
