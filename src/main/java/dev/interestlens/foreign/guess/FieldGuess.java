package dev.interestlens.foreign.guess;

import dev.interestlens.data.Field;
import dev.interestlens.data.PreparedDataset;
import dev.interestlens.foreign.mapping.Mapping;
import dev.interestlens.foreign.mapping.Numbers;
import dev.interestlens.foreign.onnx.GraphFile.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Guesses the field of an input: the one with as many values as the table has rows; where that is ambiguous, by the name of the input, then by that
 * of the table.
 */
final class FieldGuess {
    private static final Map<String, Pattern> NAMES = names();

    /** Extra ids before the first and behind the last. */
    private static final int SPARE = 2;

    private final Map<String, List<Integer>> sizes = new LinkedHashMap<>();

    /**
     * The result.
     *
     * @param rows of the table
     * @param certain whether the size is unambiguous, or name and size agree
     */
    record Found(String field, long rows, boolean certain) {}

    FieldGuess(PreparedDataset data, Numbers numbers) {
        sizes.put(Mapping.ITEM, List.of(data.items()));
        List<Field> fields = data.schema().categoricalItemFields();
        for (Field field : fields.subList(1, fields.size())) {
            sizes.put(field.name(), List.of(field.size() - Field.FIRST, numbers.size(field.name())));
        }
        sizes.put(Mapping.USER, List.of(data.users()));
    }

    private static Map<String, Pattern> names() {
        Map<String, Pattern> names = new LinkedHashMap<>();
        names.put("category", Pattern.compile("cat|genre|brand|shop|topic|tag", Pattern.CASE_INSENSITIVE));
        names.put(Mapping.USER, Pattern.compile("user|uid|member|visitor", Pattern.CASE_INSENSITIVE));
        names.put(
                Mapping.ITEM,
                Pattern.compile(
                        "item|movie|goods|product|log_seqs|adgroup|click|video|article|news|sku|iid",
                        Pattern.CASE_INSENSITIVE));
        return names;
    }

    /**
     * By the smallest table of an input, since a table that fields share is larger.
     *
     * @param name of the input; empty where it has none
     */
    Found of(String name, List<Table> tables) {
        long rows = tables.stream().mapToLong(Table::rows).min().orElse(0);
        String ofTables = tables.stream().map(Table::name).reduce("", (a, b) -> a + " " + b);
        List<String> bySize = bySize(rows);
        Optional<String> byName = byName(name).or(() -> byName(ofTables));
        boolean agree = bySize.size() == 1 || byName.filter(bySize::contains).isPresent();
        String field = byName.filter(each -> bySize.isEmpty() || bySize.contains(each))
                .orElseGet(() -> bySize.isEmpty() ? Mapping.ITEM : bySize.get(0));
        return new Found(field, rows, agree);
    }

    private List<String> bySize(long rows) {
        return sizes.entrySet().stream()
                .filter(each -> each.getValue().stream().anyMatch(size -> rows >= size && rows <= size + SPARE))
                .map(Map.Entry::getKey)
                .toList();
    }

    private Optional<String> byName(String text) {
        return NAMES.entrySet().stream()
                .filter(each -> each.getValue().matcher(text).find())
                .map(Map.Entry::getKey)
                .map(name -> name.equals("category") ? category() : name)
                .filter(sizes::containsKey)
                .findFirst();
    }

    /** The name of the category field in the data set. */
    private String category() {
        return sizes.keySet().stream()
                .filter(name -> !name.equals(Mapping.ITEM) && !name.equals(Mapping.USER))
                .filter(name -> NAMES.get("category").matcher(name).find())
                .findFirst()
                .orElse("category");
    }
}
