package dev.interestlens.ui.data;

import dev.interestlens.figure.Numerals;
import dev.interestlens.ui.common.ListedData;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.OpenDataset;
import dev.interestlens.ui.common.ViewSource;
import dev.interestlens.ui.common.ViewValues;
import dev.interestlens.ui.control.Changes;
import dev.interestlens.ui.control.Named;
import dev.interestlens.ui.data.DatasetsViewModel.Doomed;
import dev.interestlens.workspace.data.DatasetLabel;
import java.util.List;
import javafx.beans.binding.BooleanBinding;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

/** Lists the data sets, opens one, and lets a person name and remove them. */
public final class DatasetsController implements ViewSource {
    private static final List<String> UNITS = List.of("B", "kB", "MB", "GB");

    private final DatasetsViewModel model;
    private final Messages messages;
    private boolean marking;

    @FXML
    private ListView<ListedData> datasets;

    @FXML
    private TextField called;

    @FXML
    private Button delete;

    DatasetsController(DatasetsViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
    }

    @Override
    public void give(ViewValues view) {
        view.action("askToDelete", this::askToDelete);
        view.action("delete", model::delete);
        view.action("keep", model::keep);
        view.value("deleting", model.deletingProperty().isNotNull());
        view.value("sure", messages.about(model.deletingProperty(), this::sure));
    }

    @FXML
    private void initialize() {
        datasets.setCellFactory(Named.cells(ListedData::name));
        datasets.getSelectionModel().selectedItemProperty().addListener((observed, before, now) -> choose(now));
        datasets.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DELETE && !delete.isDisabled()) {
                askToDelete();
            }
        });
        BooleanBinding none =
                datasets.getSelectionModel().selectedItemProperty().isNull();
        called.disableProperty().bind(none.or(model.locked()));
        delete.disableProperty().bind(none.or(model.locked()));
        called.setOnAction(event -> rename());
        Changes.callWhenLeft(called, this::rename);
        Changes.call(model::keep, model.session().dataProperty()); // the confirmation was about the previous data set
        Changes.call(this::mark, model.all(), model.session().dataProperty());
        mark();
    }

    private ListedData selected() {
        return datasets.getSelectionModel().getSelectedItem();
    }

    private void choose(ListedData now) {
        called.setText(now == null ? "" : now.label().name());
        called.setPromptText(now == null ? "" : DatasetLabel.NONE.nameOf(now.folder()));
        OpenDataset open = model.session().dataProperty().get();
        if (now != null && !marking && (open == null || !open.folder().equals(now.folder()))) {
            model.keep();
            model.open(now);
        }
    }

    /** Shows the data sets and marks the open one: a new list would choose another one by itself. */
    private void mark() {
        OpenDataset open = model.session().dataProperty().get();
        marking = true;
        if (!datasets.getItems().equals(model.all())) {
            datasets.getItems().setAll(model.all());
        }
        model.all().stream()
                .filter(each -> open != null && each.folder().equals(open.folder()))
                .findFirst()
                .ifPresentOrElse(datasets.getSelectionModel()::select, datasets.getSelectionModel()::clearSelection);
        marking = false;
    }

    private void rename() {
        if (selected() != null) {
            model.rename(selected(), called.getText());
        }
    }

    private void askToDelete() {
        model.askToDelete(selected());
    }

    private String sure(Doomed doomed) {
        return messages.text(
                "data.delete.sure",
                doomed.dataset().name(),
                doomed.dataset().folder().getFileName(),
                size(doomed.bytes()));
    }

    private static String size(double bytes) {
        int unit = 0;
        double now = bytes;
        while (now >= 1000 && unit < UNITS.size() - 1) {
            now /= 1000;
            unit++;
        }
        return Numerals.of(now) + " " + UNITS.get(unit);
    }
}
