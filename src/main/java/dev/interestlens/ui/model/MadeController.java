package dev.interestlens.ui.model;

import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.control.Figures;
import dev.interestlens.ui.model.ModelViewModel.Block;
import dev.interestlens.ui.model.ModelViewModel.Made;
import dev.interestlens.ui.model.ModelViewModel.Part;
import dev.interestlens.workspace.ModelSketch;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Shows what the switches make: sizes, costs, what flows through the model and what it learns. */
public final class MadeController {
    private static final double MIB = 1 << 20;

    /** The guess of an epoch's time is given as a range of so much below and above it. */
    private static final double LEAST = 0.6;

    private static final double MOST = 1.8;

    private final ModelViewModel model;
    private final Messages messages;

    @FXML
    private Label parameters;

    @FXML
    private Label memory;

    @FXML
    private Label trainingMemory;

    @FXML
    private Label epoch;

    @FXML
    private Label needsData;

    @FXML
    private Label refused;

    @FXML
    private Label flowNote;

    @FXML
    private FlowPane flow;

    @FXML
    private FlowPane blocks;

    @FXML
    private TableView<Part> parts;

    public MadeController(ModelViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
    }

    @FXML
    private void initialize() {
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
        messages.language().addListener(change -> showMade());
        showMade();
    }

    private TableColumn<Part, String> column(String key, double width, Function<Part, String> text) {
        TableColumn<Part, String> column = new TableColumn<>();
        column.textProperty().bind(messages.bind(key));
        column.setPrefWidth(width);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())));
        return column;
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
}
