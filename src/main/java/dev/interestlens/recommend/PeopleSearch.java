package dev.interestlens.recommend;

import dev.interestlens.data.Field;
import dev.interestlens.data.ItemWords;
import dev.interestlens.data.PreparedDataset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Finds users by words: by their key, by a behaviour whose title contains all words, and by the number of their events ({@code n>20 matrix}). Reads
 * only a bounded part of a large log.
 */
public final class PeopleSearch {
    private static final Pattern NUMBER = Pattern.compile("0|[1-9]\\d*");
    private static final Pattern LENGTH = Pattern.compile("n([<>]=?|=)(\\d{1,9})");
    private static final long MAX_EVENTS = 5_000_000;
    private static final int MAX_SORTED = 50_000;
    static final Comparator<String> NUMBERS_BY_VALUE = Comparator.<String, Integer>comparing(
                    key -> NUMBER.matcher(key).matches() ? key.length() : Integer.MAX_VALUE)
            .thenComparing(Comparator.naturalOrder());

    private final PreparedDataset data;
    private int[] order;

    public PeopleSearch(PreparedDataset data) {
        this.data = data;
    }

    /** Numbers of at most {@code most} users, those with the key first; empty where it was cancelled. */
    public List<Integer> find(String text, int most, BooleanSupplier cancelled) {
        List<String> words = new ArrayList<>();
        List<Matcher> lengths = new ArrayList<>();
        for (String word : text.toLowerCase(Locale.ROOT).strip().split("\\s+")) {
            Matcher length = LENGTH.matcher(word);
            if (length.matches()) {
                lengths.add(length);
            } else if (!word.isEmpty() && !word.equals("watched")) {
                words.add(word);
            }
        }
        Set<Integer> found = new LinkedHashSet<>();
        int exact = data.userOf(text.strip());
        if (exact >= 0) {
            found.add(exact);
        }
        BitSet items = words.isEmpty() ? new BitSet() : items(words);
        long seen = 0;
        order = order == null ? order() : order;
        for (int i = 0; i < order.length && found.size() < most && seen < MAX_EVENTS; i++) {
            if (cancelled.getAsBoolean()) {
                return List.of();
            }
            int user = order[i];
            seen += data.endEvent(user) - data.firstEvent(user);
            if (fits(user, lengths) && (words.isEmpty() || named(user, words) || touched(user, items))) {
                found.add(user);
            }
        }
        return List.copyOf(found);
    }

    /** All users in natural order, 2 before 10; for a large log, as they are stored. */
    private int[] order() {
        IntStream users = IntStream.range(0, data.users());
        if (data.users() > MAX_SORTED) {
            return users.toArray();
        }
        String[] keys = users.mapToObj(data::userKey).toArray(String[]::new);
        return IntStream.range(0, keys.length)
                .boxed()
                .sorted(Comparator.comparing(user -> keys[user], NUMBERS_BY_VALUE))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private BitSet items(List<String> words) {
        BitSet items = new BitSet();
        ItemWords names = new ItemWords(data);
        for (int item = Field.FIRST; item < Field.FIRST + data.items(); item++) {
            items.set(item, names.holds(item, words));
        }
        return items;
    }

    private boolean named(int user, List<String> words) {
        return words.size() == 1 && data.userKey(user).toLowerCase(Locale.ROOT).startsWith(words.get(0));
    }

    private boolean touched(int user, BitSet items) {
        int count = (int) (data.endEvent(user) - data.firstEvent(user));
        int[] own = new int[count];
        data.eventItems(data.firstEvent(user), own, 0, count);
        return Arrays.stream(own).anyMatch(items::get);
    }

    private boolean fits(int user, List<Matcher> lengths) {
        long n = data.endEvent(user) - data.firstEvent(user);
        return lengths.stream().allMatch(length -> {
            long bound = Long.parseLong(length.group(2));
            return switch (length.group(1)) {
                case "<" -> n < bound;
                case "<=" -> n <= bound;
                case ">" -> n > bound;
                case ">=" -> n >= bound;
                default -> n == bound;
            };
        });
    }
}
