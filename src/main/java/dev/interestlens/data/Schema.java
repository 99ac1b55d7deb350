package dev.interestlens.data;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a model can read of a data set.
 *
 * @param itemFields the item itself first, its category second where there is one, then further fields
 * @param userFields of the user, may be empty; the user's own id is not among them
 * @param contextFields of the impression, may be empty
 */
public record Schema(List<Field> itemFields, List<Field> userFields, List<Field> contextFields) {

    /** Position of the item's own id among {@link #itemFields()}. */
    public static final int ITEM = 0;

    /** Position of the category among {@link #itemFields()}, where {@link #hasCategory()}. */
    public static final int CATEGORY = 1;

    public Schema {
        itemFields = List.copyOf(itemFields);
        userFields = List.copyOf(userFields);
        contextFields = List.copyOf(contextFields);
        if (itemFields.isEmpty()
                || !itemFields.get(ITEM).isCategorical()
                || itemFields.get(ITEM).width() != 1) {
            throw new IllegalArgumentException("the first item field is the item's id");
        }
        requireDistinct(itemFields);
        requireDistinct(userFields);
        requireDistinct(contextFields);
    }

    private static void requireDistinct(List<Field> fields) {
        Set<String> names = new HashSet<>();
        for (Field field : fields) {
            if (!names.add(field.name())) {
                throw new IllegalArgumentException("field " + field.name() + " appears twice");
            }
        }
    }

    public boolean hasCategory() {
        return itemFields.size() > CATEGORY
                && itemFields.get(CATEGORY).name().equals("category")
                && itemFields.get(CATEGORY).isCategorical();
    }

    /** The item fields that are ids, in order: the order of {@link RawBatch#history} and {@link RawBatch#candidate}. */
    public List<Field> categoricalItemFields() {
        return categorical(itemFields);
    }

    /** A schema of these alone, for models that read embeddings of items and nothing else. */
    public Schema itemsAlone() {
        return new Schema(categoricalItemFields(), List.of(), List.of());
    }

    public List<Field> categoricalUserFields() {
        return categorical(userFields);
    }

    public List<Field> categoricalContextFields() {
        return categorical(contextFields);
    }

    /** How many item fields are numbers. */
    public int numericItemFields() {
        return itemNumbers().size();
    }

    public int numericUserFields() {
        return userNumbers().size();
    }

    public int numericContextFields() {
        return contextNumbers().size();
    }

    /** The item fields that are numbers, in order. */
    public List<Field> itemNumbers() {
        return numeric(itemFields);
    }

    public List<Field> userNumbers() {
        return numeric(userFields);
    }

    public List<Field> contextNumbers() {
        return numeric(contextFields);
    }

    private static List<Field> numeric(List<Field> fields) {
        return fields.stream().filter(field -> !field.isCategorical()).toList();
    }

    private static List<Field> categorical(List<Field> fields) {
        return fields.stream().filter(Field::isCategorical).toList();
    }
}
