package dev.interestlens.ui.control.form;

import atlantafx.base.controls.ToggleSwitch;
import dev.interestlens.ui.control.Changes;
import dev.interestlens.ui.control.ControlWords;
import dev.interestlens.ui.control.Named;
import dev.interestlens.ui.control.Presence;
import dev.interestlens.ui.control.Worded;
import java.io.Serial;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * One row of a form: label, editor, a line of help, and an error where there is one.
 *
 * @param <E> the editor
 */
public abstract class ConfigField<E extends Region> extends VBox {
    static final double WIDE = 208;
    static final double NARROW = 164;
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    final E editor;
    private final Label error = new Label();
    private final Label dot = Worded.text("", "field-changed");
    private final ObjectProperty<Supplier<String>> why = new SimpleObjectProperty<>(this, "why");
    private Object settled;

    ConfigField(FieldText names, ControlWords words, E editor) {
        this.editor = editor;
        getStyleClass().add("config-field");
        Label label = Worded.label(names.bindLabel(words));
        label.setLabelFor(editor);
        editor.setId(names.place().replace('.', '-'));
        editor.accessibleTextProperty().bind(names.bindLabel(words));
        label.getStyleClass().add("field-label");
        label.setWrapText(true); // otherwise the choice beside it would be truncated
        label.setMinSize(0, Region.USE_PREF_SIZE);
        Presence.set(dot, false);
        dot.textProperty().bind(words.bind("control.form.changed"));
        dot.setMinWidth(Region.USE_PREF_SIZE);
        FieldRow row = new FieldRow(label, dot, editor);
        Label help = Worded.wrap(Worded.label(names.bindHelp(words), "note"));
        error.getStyleClass().add("field-error");
        Worded.wrap(error);
        error.textProperty().bind(words.bind(() -> isWrong() ? why.get().get() : "", why));
        editor.focusedProperty().addListener((observed, before, focused) -> {
            if (!focused && !isWrong()) {
                settle();
            }
        });
        getChildren().setAll(row, new FieldNote(help, error));
    }

    /** The entry cannot be parsed as this field's type. */
    static final class UnreadableException extends Exception {
        @Serial
        private static final long serialVersionUID = 1;

        private final String typed;
        private final String wanted;

        /** @param wanted key of the text for valid entries */
        UnreadableException(String typed, String wanted) {
            super(typed);
            this.typed = typed;
            this.wanted = wanted;
        }

        String text(String field, ControlWords words) {
            return typed.isEmpty()
                    ? words.text("control.form.empty", field, words.text(wanted))
                    : words.text("control.form.unreadable", field, words.text(wanted), typed);
        }
    }

    /** Shows a value and makes it the one to revert to. */
    final void show(Object value) {
        set(value);
        settled = value;
    }

    /** The value before the current typing. */
    final Object settled() {
        return settled;
    }

    /** Makes the current value the one to revert to. */
    final void settle() {
        try {
            settled = get();
        } catch (UnreadableException typing) {
            return; // nothing new to revert to
        }
    }

    /** Whether values are typed key by key, so that intermediate ones are not intended. */
    boolean isTyped() {
        return false;
    }

    abstract void set(Object value);

    abstract Object get() throws UnreadableException;

    public final E editor() {
        return editor;
    }

    public final String error() {
        return error.getText();
    }

    final boolean isWrong() {
        return why.get() != null;
    }

    /** @param text says what is wrong, in the language of that moment; null where nothing is */
    final void setError(Supplier<String> text) {
        why.set(text);
        pseudoClassStateChanged(WRONG, text != null);
    }

    final void setShown(boolean shown) {
        Presence.set(this, shown);
    }

    final void setChanged(boolean changed) {
        Presence.set(dot, changed);
    }

    static ConfigField<?> of(RecordForm.Field field, FieldText names, ControlWords words, Runnable edited) {
        Class<?> type = field.type();
        if (type.isEnum()) {
            return new Choice(type, names, words, edited);
        }
        if (type == boolean.class) {
            return new Switch(names, words, edited);
        }
        return new Typed(type, names, words, edited);
    }

    /** A text with known values, some of which are not available now. */
    static ConfigField<?> offered(
            ObservableList<ConfigForm.Offer> offers,
            Runnable asked,
            FieldText names,
            ControlWords words,
            Runnable edited) {
        return new OfferedField(offers, asked, names, words, edited);
    }

    private static final class Choice extends ConfigField<ChoiceBox<Object>> {
        Choice(Class<?> type, FieldText names, ControlWords words, Runnable edited) {
            super(names, words, new ChoiceBox<>());
            editor.setPrefWidth(WIDE); // otherwise its preferred width is that of its initial text
            editor.setMinWidth(NARROW);
            editor.getItems().setAll(type.getEnumConstants());
            editor.setConverter(names(names, words));
            Changes.call(edited, editor.valueProperty());
            words.language().addListener(change -> editor.setConverter(names(names, words)));
        }

        @Override
        void set(Object value) {
            editor.setValue(value);
        }

        @Override
        Object get() {
            return editor.getValue();
        }
    }

    /** The text of a constant, independent of the field. */
    static String words(Enum<?> constant, ControlWords words) {
        return words.find("option." + FieldText.type(constant.getDeclaringClass()) + "." + constant)
                .orElse(constant.toString());
    }

    /** The texts of constants by their field, else by their enum. */
    private static Named<Object> names(FieldText names, ControlWords words) {
        return new Named<>(
                constant -> names.find("." + constant, words).orElseGet(() -> words((Enum<?>) constant, words)));
    }

    private static final class Switch extends ConfigField<ToggleSwitch> {
        Switch(FieldText names, ControlWords words, Runnable edited) {
            super(names, words, new ToggleSwitch());
            Changes.call(edited, editor.selectedProperty());
        }

        @Override
        void set(Object value) {
            editor.setSelected((Boolean) value);
        }

        @Override
        Object get() {
            return editor.isSelected();
        }
    }

    private static final class Typed extends ConfigField<TextField> {
        private final Class<?> type;

        Typed(Class<?> type, FieldText names, ControlWords words, Runnable edited) {
            super(names, words, new TextField());
            this.type = type;
            editor.setPrefColumnCount(type == List.class || type == String.class ? 10 : 7);
            editor.getStyleClass().add("number");
            Changes.call(edited, editor.textProperty());
        }

        @Override
        void set(Object value) {
            editor.setText(
                    value instanceof List<?> list
                            ? list.stream().map(String::valueOf).collect(Collectors.joining("-"))
                            : value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e9
                                    ? String.valueOf(number.longValue())
                                    : String.valueOf(value));
        }

        @Override
        boolean isTyped() {
            return true;
        }

        @Override
        Object get() throws UnreadableException {
            String typed = editor.getText().strip();
            try {
                if (type == int.class) {
                    return Integer.valueOf(typed);
                } else if (type == long.class) {
                    return Long.valueOf(typed);
                } else if (type == double.class) {
                    return Double.valueOf(typed);
                } else if (type == List.class) {
                    return typed.isEmpty()
                            ? List.of()
                            : Arrays.stream(typed.split("[-,\\s]+"))
                                    .map(Integer::valueOf)
                                    .toList();
                }
                return typed;
            } catch (NumberFormatException e) {
                throw new UnreadableException(
                        typed,
                        type == List.class
                                ? "control.form.widths"
                                : type == double.class ? "control.form.number" : "control.form.whole");
            }
        }
    }
}
