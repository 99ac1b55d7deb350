package dev.interestlens.ui.data;

import dev.interestlens.data.source.PrepareOptions;
import dev.interestlens.data.source.Roles;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.control.Changes;
import dev.interestlens.ui.control.Presence;
import dev.interestlens.ui.control.Reveal;
import dev.interestlens.ui.control.Worded;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** The fields of an import's settings, each with what is wrong with its entry; after a change the source is inspected again. */
final class ImportFields {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final MappingViewModel model;
    private final Messages messages;
    private final Map<String, Field> fields = new LinkedHashMap<>();
    private boolean filling;

    private record Field(Control control, Supplier<String> value, Consumer<String> show, Label wrong) {}

    ImportFields(MappingViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
    }

    void choice(String setting, ComboBox<String> box, List<String> known) {
        box.getItems().setAll(known);
        box.setConverter(new NamedTexts(known, messages));
        box.setOnAction(event -> changed());
        Changes.call(() -> fill(() -> again(box, box.getValue())), messages.language());
        add(setting, box, box::getValue, value -> again(box, value.isEmpty() ? PrepareOptions.AUTO : value));
    }

    private static void again(ComboBox<String> box, String value) {
        box.setValue(null); // or an editable one keeps the text of the language in which it was filled
        box.setValue(value);
    }

    void text(String setting, TextField field) {
        field.setOnAction(event -> changed());
        Changes.callWhenLeft(field, this::changed);
        add(setting, field, () -> field.getText().strip(), field::setText);
    }

    private void add(String setting, Control control, Supplier<String> value, Consumer<String> show) {
        Label wrong = Worded.wrap(Worded.text("", "field-error"));
        wrong.setMaxWidth(control.getPrefWidth());
        Presence.whileVisible(wrong);
        ((VBox) control.getParent()).getChildren().add(wrong);
        fields.put(setting, new Field(control, value, show, wrong));
    }

    void show(PrepareOptions options) {
        Map<String, String> settings = new HashMap<>(options.settings());
        settings.remove("core", "1"); // which leaves nothing out
        fill(() -> fields.forEach((setting, field) -> field.show().accept(settings.getOrDefault(setting, ""))));
    }

    private void fill(Runnable filler) {
        filling = true;
        filler.run();
        filling = false;
    }

    private void changed() {
        PendingSource waiting = model.waitingProperty().get();
        if (filling || waiting == null) {
            return;
        }
        Map<String, String> settings = new LinkedHashMap<>();
        fields.forEach((setting, field) -> settings.put(setting, field.value().get()));
        settings.replace("core", "", "0");
        if (!waiting.has(Roles.LABEL)) {
            settings.put("minimumLabel", "");
        }
        model.change(settings, waiting.options().mapping());
    }

    /** Marks the field that is the cause of a refusal; false where it is none of these. */
    boolean mark(RefusedSource refused) {
        String cause = refused == null ? "" : refused.field();
        fields.forEach((setting, field) -> {
            boolean wrong = setting.equals(cause);
            field.control().pseudoClassStateChanged(WRONG, wrong);
            field.wrong().setVisible(wrong);
            field.wrong().setText(wrong ? words(refused) : "");
        });
        return fields.containsKey(cause);
    }

    void reveal(RefusedSource refused) {
        Reveal.now(fields.get(refused.field()).wrong());
    }

    // The content of the file says more than the setting's text.
    private String words(RefusedSource refused) {
        String value = refused.problem().values().get("value");
        String line = refused.problem().values().get("line");
        String help = messages.text("data.refused." + refused.field());
        return value == null || line == null ? help : messages.text("data.refused.where", line, value, help);
    }
}
