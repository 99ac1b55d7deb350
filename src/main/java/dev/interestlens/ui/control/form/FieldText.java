package dev.interestlens.ui.control.form;

import dev.interestlens.ui.control.ControlWords;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.binding.StringBinding;

/**
 * The texts of a form field or of a group of fields: by its place in the form ({@code training.epochs}), else by the record that holds it ({@code
 * HeadConfig.hidden}; of a group {@code HeadConfig}), else by an interface of that record ({@code ModelConfig.embeddingSize}).
 *
 * @param place dotted name with the form's prefix
 * @param keys of its texts, the first that exists is used
 * @param name of the component, if there is no text
 */
record FieldText(String place, List<String> keys, String name) {
    static FieldText of(String prefix, RecordForm.Field field) {
        Class<?> record = field.owner();
        String name = field.component().getName();
        String place = prefix + "." + field.name();
        return new FieldText(
                place,
                Stream.concat(
                                Stream.of(place),
                                Stream.concat(Stream.of(record), Arrays.stream(record.getInterfaces()))
                                        .map(type -> type(type) + "." + name))
                        .toList(),
                name);
    }

    /** The group of a field. */
    static FieldText ofGroup(String prefix, RecordForm.Field field) {
        String path = group(field.name());
        return new FieldText(prefix + "." + path, List.of(prefix + "." + path, type(field.owner())), path);
    }

    /** The dotted name of the group of a field; empty without one. */
    static String group(String field) {
        return field.substring(0, Math.max(0, field.lastIndexOf('.')));
    }

    /** The name of a type in text keys: {@code DinConfig.Normalisation}. */
    static String type(Class<?> type) {
        return type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
    }

    /** A text by a suffix of its key, such as {@code .help}. */
    Optional<String> find(String suffix, ControlWords words) {
        return keys.stream().flatMap(key -> words.find(key + suffix).stream()).findFirst();
    }

    /** The label. */
    String label(ControlWords words) {
        return find("", words).orElse(name);
    }

    StringBinding bindLabel(ControlWords words) {
        return words.bind(() -> label(words));
    }

    StringBinding bindHelp(ControlWords words) {
        return words.bind(() -> find(".help", words).orElse(""));
    }
}
