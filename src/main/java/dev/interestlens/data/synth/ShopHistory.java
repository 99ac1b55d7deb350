package dev.interestlens.data.synth;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The observed events of one customer so far. A session ends where the gap is an hour or more. */
public final class ShopHistory {

    static final int SESSION_GAP = 3600;

    private final ShopWorld world;
    private final boolean[] seen;
    private final int[] lastOfInterest;
    private final List<Integer> items = new ArrayList<>();
    private final List<Integer> sessionInterests = new ArrayList<>();
    private long lastTime;

    public ShopHistory(ShopWorld world) {
        this.world = world;
        this.seen = new boolean[world.items()];
        this.lastOfInterest = new int[world.interests()];
        Arrays.fill(lastOfInterest, -1);
    }

    /** Of the first {@code length} events, without the one at {@code removed}; -1 removes none. */
    public static ShopHistory of(ShopWorld world, int[] items, long[] times, int length, int removed) {
        ShopHistory history = new ShopHistory(world);
        for (int i = 0; i < length; i++) {
            if (i != removed) {
                history.add(items[i], times[i]);
            }
        }
        return history;
    }

    /** @param time seconds, not before that of the last event */
    public void add(int item, long time) {
        int interest = world.interest(item);
        if (items.isEmpty() || time - lastTime >= SESSION_GAP) {
            sessionInterests.add(interest);
        }
        lastOfInterest[interest] = items.size();
        items.add(item);
        seen[item] = true;
        lastTime = time;
    }

    public int size() {
        return items.size();
    }

    public boolean seen(int item) {
        return seen[item];
    }

    public int unseen() {
        return (int) IntStream.range(0, seen.length).filter(item -> !seen[item]).count();
    }

    int item(int position) {
        return items.get(position);
    }

    /** Position of the last event of the interest, or -1. */
    int last(int interest) {
        return lastOfInterest[interest];
    }

    int sessions() {
        return sessionInterests.size();
    }

    /** The interest of the first event of the session, counted from 0. */
    int sessionInterest(int session) {
        return sessionInterests.get(session);
    }

    int currentInterest() {
        return sessionInterests.get(sessionInterests.size() - 1);
    }

    /** The positions of all events of the interest. */
    int[] positions(int interest) {
        int[] found = new int[items.size()];
        int count = 0;
        for (int position = 0; position < found.length; position++) {
            if (world.interest(items.get(position)) == interest) {
                found[count++] = position;
            }
        }
        return Arrays.copyOf(found, count);
    }
}
