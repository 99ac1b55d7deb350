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
import java.util.stream.IntStream;

/**
 * Which other rows lend their parts, as a function of the seed, the request and the number of the draw. The candidates of one request share its
 * foreign history, user and context; each has a foreign item of its own. Nobody draws from the same user or the same item.
 */
final class ForeignDraws {
    /** Histories of about the same length: this share of all requests, at least {@value #NEAREST}. */
    private static final double NEAR = 0.1;

    private static final int NEAREST = 20;
    private static final int TRIES = 100;

    private enum Purpose {
        HISTORY,
        GAPS,
        USER,
        CONTEXT,
        ORDER,
        ITEM,
        ALIKE
    }

    private final RawBatch requests;
    private final int[] users;
    private final long seed;
    private final int[] byLength;
    private final int[] place;
    private final int[] warm;
    private final Map<List<Object>, int[]> alike = new HashMap<>();
    private final List<List<Object>> fields;

    /**
     * @param users of the requests; at least two differ
     * @param items the catalogue as candidates
     * @param warm those that occur in training, at least two
     */
    ForeignDraws(RawBatch requests, int[] users, RawBatch items, int[] warm, long seed) {
        this.requests = requests;
        this.users = users;
        this.warm = warm;
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
        Map<List<Object>, List<Integer>> groups = new HashMap<>();
        for (int item : warm) {
            groups.computeIfAbsent(fields.get(item), key -> new ArrayList<>()).add(item);
        }
        groups.forEach((key, group) ->
                alike.put(key, group.stream().mapToInt(Integer::intValue).toArray()));
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
    int history(int request, int draw) {
        return near(Purpose.HISTORY, request, draw);
    }

    /** Another one, for its gaps. */
    int gaps(int request, int draw) {
        return near(Purpose.GAPS, request, draw);
    }

    /** A request of another user. */
    int user(int request, int draw) {
        return other(Purpose.USER, request, draw, 0, users.length);
    }

    /** A request of another user. */
    int context(int request, int draw) {
        return other(Purpose.CONTEXT, request, draw, 0, users.length);
    }

    /** An order of the request's own behaviours. */
    int[] order(int request, int draw) {
        int n = requests.length(request);
        Permutation order = new Permutation(n, place(Purpose.ORDER, request, draw));
        return IntStream.range(0, n).map(order::at).toArray();
    }

    /** Another item. */
    int item(int row, int own, int draw) {
        return otherItem(warm, own, place(Purpose.ITEM, row, draw));
    }

    /** Another item with the same fields; any other one where there is none. */
    int alike(int row, int own, int draw) {
        int[] same = alike.getOrDefault(fields.get(own), new int[0]);
        boolean any = Arrays.stream(same).anyMatch(item -> item != own);
        return otherItem(any ? same : warm, own, place(Purpose.ALIKE, row, draw));
    }

    private static int otherItem(int[] among, int own, long place) {
        for (long n = 0; ; n++) {
            int item = among[Mix.below(Mix.draw(place, n), among.length)];
            if (item != own) {
                return item;
            }
        }
    }

    private int near(Purpose purpose, int request, int draw) {
        int half = Math.max(NEAREST, (int) (NEAR * users.length)) / 2;
        int from = Math.max(0, place[request] - half);
        return other(purpose, request, draw, from, Math.min(users.length, place[request] + half + 1));
    }

    private int other(Purpose purpose, int request, int draw, int from, int to) {
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
