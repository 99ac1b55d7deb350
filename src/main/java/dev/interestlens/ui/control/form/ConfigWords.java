package dev.interestlens.ui.control.form;

import dev.interestlens.ui.control.ControlWords;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The form's labels of the fields and choices of a configuration, for use elsewhere. */
public record ConfigWords(ControlWords words) {
    /**
     * The label of a field with that of its section; empty where the record has no such field.
     *
     * @param prefix of the record's words
     * @param field dotted name below the record
     */
    public Optional<String> label(String prefix, Record record, String field) {
        return new RecordForm(record.getClass()).field(field).map(known -> {
            String label = FieldText.of(prefix, known).label(words);
            return FieldText.group(field).isEmpty()
                    ? label
                    : words.text(
                            "control.form.within",
                            FieldText.ofGroup(prefix, known).label(words),
                            label);
        });
    }

    /** The formatted value of a field; empty where the record has no such field. */
    public Optional<String> value(String prefix, Record record, String field) {
        RecordForm form = new RecordForm(record.getClass());
        Object value = form.values(record).get(field);
        return form.field(field).filter(known -> value != null).map(known -> FieldText.of(prefix, known)
                .find("." + value, words)
                .orElseGet(() -> plain(value)));
    }

    private String plain(Object value) {
        if (value instanceof Enum<?> constant) {
            return ConfigField.words(constant, words);
        }
        if (value instanceof Boolean on) {
            return words.text(on ? "control.form.on" : "control.form.off");
        }
        if (value instanceof List<?> list) {
            return list.stream().map(String::valueOf).collect(Collectors.joining("-"));
        }
        return value instanceof Double number
                ? BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()
                : String.valueOf(value);
    }
}
