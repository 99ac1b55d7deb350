package dev.interestlens.ui.data;

import dev.interestlens.data.DatasetInfo;
import dev.interestlens.figure.Numerals;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.OpenDataset;
import dev.interestlens.ui.control.ChartMenu;
import dev.interestlens.ui.control.Pill;
import dev.interestlens.ui.control.Presence;
import dev.interestlens.ui.control.TableMenu;
import dev.interestlens.ui.control.Worded;
import dev.interestlens.ui.data.AuditViewModel.Line;
import java.util.List;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Rejected and doubtful rows, each finding with its place and the setting that resolves it. */
public final class AuditController {
    /** Wide enough for every kind, so that the findings stand in a column. */
    private static final double KIND = 100;

    private final DataViewModel model;
    private final Messages messages;

    @FXML
    private VBox lines;

    @FXML
    private Button rejected;

    @FXML
    private Label gone;

    public AuditController(DataViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
    }

    @FXML
    private void initialize() {
        rejected.setOnAction(event -> model.audit().saveRejectedRows());
        TableMenu.on(
                lines, messages, () -> List.of(messages.text("data.audit.kind"), messages.text("data.audit.finding")));
        ChartMenu.name(lines, () -> messages.text("data.audit"));
        messages.keepShown(
                this::show, model.session().dataProperty(), model.audit().requestProperty(), model.reading());
    }

    private void show() {
        lines.getChildren().clear();
        OpenDataset open = model.session().dataProperty().get();
        Presence.set(rejected, model.audit().hasRejectedRows());
        boolean known = model.audit().requestProperty().get().isPresent();
        Presence.set(gone, open != null && !known);
        if (open == null) {
            return;
        }
        DatasetInfo info = open.info();
        boolean whole = info.rejected().isEmpty();
        lines.getChildren()
                .add(row(
                        whole ? Pill.Tone.GOOD : Pill.Tone.WARNING,
                        whole ? "data.audit.whole" : "data.audit.kept",
                        messages.text(
                                "data.rows",
                                Numerals.count(info.rows()),
                                Numerals.count(info.counts().events()),
                                Numerals.count(info.counts().impressions()),
                                Numerals.count(info.leftOut())),
                        ""));
        for (Line line : model.audit().lines(info)) {
            HBox row =
                    switch (line.kind()) {
                        case LEFT_OUT -> row(Pill.Tone.BAD, "data.audit.dropped", line.text(), line.where());
                        case DOUBTFUL -> row(Pill.Tone.WARNING, "data.audit.kept", line.text(), line.where());
                        case RIGHT -> row(Pill.Tone.GOOD, "data.audit.right", line.text(), line.where());
                    };
            if (line.hasRule() && known) {
                row.getChildren().add(rule(line));
            }
            lines.getChildren().add(row);
        }
    }

    private HBox row(Pill.Tone tone, String kind, String text, String where) {
        Pill pill = new Pill();
        pill.setText(messages.text(kind));
        pill.setTone(tone);
        pill.setMinWidth(KIND);
        pill.setAlignment(Pos.CENTER);
        Label words = Worded.wrap(new Label(text));
        VBox body = new VBox(words);
        if (!where.isEmpty()) {
            Label place = Worded.wrap(Worded.text(where, "note"));
            body.getChildren().add(place);
        }
        HBox.setHgrow(body, Priority.ALWAYS);
        HBox row = new HBox(16, pill, body);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("list-row");
        return row;
    }

    private Node rule(Line line) {
        Button button = new Button(messages.text("data.rule.answer." + line.reason()));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.getStyleClass().add("small");
        button.setDisable(model.reading().get());
        button.setOnAction(event -> model.audit().apply(line));
        return button;
    }
}
