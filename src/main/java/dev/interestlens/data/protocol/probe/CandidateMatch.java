package dev.interestlens.data.protocol.probe;

import dev.interestlens.data.Field;
import dev.interestlens.data.KeyText;
import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.Schema;
import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.protocol.SampleSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Tells whether the value of a field is the text of the candidate's id, of its title, or of one of its fields. */
final class CandidateMatch {
    private static final double[] NONE = {};

    private final PreparedDataset data;
    private final List<Field> itemFields;

    CandidateMatch(PreparedDataset data) {
        this.data = data;
        itemFields =
                data.schema().itemFields().stream().filter(Field::isCategorical).toList();
    }

    /**
     * 1 for each row whose value is the candidate's, else 0; empty for fields of items, and where no row has such a value.
     *
     * @param values ids or numbers of the field in these rows
     */
    double[] scores(String role, double[] values, SampleSet samples, Part part, int[] rows) {
        boolean user = role.startsWith("user.");
        if (!user && !role.startsWith("context.")) {
            return NONE;
        }
        List<Field> fields = user ? data.schema().userFields() : data.schema().contextFields();
        String name = role.substring(role.indexOf('.') + 1);
        Field wanted = fields.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        int field = fields.stream().filter(Field::isCategorical).toList().indexOf(wanted);
        double[] scores = new double[rows.length];
        boolean any = false;
        for (int k = 0; k < rows.length; k++) {
            String text = text(user, field, wanted, values[k]);
            boolean same = !text.isEmpty()
                    && texts(samples.sample(part, rows[k]).candidate()).contains(text);
            scores[k] = same ? 1 : 0;
            any |= same;
        }
        return any ? scores : NONE;
    }

    private String text(boolean user, int field, Field of, double value) {
        if (!of.isCategorical()) {
            return value == Math.rint(value) ? String.format(Locale.ROOT, "%.0f", value) : "";
        }
        if (value < Field.FIRST) {
            return "";
        }
        String text = user ? data.userValue(field, (int) value) : data.contextValue(field, (int) value);
        return KeyText.joined(text);
    }

    private Set<String> texts(int item) {
        List<String> texts = new ArrayList<>(
                List.of(data.itemKey(item), data.itemText(item, Locale.ENGLISH), data.itemText(item, Locale.CHINESE)));
        for (int f = Schema.CATEGORY; f < itemFields.size(); f++) {
            for (int k = 0; k < itemFields.get(f).width(); k++) {
                int id = data.itemField(f, item, k);
                texts.add(id < Field.FIRST ? "" : data.itemValue(f, id));
            }
        }
        Set<String> joined = new HashSet<>();
        texts.forEach(text -> joined.add(KeyText.joined(text)));
        return joined;
    }
}
