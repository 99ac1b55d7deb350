package dev.interestlens.ui.model;

import dev.interestlens.model.Preset;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.Refusals;
import dev.interestlens.ui.control.ConfigForm;
import dev.interestlens.ui.control.Figures;
import dev.interestlens.ui.model.ModelViewModel.Block;
import dev.interestlens.ui.model.ModelViewModel.Made;
import dev.interestlens.ui.model.ModelViewModel.Part;
import dev.interestlens.workspace.Advice;
import dev.interestlens.workspace.ModelSketch;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Shows the families, the switches of one, and what they make. */
public final class ModelController {
    private static final double MIB = 1 << 20;
    private static final double LEAST = 0.6;
    private static final double MOST = 1.8;
    private static final double CARD = 104;
    private static final double ABOUT = 210;

    private final ModelViewModel model;
    private final Messages messages;
    private final ConfigForm form;
    private final Supplier<Parent> teach;
    private final ToggleGroup families = new ToggleGroup();
    private final ToggleGroup presets = new ToggleGroup();

    @FXML
    private HBox familyPlace;

    @FXML
    private HBox presetPlace;

    @FXML
    private VBox formPlace;

    @FXML
    private Label parameters;

    @FXML
    private Label memory;

    @FXML
    private Label refused;

    @FXML
    private Label needsData;

    @FXML
    private Label trainingMemory;

    @FXML
    private Label epoch;

    @FXML
    private Label flowNote;

    @FXML
    private FlowPane flow;

    @FXML
    private FlowPane blocks;

    @FXML
    private HBox changed;

    @FXML
    private Label differences;

    @FXML
    private TableView<Part> parts;

    @FXML
    private HBox advice;

    @FXML
    private Label adviceText;

    @FXML
    private Label adviceWhy;

    @FXML
    private Button adviceChoose;

    @FXML
    private ToggleButton madeTab;

    @FXML
    private ToggleButton teachTab;

    @FXML
    private ScrollPane madePlace;

    @FXML
    private StackPane teachPlace;

    /** @param teach builds the view of what a family computes */
    public ModelController(ModelViewModel model, Messages messages, Refusals refusals, Supplier<Parent> teach) {
        this.teach = teach;
        this.model = model;
        this.messages = messages;
        this.form = new ConfigForm(messages, refusals::of);
    }

    @FXML
    private void initialize() {
        formPlace.getChildren().add(form);
        model.families().forEach(this::addFamily);
        for (Preset preset : Preset.values()) {
            ToggleButton chip = new ToggleButton();
            chip.textProperty().bind(messages.bind("preset." + preset));
            chip.getStyleClass().add("chip");
            chip.setToggleGroup(presets);
            chip.setUserData(preset);
            chip.setOnAction(event -> {
                chip.setSelected(true);
                model.choose(preset);
            });
            presetPlace.getChildren().add(chip);
        }
        form.valueProperty().addListener((observed, before, now) -> {
            if (!now.equals(model.config())) {
                model.set(now);
            }
        });
        model.session().draftProperty().addListener(change -> show());
        model.adviceProperty().addListener(change -> showAdvice());
        showAdvice();
        Parent lesson = teach.get();
        teachPlace.getChildren().setAll(lesson);
        lesson.visibleProperty().bind(teachTab.selectedProperty());
        madePlace.visibleProperty().bind(madeTab.selectedProperty());
        madeTab.setSelected(true);
        madeTab.setOnAction(event -> madeTab.setSelected(true));
        teachTab.setOnAction(event -> teachTab.setSelected(true));
        model.madeProperty().addListener(change -> showMade());
        needsData.visibleProperty().bind(model.session().dataProperty().isNull());
        needsData.managedProperty().bind(needsData.visibleProperty());
        refused.textProperty().bind(model.refusedProperty());
        refused.managedProperty().bind(refused.textProperty().isNotEmpty());
        parts.getColumns()
                .setAll(List.of(
                        column("model.column.name", 260, Part::name),
                        column("model.column.shape", 140, Part::shape),
                        column("model.column.numbers", 110, part -> Figures.count(part.numbers()))));
        parts.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        messages.language().addListener(change -> {
            showDifferences();
            showMade();
            showAdvice();
        });
        show();
        showMade();
    }

    private void addFamily(String id) {
        ToggleButton card = new ToggleButton();
        Label name = new Label();
        name.textProperty().bind(messages.bind("model." + id));
        name.getStyleClass().add("title");
        Label about = new Label();
        about.textProperty().bind(messages.bind("model.about." + id));
        about.getStyleClass().add("note");
        about.setWrapText(true);
        about.setPrefWidth(ABOUT);
        card.setGraphic(new VBox(4, name, about));
        card.getStyleClass().add("family");
        card.setToggleGroup(families);
        card.setUserData(id);
        card.setMaxWidth(Double.MAX_VALUE);
        card.setMinHeight(CARD);
        card.setPrefHeight(CARD);
        card.setMaxHeight(CARD);
        HBox.setHgrow(card, Priority.ALWAYS);
        card.setOnAction(event -> {
            card.setSelected(true);
            model.choose(id);
        });
        familyPlace.getChildren().add(card);
    }

    private TableColumn<Part, String> column(String key, double width, Function<Part, String> text) {
        TableColumn<Part, String> column = new TableColumn<>();
        column.textProperty().bind(messages.bind(key));
        column.setPrefWidth(width);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())));
        return column;
    }

    private void show() {
        Record config = model.config();
        select(families, model.family());
        select(presets, model.presetProperty().get());
        if (!config.equals(form.valueProperty().get())) {
            form.show(config, "model." + model.family(), ModelViewModel::shown, model.presetConfig());
        }
        showDifferences();
        showAdvice();
    }

    private void showDifferences() {
        List<String> texts = new ArrayList<>();
        model.differences().forEach((name, value) -> texts.add(messages.text("model.difference", words(name), value)));
        changed.setVisible(!texts.isEmpty());
        changed.setManaged(!texts.isEmpty());
        differences.setText(messages.text(
                "model.differences",
                messages.text("preset." + model.presetProperty().get()),
                String.join(" · ", texts)));
    }

    /** A switch by its words, those of its group before them. */
    private String words(String name) {
        String family = "model." + model.family() + ".";
        int dot = name.lastIndexOf('.');
        String own = messages.text(family + name);
        return dot < 0
                ? own
                : messages.find(family + name.substring(0, dot))
                        .map(group -> messages.text("model.inGroup", group, own))
                        .orElse(own);
    }

    @FXML
    private void reset() {
        model.reset();
    }

    private void showAdvice() {
        Advice now = model.adviceProperty().get();
        advice.setVisible(now != null);
        advice.setManaged(now != null);
        if (now != null) {
            adviceText.setText(messages.text("model.advice", messages.text("model." + now.family())));
            adviceWhy.setText(String.join(
                    " ",
                    now.reasons().stream()
                            .map(reason -> messages.text("advice." + reason.kind(), figure(reason)))
                            .toList()));
            adviceChoose.setDisable(now.family().equals(model.family()));
        }
    }

    private static String figure(Advice.Reason reason) {
        return switch (reason.kind()) {
            case TIES, REPEATS -> Math.round(100 * reason.figure()) + " %";
            case SHORT_HISTORIES, MIDDLING_HISTORIES, LONG_HISTORIES -> Figures.count(Math.round(reason.figure()));
            default -> Figures.fixed(reason.figure(), 2);
        };
    }

    @FXML
    private void takeAdvice() {
        model.choose(model.adviceProperty().get().family());
    }

    private void showFlow(List<ModelSketch.Tensor> all) {
        flow.getChildren().clear();
        for (ModelSketch.Tensor tensor : all) {
            if (!flow.getChildren().isEmpty()) {
                FontIcon arrow = new FontIcon("fth-arrow-right");
                arrow.getStyleClass().add("flow-arrow");
                flow.getChildren().add(arrow);
            }
            Label name =
                    new Label(messages.find("model.tensor." + tensor.name()).orElse(tensor.name()));
            name.getStyleClass().add("title");
            String shape = tensor.shape().isEmpty()
                    ? "1"
                    : String.join(
                            " × ", tensor.shape().stream().map(String::valueOf).toList());
            Label size =
                    new Label(tensor.count() == 1 ? shape : messages.text("model.tensor.many", tensor.count(), shape));
            size.getStyleClass().add("note");
            VBox box = new VBox(2, name, size);
            box.getStyleClass().addAll("block", "tensor");
            flow.getChildren().add(box);
        }
    }

    private void showBlocks(List<Block> all) {
        blocks.getChildren().clear();
        double whole = all.stream().mapToLong(Block::numbers).sum();
        for (Block block : all) {
            Label name = new Label(block.name());
            name.getStyleClass().add("title");
            Label size = new Label(messages.text(
                    "model.block", Figures.count(block.numbers()), Math.round(100 * block.numbers() / whole)));
            size.getStyleClass().add("note");
            VBox box = new VBox(2, name, size);
            box.getStyleClass().add("block");
            blocks.getChildren().add(box);
        }
    }

    private static void select(ToggleGroup group, Object value) {
        group.getToggles()
                .forEach(toggle -> toggle.setSelected(toggle.getUserData().equals(value)));
    }

    private void showMade() {
        Made made = model.madeProperty().get();
        parameters.setText(made == null ? "–" : Figures.count(made.parameters()));
        memory.setText(made == null ? "–" : messages.text("model.mib", Figures.of(made.bytes() / MIB)));
        trainingMemory.setText(made == null ? "–" : messages.text("model.mib", Figures.of(made.trainingBytes() / MIB)));
        epoch.setText(
                made == null
                        ? "–"
                        : messages.text(
                                "model.epoch.range",
                                Figures.of(made.epochSeconds() * LEAST),
                                Figures.of(made.epochSeconds() * MOST)));
        flowNote.setText(messages.text("model.flow.note", model.historyLength()));
        showFlow(made == null ? List.of() : made.flow());
        showBlocks(made == null ? List.of() : made.blocks());
        parts.getItems().setAll(made == null ? List.of() : made.parts());
    }
}
