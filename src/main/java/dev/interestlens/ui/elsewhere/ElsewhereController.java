package dev.interestlens.ui.elsewhere;

import dev.interestlens.figure.Numerals;
import dev.interestlens.foreign.Contract;
import dev.interestlens.foreign.TriedNumbering;
import dev.interestlens.foreign.mapping.MappedInput;
import dev.interestlens.foreign.mapping.Mapping;
import dev.interestlens.ui.common.ViewSource;
import dev.interestlens.ui.common.ViewValues;
import dev.interestlens.ui.control.Named;
import dev.interestlens.ui.control.TableMenu;
import dev.interestlens.ui.control.Worded;
import dev.interestlens.ui.elsewhere.ElsewhereViewModel.InputRow;
import dev.interestlens.ui.elsewhere.ElsewhereViewModel.Page;
import dev.interestlens.ui.elsewhere.ElsewhereViewModel.Shown;
import java.util.Locale;
import java.util.concurrent.Callable;
import javafx.beans.binding.StringBinding;
import javafx.fxml.FXML;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** Shows one page after the other. */
public final class ElsewhereController implements ViewSource {
    private final ElsewhereViewModel model;

    @FXML
    private ScrollPane content;

    public ElsewhereController(ElsewhereViewModel model) {
        this.model = model;
    }

    @Override
    public void give(ViewValues view) {
        view.action("back", model::back);
        view.action("next", model::next);
        view.value("busy", model.busyProperty());
        view.value("refused", model.refusedProperty());
        view.value("cannotGoBack", model.busyProperty().or(model.pageProperty().isEqualTo(Page.INPUTS)));
        view.value("cannotGoOn", model.busyProperty().or(model.shownProperty().isNull()));
        view.value("headline", ofPage(() -> text("elsewhere." + page())));
        view.value("about", ofPage(() -> text("elsewhere." + page() + ".about")));
        view.value(
                "nextText",
                ofPage(() -> text(model.pageProperty().get() == Page.CONTRACT ? "elsewhere.open" : "elsewhere.next")));
    }

    @FXML
    private void initialize() {
        model.messages().keepShown(this::show, model.pageProperty(), model.shownProperty());
    }

    private String text(String key, Object... values) {
        return model.messages().text(key, values);
    }

    private StringBinding ofPage(Callable<String> text) {
        return model.messages().bind(text, model.pageProperty());
    }

    private String page() {
        return model.pageProperty().get().name().toLowerCase(Locale.ROOT);
    }

    private void show() {
        Shown shown = model.shownProperty().get();
        boolean untried = model.pageProperty().get() == Page.CONTRACT
                && shown != null
                && shown.verdicts().isEmpty();
        content.setContent(
                shown == null || untried
                        ? waiting(untried ? "elsewhere.trying" : "elsewhere.waiting")
                        : switch (model.pageProperty().get()) {
                            case INPUTS -> inputs(shown);
                            case NUMBERING -> numbering(shown);
                            case CONTRACT -> contract(shown);
                        });
    }

    private Label waiting(String key) {
        return Worded.text(text(key), "note");
    }

    private void heads(GridPane grid, int row, int from, String... keys) {
        for (int i = 0; i < keys.length; i++) {
            grid.add(keys[i].isEmpty() ? new Label() : Worded.text(text(keys[i]), "note"), from + i, row);
        }
    }

    private Node inputs(Shown shown) {
        GridPane grid = table();
        heads(
                grid,
                0,
                0,
                "elsewhere.input.name",
                "elsewhere.input.role",
                "elsewhere.input.field",
                "elsewhere.input.values");
        int at = 1;
        for (InputRow row : shown.inputs()) {
            MappedInput part = row.part();
            String name = part.columns() == null
                    ? row.input().name()
                    : row.input().name() + " [" + part.columns().get(0) + ":"
                            + part.columns().get(1) + "]";
            Label values = Worded.text(row.values(), "note");
            Label sure = Worded.text(
                    text(part.sure() ? "elsewhere.certain" : "elsewhere.look"), part.sure() ? "note" : "warning-note");
            grid.addRow(at++, new Label(name), role(row.input(), part), new Label(field(part)), values, sure);
        }
        return grid;
    }

    private static String field(MappedInput part) {
        return part.field() == null ? "" : part.field();
    }

    /** Certain roles are shown, others can be chosen. */
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
        roles.setConverter(new Named<>(role -> roleWords(role)));
        roles.setAccessibleText(text("elsewhere.input.role") + ": " + input.name());
        roles.setValue(part.role());
        roles.valueProperty().addListener((observed, before, now) -> model.role(input, now));
        return roles;
    }

    private String roleWords(Mapping.Role role) {
        return text("elsewhere.role." + role.name());
    }

    private Node numbering(Shown shown) {
        GridPane grid = table();
        int row = 0;
        String field = "";
        ToggleGroup group = new ToggleGroup();
        for (int i = 0; i < shown.numbers().size(); i++) {
            TriedNumbering line = shown.numbers().get(i).line();
            if (!line.field().equals(field)) {
                field = line.field();
                group = new ToggleGroup();
                Button file = new Button(text("elsewhere.numbering.file"));
                file.setAccessibleText(field + ": " + text("elsewhere.numbering.file"));
                String of = field;
                file.setOnAction(event -> model.numbersFromFile(of));
                grid.add(Worded.text(field, "title"), 0, row);
                heads(grid, row, 1, "elsewhere.numbering.auc", "elsewhere.numbering.rows", "elsewhere.numbering.below");
                grid.add(file, 4, row++);
            }
            RadioButton choice =
                    new RadioButton(line.words().in(model.messages().locale()));
            choice.setToggleGroup(group);
            choice.setSelected(shown.numbers().get(i).chosen());
            int index = i;
            choice.setOnAction(event -> model.choose(index));
            grid.addRow(
                    row++,
                    choice,
                    new Label(Numerals.fixed(line.auc(), 4)),
                    Worded.text(String.valueOf(line.rows()), "note"),
                    Worded.text(interval(line), "note"),
                    Worded.text(line.clear() ? "" : text("elsewhere.numbering.unclear"), "warning-note"));
        }
        return grid;
    }

    private static String interval(TriedNumbering line) {
        return Double.isNaN(line.below()) || line.below() == 0
                ? ""
                : String.format(Locale.ROOT, "%.4f [%.4f, %.4f]", line.below(), line.low(), line.high());
    }

    /** Failed checks, then warnings, then passed checks, each with a mark. */
    private Node contract(Shown shown) {
        GridPane grid = grid();
        grid.setHgap(8);
        int row = 0;
        String before = "";
        for (Contract.Verdict verdict : shown.verdicts()) {
            String kind = verdict.failed() ? "failed" : verdict.passed() == null ? "noted" : "passed";
            if (!kind.equals(before)) {
                before = kind;
                grid.add(Worded.text(text("elsewhere.contract." + kind), "title"), 0, row++, 2, 1);
            }
            Label mark = new Label(verdict.failed() ? "✗" : verdict.passed() == null ? "·" : "✓");
            Label words = new Label(verdict.words().in(model.messages().locale()));
            Worded.wrap(words);
            if (verdict.failed()) {
                mark.getStyleClass().add("danger-note");
                words.getStyleClass().add("danger-note");
            }
            mark.setMinWidth(Label.USE_PREF_SIZE);
            GridPane.setValignment(mark, VPos.TOP);
            GridPane.setHgrow(words, Priority.ALWAYS);
            grid.addRow(row++, mark, words);
        }
        return grid;
    }

    private GridPane table() {
        GridPane grid = grid();
        TableMenu.on(grid, model.messages());
        return grid;
    }

    private static GridPane grid() {
        GridPane grid = new GridPane();
        grid.setHgap(16);
        grid.setVgap(8);
        return grid;
    }
}
