package dev.interestlens.ui.elsewhere;

import dev.interestlens.foreign.Contract;
import dev.interestlens.foreign.Opening;
import dev.interestlens.foreign.mapping.MappedInput;
import dev.interestlens.foreign.mapping.Mapping;
import dev.interestlens.ui.elsewhere.ElsewhereViewModel.InputRow;
import dev.interestlens.ui.elsewhere.ElsewhereViewModel.Page;
import dev.interestlens.ui.elsewhere.ElsewhereViewModel.Shown;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** Shows one page after the other. */
public final class ElsewhereController {
    private final ElsewhereViewModel model;

    @FXML
    private VBox root;

    @FXML
    private Label headline;

    @FXML
    private Label about;

    @FXML
    private Label refused;

    @FXML
    private ProgressBar progress;

    @FXML
    private ScrollPane content;

    @FXML
    private Button back;

    @FXML
    private Button next;

    public ElsewhereController(ElsewhereViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        progress.visibleProperty().bind(model.busyProperty());
        refused.textProperty().bind(model.refusedProperty());
        refused.managedProperty().bind(refused.textProperty().isNotEmpty());
        back.disableProperty().bind(model.busyProperty().or(model.pageProperty().isEqualTo(Page.INPUTS)));
        next.disableProperty()
                .bind(model.busyProperty().or(model.shownProperty().isNull()));
        next.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> text(model.pageProperty().get() == Page.CONTRACT ? "elsewhere.open" : "elsewhere.next"),
                        model.pageProperty(),
                        model.messages().language()));
        model.pageProperty().addListener(change -> show());
        model.shownProperty().addListener(change -> show());
        model.messages().language().addListener(change -> show());
        show();
    }

    private String text(String key, Object... values) {
        return model.messages().text(key, values);
    }

    @FXML
    private void next() {
        model.next();
    }

    @FXML
    private void back() {
        model.back();
    }

    private void show() {
        String page = model.pageProperty().get().name().toLowerCase(Locale.ROOT);
        headline.setText(text("elsewhere." + page));
        about.setText(text("elsewhere." + page + ".about"));
        Shown shown = model.shownProperty().get();
        content.setContent(
                shown == null
                        ? new Label(text("elsewhere.waiting"))
                        : switch (model.pageProperty().get()) {
                            case INPUTS -> inputs(shown);
                            case NUMBERING -> numbering(shown);
                            case CONTRACT -> contract(shown);
                        });
    }

    private Node inputs(Shown shown) {
        GridPane grid = grid();
        int at = 0;
        for (InputRow row : shown.inputs()) {
            MappedInput part = row.part();
            String name = part.columns() == null
                    ? row.input().name()
                    : row.input().name() + " [" + part.columns().get(0) + ":"
                            + part.columns().get(1) + "]";
            Label sure = new Label(text(part.sure() ? "elsewhere.certain" : "elsewhere.look"));
            sure.getStyleClass().add(part.sure() ? "note" : "warning-note");
            Label values = new Label(row.values());
            values.getStyleClass().add("note");
            grid.addRow(at++, new Label(name), role(row.input(), part), new Label(field(part)), sure, values);
        }
        return grid;
    }

    private static String field(MappedInput part) {
        return part.field() == null ? "" : part.field();
    }

    /** Certain roles are said, others are asked. */
    private Node role(MappedInput input, MappedInput part) {
        if (part.sure() || part != input) {
            return new Label(roleWords(part.role()));
        }
        ComboBox<Mapping.Role> roles = new ComboBox<>();
        roles.getItems()
                .setAll(
                        Mapping.Role.HISTORY,
                        Mapping.Role.CANDIDATE,
                        Mapping.Role.USER,
                        Mapping.Role.LENGTH,
                        Mapping.Role.MASK,
                        Mapping.Role.UNUSED);
        roles.setConverter(new StringConverter<>() {
            @Override
            public String toString(Mapping.Role role) {
                return role == null ? "" : roleWords(role);
            }

            @Override
            public Mapping.Role fromString(String words) {
                return null;
            }
        });
        roles.setValue(part.role());
        roles.valueProperty().addListener((observed, before, now) -> model.role(input, now));
        return roles;
    }

    private String roleWords(Mapping.Role role) {
        return text("elsewhere.role." + role.name());
    }

    private Node numbering(Shown shown) {
        GridPane grid = grid();
        int row = 0;
        String field = "";
        ToggleGroup group = new ToggleGroup();
        for (int i = 0; i < shown.numbers().size(); i++) {
            Opening.Line line = shown.numbers().get(i).line();
            if (!line.field().equals(field)) {
                field = line.field();
                group = new ToggleGroup();
                Label title = new Label(field);
                title.getStyleClass().add("subhead");
                Button file = new Button(text("elsewhere.numbering.file"));
                String of = field;
                file.setOnAction(event -> model.numbersFromFile(of));
                grid.addRow(row++, title, new Label(text("elsewhere.numbering.auc")), new Label(""), file);
            }
            RadioButton choice = new RadioButton(line.numbering());
            choice.setToggleGroup(group);
            choice.setSelected(shown.numbers().get(i).chosen());
            int index = i;
            choice.setOnAction(event -> model.choose(index));
            Label clear = new Label(line.clear() ? "" : text("elsewhere.numbering.unclear"));
            clear.getStyleClass().add("warning-note");
            grid.addRow(
                    row++, choice, new Label(String.format(Locale.ROOT, "%.4f", line.auc())), interval(line), clear);
        }
        return grid;
    }

    private static Label interval(Opening.Line line) {
        Label label = new Label(
                Double.isNaN(line.below()) || line.below() == 0
                        ? ""
                        : String.format(Locale.ROOT, "−%.4f [%.4f, %.4f]", line.below(), line.low(), line.high()));
        label.getStyleClass().add("note");
        return label;
    }

    private Node contract(Shown shown) {
        VBox all = new VBox(10);
        for (Contract.Verdict verdict : shown.verdicts()) {
            String mark = verdict.failed() ? "✗ " : verdict.passed() == null ? "· " : "✓ ";
            Label label = new Label(mark + verdict.words().in(model.messages().locale()));
            label.setWrapText(true);
            label.setMinHeight(Label.USE_PREF_SIZE);
            if (verdict.failed()) {
                label.getStyleClass().add("danger-note");
            } else if (verdict.passed() == null) {
                label.getStyleClass().add("note");
            }
            all.getChildren().add(label);
        }
        return all;
    }

    private static GridPane grid() {
        GridPane grid = new GridPane();
        grid.setHgap(20);
        grid.setVgap(8);
        return grid;
    }

    /** What is shown. */
    public VBox root() {
        return root;
    }
}
