package dev.interestlens.explain.anatomy;

import dev.interestlens.data.RawBatch;
import dev.interestlens.data.protocol.draw.Mix;
import dev.interestlens.data.protocol.draw.Permutation;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Which other rows lend their parts, as a function of the seed, the request and the number of the draw. All that is another person's is of one
 * person, whom the candidates of a request share; each candidate has a foreign item of its own. Nobody draws from the same user or the same item.
 */
final class ForeignDraws {
    /** Histories of about the same length: this share of all requests, at least {@value #NEAREST}. */
    private static final double NEAR = 0.1;

    private static final int NEAREST = 20;

    /** So many places up or down among items by popularity: the nearest ten have about as many events, the most popular ones too. */
    private static final int NEAREST_ITEMS = 5;

    private static final int TRIES = 100;

    private enum Purpose {
        PERSON,
        GAPS,
        ORDER,
        ITEM
    }

    private final RawBatch requests;
    private final int[] users;
    private final long seed;
    private final int[] byLength;
    private final int[] place;
    private final ItemsByPopularity warm;
    private final Map<List<Object>, ItemsByPopularity> alike = new HashMap<>();
    private final List<List<Object>> fields;

    /**
     * @param users of the requests; at least two differ
     * @param items the catalogue as candidates
     * @param events of each item in training; at least two items have some
     */
    ForeignDraws(RawBatch requests, int[] users, RawBatch items, int[] events, long seed) {
        this.requests = requests;
        this.users = users;
        this.seed = seed;
        byLength = IntStream.range(0, users.length)
                .boxed()
                .sorted((a, b) -> Integer.compare(requests.length(a), requests.length(b)))
                .mapToInt(Integer::intValue)
                .toArray();
        place = new int[users.length];
        for (int at = 0; at < byLength.length; at++) {
            place[byLength[at]] = at;
        }
        fields = fields(items);
        List<Integer> all = IntStream.range(0, events.length)
                .filter(item -> events[item] > 0)
                .boxed()
                .toList();
        warm = new ItemsByPopularity(all, events, seed);
        all.stream()
                .collect(Collectors.groupingBy(fields::get))
                .forEach((key, group) -> alike.put(key, new ItemsByPopularity(group, events, seed)));
    }

    /** The values of all fields but the id, by item. */
    private static List<List<Object>> fields(RawBatch items) {
        List<List<Object>> fields = new ArrayList<>();
        int numbers = items.candidateNumbers.length / Math.max(1, items.size());
        for (int item = 0; item < items.size(); item++) {
            List<Object> values = new ArrayList<>();
            for (int f = 1; f < items.candidate.length; f++) {
                int width = items.candidate[f].length / items.size();
                values.add(IntBuffer.wrap(Arrays.copyOfRange(items.candidate[f], item * width, (item + 1) * width)));
            }
            for (int k = 0; k < numbers; k++) {
                values.add(items.candidateNumbers[item * numbers + k]);
            }
            fields.add(values);
        }
        return fields;
    }

    /** A request of another user with about as many behaviours. */
    int person(int request, int draw) {
        return near(Purpose.PERSON, request, draw);
    }

    /** Another one, for its gaps. */
    int gaps(int request, int draw) {
        return near(Purpose.GAPS, request, draw);
    }

    /** An order of the request's own behaviours. */
    int[] order(int request, int draw) {
        int n = requests.length(request);
        Permutation order = new Permutation(n, place(Purpose.ORDER, request, draw));
        return IntStream.range(0, n).map(order::at).toArray();
    }

    /**
     * Another item, of about the same popularity and with the same fields, where there is one, unless these are foreign.
     *
     * @param foreign parts that are not the row's own
     */
    int item(int row, int own, Set<InputPart> foreign, int draw) {
        ItemsByPopularity same = foreign.contains(InputPart.ITEM_FIELDS) ? warm : alike.get(fields.get(own));
        ItemsByPopularity among = same != null && same.hasOther(own) ? same : warm;
        int[] near = foreign.contains(InputPart.POPULARITY) ? among.all() : among.near(own, NEAREST_ITEMS);
        long stream = place(Purpose.ITEM, row, draw);
        for (long n = 0; ; n++) {
            int item = near[Mix.below(Mix.draw(stream, n), near.length)];
            if (item != own) {
                return item;
            }
        }
    }

    private int near(Purpose purpose, int request, int draw) {
        int half = Math.max(NEAREST, (int) (NEAR * users.length)) / 2;
        int from = Math.max(0, place[request] - half);
        int to = Math.min(users.length, place[request] + half + 1);
        long stream = place(purpose, request, draw);
        for (long n = 0; ; n++) {
            boolean wide = n >= TRIES; // all near ones may be of the same user
            int low = wide ? 0 : from;
            int high = wide ? users.length : to;
            int donor = byLength[low + Mix.below(Mix.draw(stream, n), high - low)];
            if (users[donor] != users[request]) {
                return donor;
            }
        }
    }

    private long place(Purpose purpose, int row, int draw) {
        return Mix.place(seed, (long) draw * Purpose.values().length + purpose.ordinal(), row);
    }
}
