package dev.interestlens.foreign.mapping;

import dev.interestlens.data.Field;
import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.Schema;
import dev.interestlens.foreign.mapping.Mapping.Rule;
import dev.interestlens.foreign.mapping.Mapping.Vocabulary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * A model's numbers for the items, users and fields of a data set. Numbers of item fields are stored by item, so that a category may be given by the
 * category's key or by the item's; −1 stands for no number.
 */
public final class Numbers {
    /** Stands for no number. */
    public static final long NONE = -1;

    private final PreparedDataset data;
    private Events events;

    public Numbers(PreparedDataset data) {
        this.data = data;
    }

    /** How often items and users occur in the source, and where first. */
    private record Events(long[] itemCount, long[] itemFirst, long[] userCount, long[] userFirst) {}

    /** The number of each item (by its number here, from 0) or each user under a rule. */
    public long[] of(String field, Vocabulary vocabulary) {
        if (field.equals(Mapping.USER)) {
            return byKey(users(), vocabulary);
        }
        if (field.equals(Mapping.ITEM)) {
            long[] numbers = byKey(items(), vocabulary);
            return behind(numbers);
        }
        return ofField(field(field), vocabulary);
    }

    private static long[] behind(long[] ofItems) {
        long[] numbers = new long[ofItems.length + Field.FIRST];
        Arrays.fill(numbers, 0, Field.FIRST, NONE);
        System.arraycopy(ofItems, 0, numbers, Field.FIRST, ofItems.length);
        return numbers;
    }

    /** Index of a field among the categorical item fields. */
    public int field(String name) {
        List<Field> fields = data.schema().categoricalItemFields();
        return IntStream.range(0, fields.size())
                .filter(i -> fields.get(i).name().equals(name))
                .findFirst()
                .orElse(Schema.ITEM);
    }

    /** An item, user or value with a key. */
    private record Keyed(String key, long count, long first) {}

    private List<Keyed> items() {
        Events known = events();
        List<Keyed> all = new ArrayList<>(data.items());
        for (int i = 0; i < data.items(); i++) {
            int item = i + Field.FIRST;
            all.add(new Keyed(data.itemKey(item), known.itemCount()[item], known.itemFirst()[item]));
        }
        return all;
    }

    private List<Keyed> users() {
        Events known = events();
        return IntStream.range(0, data.users())
                .mapToObj(u -> new Keyed(data.userKey(u), known.userCount()[u], known.userFirst()[u]))
                .toList();
    }

    /** Only the first value of an item is used, since such a model has one category for each item. */
    private long[] ofField(int f, Vocabulary vocabulary) {
        long[] numbers = new long[data.items() + Field.FIRST];
        Arrays.fill(numbers, NONE);
        Map<String, Long> byItem = vocabulary.numbers();
        if (vocabulary.rule() == Rule.FILE && ofItems(byItem)) {
            for (int item = Field.FIRST; item < numbers.length; item++) {
                numbers[item] = byItem.getOrDefault(data.itemKey(item), unknown(vocabulary));
            }
            return numbers;
        }
        Events known = events();
        Map<Integer, Keyed> values = new LinkedHashMap<>();
        for (int item = Field.FIRST; item < numbers.length; item++) {
            int id = data.itemField(f, item, 0);
            if (id < Field.FIRST) {
                continue;
            }
            long count = known.itemCount()[item];
            long first = known.itemFirst()[item];
            Keyed before = values.get(id);
            values.put(
                    id,
                    before == null
                            ? new Keyed(data.itemValue(f, id), count, first)
                            : new Keyed(before.key(), before.count() + count, Math.min(before.first(), first)));
        }
        List<Integer> ids = new ArrayList<>(values.keySet());
        long[] each = byKey(ids.stream().map(values::get).toList(), vocabulary);
        Map<Integer, Long> numberOf = new HashMap<>();
        for (int i = 0; i < each.length; i++) {
            numberOf.put(ids.get(i), each[i]);
        }
        for (int item = Field.FIRST; item < numbers.length; item++) {
            numbers[item] = numberOf.getOrDefault(data.itemField(f, item, 0), nothing(vocabulary));
        }
        return numbers;
    }

    /** The number of an item without a value: the one before the first, like padding. */
    private static long nothing(Vocabulary vocabulary) {
        return vocabulary.unknown() != null ? vocabulary.unknown() : Math.max(0, vocabulary.first() - 1);
    }

    private boolean ofItems(Map<String, Long> numbers) {
        int hits = 0;
        int asked = Math.min(data.items(), 200);
        for (int i = 0; i < asked; i++) {
            hits += numbers.containsKey(data.itemKey(Field.FIRST + i)) ? 1 : 0;
        }
        return hits > asked / 2;
    }

    private static long unknown(Vocabulary vocabulary) {
        return vocabulary.unknown() == null ? NONE : vocabulary.unknown();
    }

    private static long[] byKey(List<Keyed> all, Vocabulary vocabulary) {
        long[] numbers = new long[all.size()];
        switch (vocabulary.rule()) {
            case FILE -> {
                for (int i = 0; i < numbers.length; i++) {
                    numbers[i] = vocabulary.numbers().getOrDefault(all.get(i).key(), unknown(vocabulary));
                }
            }
            case AS_IS -> {
                for (int i = 0; i < numbers.length; i++) {
                    numbers[i] =
                            whole(all.get(i).key()) ? Long.parseLong(all.get(i).key()) + vocabulary.first() - 1 : NONE;
                }
            }
            default -> {
                Integer[] order = new Integer[all.size()];
                Arrays.setAll(order, i -> i);
                Arrays.sort(order, order(all, vocabulary.rule()));
                for (int place = 0; place < order.length; place++) {
                    numbers[order[place]] = place + (long) vocabulary.first();
                }
            }
        }
        return numbers;
    }

    private static Comparator<Integer> order(List<Keyed> all, Rule rule) {
        Comparator<Integer> byText = Comparator.comparing(i -> all.get(i).key());
        return switch (rule) {
            case SORTED ->
                all.stream().allMatch(each -> whole(each.key()))
                        ? Comparator.comparingLong(
                                (Integer i) -> Long.parseLong(all.get(i).key()))
                        : byText;
            case FIRST_IN_FILE ->
                Comparator.comparingLong((Integer i) -> all.get(i).first()).thenComparing(byText);
            case FREQUENCY ->
                Comparator.comparingLong((Integer i) -> -all.get(i).count())
                        .thenComparingLong(i -> all.get(i).first())
                        .thenComparing(byText);
            default -> byText;
        };
    }

    private static boolean whole(String key) {
        return key.matches("-?\\d{1,18}");
    }

    /** How many values of a field have numbers. */
    public int size(String field) {
        if (field.equals(Mapping.USER)) {
            return data.users();
        }
        if (field.equals(Mapping.ITEM)) {
            return data.items();
        }
        int f = field(field);
        TreeSet<Integer> used = new TreeSet<>();
        for (int item = Field.FIRST; item < data.items() + Field.FIRST; item++) {
            used.add(data.itemField(f, item, 0));
        }
        used.removeIf(id -> id < Field.FIRST);
        return used.size();
    }

    private Events events() {
        if (events != null) {
            return events;
        }
        long[] itemCount = new long[data.items() + Field.FIRST];
        long[] itemFirst = new long[itemCount.length];
        long[] userCount = new long[data.users()];
        long[] userFirst = new long[data.users()];
        Arrays.fill(itemFirst, Long.MAX_VALUE);
        Arrays.fill(userFirst, Long.MAX_VALUE);
        for (int user = 0; user < data.users(); user++) {
            for (long event = data.firstEvent(user); event < data.endEvent(user); event++) {
                int item = data.eventItem(event);
                int place = data.eventOrder(event);
                itemCount[item]++;
                itemFirst[item] = Math.min(itemFirst[item], place);
                userCount[user]++;
                userFirst[user] = Math.min(userFirst[user], place);
            }
        }
        events = new Events(itemCount, itemFirst, userCount, userFirst);
        return events;
    }
}
