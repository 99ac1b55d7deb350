package dev.interestlens.ui.control;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/**
 * A form over any record: an enum becomes a choice, as does a text with offers, a boolean a switch, a number a checked field, a list of whole numbers a text such as 80-40;
 * nested records become groups.
 *
 * <p>The record itself is the judge: each edit makes a new record, and what its constructor refuses is shown beside the field it names. Labels and
 * one line of help come from {@link Words} under {@code PREFIX.FIELD} and {@code PREFIX.FIELD.help}. {@link #valueProperty} always holds the last
 * record that was accepted.
 */
public final class ConfigForm extends VBox {
    /** A refused value: the dotted name of the field (empty where no single field is to blame) and the words for a person. */
    public record Refusal(String field, String text) {}

    /**
     * A value that can be chosen for a text.
     *
     * @param whyNot key of the words that say why it cannot be had now; used where it is not usable
     */
    public record Offer(String value, boolean usable, String whyNot) {}

    private record Offers(ObservableList<Offer> list, Runnable asked) {}

    private final Words words;
    private final Function<RuntimeException, Refusal> refusals;
    private final ReadOnlyObjectWrapper<Record> value = new ReadOnlyObjectWrapper<>(this, "value");
    private final ReadOnlyBooleanWrapper valid = new ReadOnlyBooleanWrapper(this, "valid", true);
    private final Map<String, ConfigField> fields = new LinkedHashMap<>();
    private final Map<String, Label> groups = new LinkedHashMap<>();
    private final Map<String, Offers> offers = new LinkedHashMap<>();
    private final Label general = new Label();
    private RecordForm form;
    private Function<Record, Predicate<String>> shows = record -> name -> true;
    private Record preset;
    private boolean filling;

    /** @param refusals turns what a record's constructor throws into words beside a field */
    public ConfigForm(Words words, Function<RuntimeException, Refusal> refusals) {
        this.words = words;
        this.refusals = refusals;
        getStyleClass().add("config-form");
        general.getStyleClass().add("field-error");
        general.setWrapText(true);
        general.managedProperty().bind(general.textProperty().isNotEmpty());
    }

    public ReadOnlyObjectProperty<Record> valueProperty() {
        return value.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty validProperty() {
        return valid.getReadOnlyProperty();
    }

    /**
     * Lets a text field be chosen from a list; to be called before the first record is shown.
     *
     * @param asked run each time the list is opened; it may add to it
     */
    public void offer(String field, ObservableList<Offer> list, Runnable asked) {
        offers.put(field, new Offers(list, asked));
    }

    /**
     * Shows a record.
     *
     * @param prefix before the field names in the bundles
     * @param shows which fields have a meaning under the other choices
     * @param preset what deviations are marked against, or null
     */
    public void show(Record now, String prefix, Function<Record, Predicate<String>> shows, Record preset) {
        this.shows = shows;
        this.preset = preset;
        boolean same = value.get() != null && value.get().getClass() == now.getClass() && form != null;
        if (!same) {
            build(now.getClass().asSubclass(Record.class), prefix);
        }
        filling = true;
        form.values(now).forEach((name, content) -> fields.get(name).set(content));
        filling = false;
        accept(now);
    }

    /** The words of a constant, as the form shows it. */
    public static String words(Enum<?> constant, Words words) {
        return ConfigField.words(constant, words);
    }

    /** The editor of a field, for tests and for focus. */
    public Optional<ConfigField> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    private void build(Class<? extends Record> type, String prefix) {
        form = new RecordForm(type);
        fields.clear();
        groups.clear();
        List<javafx.scene.Node> rows = new ArrayList<>();
        for (RecordForm.Field field : form.fields()) {
            int dot = field.name().lastIndexOf('.');
            if (dot > 0) {
                groups.computeIfAbsent(field.name().substring(0, dot), group -> {
                    Label heading = new Label();
                    heading.textProperty().bind(words.bind(prefix + "." + group));
                    heading.getStyleClass().add("form-group");
                    rows.add(heading);
                    return heading;
                });
            }
            String key = prefix + "." + field.name();
            Offers offered = offers.get(field.name());
            ConfigField editor = offered == null
                    ? ConfigField.of(field, key, words, this::edited)
                    : ConfigField.offered(offered.list(), offered.asked(), key, words, this::edited);
            fields.put(field.name(), editor);
            rows.add(editor);
        }
        rows.add(general);
        getChildren().setAll(rows);
    }

    private void edited() {
        if (filling) {
            return;
        }
        general.setText("");
        fields.values().forEach(field -> field.setError(""));
        Map<String, Object> values = new LinkedHashMap<>();
        boolean readable = true;
        for (Map.Entry<String, ConfigField> entry : fields.entrySet()) {
            try {
                values.put(entry.getKey(), entry.getValue().get());
            } catch (ConfigField.UnreadableException e) {
                entry.getValue().setError(words.text(e.key()));
                readable = false;
            }
        }
        if (!readable) {
            valid.set(false);
            return;
        }
        try {
            accept(form.record(values));
        } catch (RuntimeException refused) {
            valid.set(false);
            Refusal refusal = refusals.apply(refused);
            ConfigField blamed = fields.get(refusal.field());
            if (blamed == null) {
                general.setText(refusal.text());
            } else {
                blamed.setError(refusal.text());
            }
        }
    }

    private void accept(Record now) {
        general.setText("");
        Predicate<String> shown = shows.apply(now);
        Map<String, Object> given = form.values(now);
        Map<String, Object> usual = preset == null || preset.getClass() != now.getClass() ? given : form.values(preset);
        fields.forEach((name, field) -> {
            field.setError("");
            field.setShown(shown.test(name));
            field.setChanged(!given.get(name).equals(usual.get(name)));
        });
        groups.forEach((group, heading) -> {
            boolean any = fields.entrySet().stream()
                    .anyMatch(entry -> entry.getKey().startsWith(group + ".")
                            && entry.getValue().isManaged());
            heading.setManaged(any);
            heading.setVisible(any);
        });
        valid.set(true);
        value.set(now);
    }
}
