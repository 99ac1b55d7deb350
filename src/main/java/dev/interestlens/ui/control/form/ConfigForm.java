package dev.interestlens.ui.control.form;

import dev.interestlens.ui.control.ControlWords;
import dev.interestlens.ui.control.Presence;
import dev.interestlens.ui.control.Worded;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/**
 * A form for any record: an enum becomes a choice, as does a text with offered values, a boolean a switch, a number a checked field, a list of whole
 * numbers a text such as 80-40; nested records become groups.
 *
 * <p>The record validates itself: each edit makes a new record, and an exception of its constructor is shown beside the field it names, which keeps
 * its last valid value until it is corrected. Labels and one line of help come from {@link ControlWords}, as {@link FieldText} finds them. {@link
 * #valueProperty} holds the last valid record, {@link #wrong} the invalid entries.
 *
 * <p>Undo keys are handled by the parent, which knows the order of all steps; an invalid entry is not a step.
 */
public final class ConfigForm extends VBox {
    /**
     * A refused value.
     *
     * @param field dotted name of the field; empty where no single field is the cause
     * @param text the message in the current language, given the field's label
     */
    public record Refusal(String field, UnaryOperator<String> text) {}

    /**
     * A field with an invalid entry.
     *
     * @param name its label now, after that of its group
     * @param takeBack shows the last valid value again
     */
    public record Wrong(String field, Supplier<String> name, Runnable takeBack) {}

    /**
     * An offered value of a text field.
     *
     * @param whyNot key of the reason why it is not usable now
     */
    public record Offer(String value, boolean usable, String whyNot) {}

    private record Offers(ObservableList<Offer> list, Runnable asked) {}

    private final ControlWords words;
    private final Function<RuntimeException, Refusal> refusals;
    private final ReadOnlyObjectWrapper<Record> value = new ReadOnlyObjectWrapper<>(this, "value");
    private final ObservableList<Wrong> wrong = FXCollections.observableArrayList();
    private final ObservableList<Wrong> allWrong = FXCollections.unmodifiableObservableList(wrong);
    private final Map<String, ConfigField<?>> fields = new LinkedHashMap<>();
    private final Map<String, Label> groups = new LinkedHashMap<>();
    private final Map<String, Offers> offers = new LinkedHashMap<>();
    private final Label general = Worded.text("", "field-error");
    private final ObjectProperty<Refusal> refusedAsWhole = new SimpleObjectProperty<>(this, "refusedAsWhole");
    private RecordForm form;
    private String prefix = "";
    private Function<Record, Predicate<String>> shows = record -> name -> true;
    private Record preset;
    private boolean filling;

    /** @param refusals turns exceptions of a record's constructor into messages beside a field */
    public ConfigForm(ControlWords words, Function<RuntimeException, Refusal> refusals) {
        this.words = words;
        this.refusals = refusals;
        getStyleClass().add("config-form");
        general.setWrapText(true);
        general.textProperty()
                .bind(words.bind(
                        () -> refusedAsWhole.get() == null
                                ? ""
                                : refusedAsWhole.get().text().apply(""),
                        refusedAsWhole));
        Presence.withWords(general);
        OwnUndo.never(this);
    }

    public ReadOnlyObjectProperty<Record> valueProperty() {
        return value.getReadOnlyProperty();
    }

    /** The invalid entries, the newest last. */
    public ObservableList<Wrong> wrong() {
        return allWrong;
    }

    /** Reverts all invalid entries. */
    public void takeBack() {
        List.copyOf(wrong).forEach(each -> each.takeBack().run());
    }

    /** The label of a field, after that of its group. */
    public String name(String field) {
        String own = label(field);
        return form.field(field)
                .filter(known -> !FieldText.group(field).isEmpty())
                .flatMap(known -> FieldText.ofGroup(prefix, known).find("", words))
                .map(group -> words.text("control.form.inGroup", group, own))
                .orElse(own);
    }

    private String label(String field) {
        return form.field(field)
                .map(known -> FieldText.of(prefix, known).label(words))
                .orElse(field);
    }

    /**
     * Lets a text field be chosen from a list; to be called before the first record is shown.
     *
     * @param asked called each time the list is opened; may add to it
     */
    public void offer(String field, ObservableList<Offer> list, Runnable asked) {
        offers.put(field, new Offers(list, asked));
    }

    /**
     * Shows a record. If it has the same type as the previous one, a field with an unchanged value keeps its typed text.
     *
     * @param prefix of the field names in the bundles
     * @param shows whether a field has a meaning under the other choices
     * @param preset from which deviations are marked, or null
     */
    public void show(Record now, String prefix, Function<Record, Predicate<String>> shows, Record preset) {
        this.shows = shows;
        this.preset = preset;
        this.prefix = prefix;
        boolean same = form != null && value.get().getClass() == now.getClass();
        if (!same) {
            build(now.getClass().asSubclass(Record.class));
        }
        Map<String, Object> before = same ? form.values(value.get()) : Map.of();
        form.values(now).forEach((name, content) -> {
            if (!content.equals(before.get(name))) {
                fill(name, content);
            }
        });
        if (wrong.isEmpty() && refusedAsWhole.get() == null) {
            accept(now);
        } else {
            judge();
        }
    }

    private void fill(String name, Object content) {
        filling = true;
        fields.get(name).show(content);
        filling = false;
    }

    /** The text of a constant in the form. */
    public static String words(Enum<?> constant, ControlWords words) {
        return ConfigField.words(constant, words);
    }

    /** The editor of a field, for tests and for focus. */
    public Optional<ConfigField<?>> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    private void build(Class<? extends Record> type) {
        form = new RecordForm(type);
        fields.clear();
        wrong.clear();
        refusedAsWhole.set(null);
        groups.clear();
        List<javafx.scene.Node> rows = new ArrayList<>();
        for (RecordForm.Field field : form.fields()) {
            if (!FieldText.group(field.name()).isEmpty()) {
                groups.computeIfAbsent(FieldText.group(field.name()), group -> {
                    Label heading =
                            Worded.label(FieldText.ofGroup(prefix, field).bindLabel(words), "form-group");
                    rows.add(heading);
                    return heading;
                });
            }
            FieldText text = FieldText.of(prefix, field);
            Offers offered = offers.get(field.name());
            ConfigField<?> editor = offered == null
                    ? ConfigField.of(field, text, words, this::edited)
                    : ConfigField.offered(offered.list(), offered.asked(), text, words, this::edited);
            fields.put(field.name(), editor);
            rows.add(editor);
        }
        rows.add(general);
        getChildren().setAll(rows);
    }

    private void edited() {
        if (!filling) {
            judge();
        }
    }

    /** Makes a record of the fields; a refused field keeps its last valid value, so that the other changes take effect. */
    private void judge() {
        Map<String, Supplier<String>> refused = new LinkedHashMap<>();
        Map<String, Object> values = new LinkedHashMap<>();
        fields.forEach((name, field) -> {
            try {
                values.put(name, field.get());
            } catch (ConfigField.UnreadableException typed) {
                refused.put(name, () -> typed.text(label(name), words));
                values.put(name, field.settled());
            }
        });
        Optional<Record> made = Optional.empty();
        Refusal whole = null;
        boolean stuck = false;
        while (made.isEmpty() && !stuck) {
            try {
                made = Optional.of(form.record(values));
            } catch (RuntimeException thrown) {
                Refusal refusal = refusals.apply(thrown);
                String blamed = refusal.field();
                whole = fields.containsKey(blamed) ? null : refusal;
                stuck = whole != null || refused.containsKey(blamed);
                if (!stuck) {
                    refused.put(blamed, () -> refusal.text().apply(label(blamed)));
                    values.put(blamed, fields.get(blamed).settled());
                }
            }
        }
        refusedAsWhole.set(whole);
        mark(refused, Optional.ofNullable(whole));
        made.ifPresent(this::accept);
    }

    private void mark(Map<String, Supplier<String>> refused, Optional<Refusal> whole) {
        fields.forEach((name, field) -> field.setError(refused.get(name)));
        List<Wrong> now = new ArrayList<>(wrong);
        now.removeIf(each -> !refused.containsKey(each.field()));
        for (String name : refused.keySet()) {
            if (now.stream().noneMatch(each -> each.field().equals(name))) {
                now.add(new Wrong(name, () -> name(name), () -> takeBack(name)));
            }
        }
        whole.ifPresent(refusal -> now.add(new Wrong("", () -> refusal.text().apply(""), this::takeAllBack)));
        if (!now.equals(wrong)) {
            wrong.setAll(now);
        }
    }

    private void takeBack(String name) {
        fill(name, fields.get(name).settled());
        judge();
        if (wrong.stream().anyMatch(each -> each.field().equals(name))) {
            takeAllBack(); // it does not fit because of another field
        }
    }

    private void takeAllBack() {
        form.values(value.get()).forEach(this::fill);
        judge();
    }

    private void accept(Record now) {
        Predicate<String> shown = shows.apply(now);
        Map<String, Object> given = form.values(now);
        Map<String, Object> usual = preset == null || preset.getClass() != now.getClass() ? given : form.values(preset);
        fields.forEach((name, field) -> {
            field.setShown(shown.test(name));
            field.setChanged(!given.get(name).equals(usual.get(name)));
            if (!field.isTyped() && !field.isWrong()) {
                field.settle();
            }
        });
        groups.forEach((group, heading) -> {
            boolean any = fields.entrySet().stream()
                    .anyMatch(entry -> entry.getKey().startsWith(group + ".")
                            && entry.getValue().isManaged());
            Presence.set(heading, any);
        });
        value.set(now);
        // A hidden field could not be corrected.
        List.copyOf(wrong).stream().filter(each -> !shown.test(each.field())).forEach(each -> each.takeBack()
                .run());
    }
}
