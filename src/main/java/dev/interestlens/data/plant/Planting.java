package dev.interestlens.data.plant;

import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.plant.ItemPairs.Pair;
import dev.interestlens.store.EnumNames;
import dev.interestlens.store.Problem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Chooses users, pairs of items and places, and replaces the items of these events. An effect always has its causes before it; four of five causes in
 * training have their effect. As many decoys, in other histories, are causes without their effect and effects without their causes, so that none of
 * these items alone tells the others. A cause takes the place of the behaviour nearby whose popularity is nearest to its own, an effect that of an event whose
 * item is of middling popularity, too.
 */
final class Planting {
    private static final int MIN_EVENTS = 8;
    private static final int MIN_USERS = 60;
    private static final int MAX_USERS = 2000;
    private static final int EFFECTS = 4;
    private static final int EVENTS_AN_EFFECT = 5;
    private static final double WITHOUT_EFFECT = 0.2;
    private static final int NEARBY = 2;
    private static final int ATTEMPTS = 40;

    /** A planted effect and its causes, by position among the events of the user. */
    record Planted(int user, int position, List<Integer> causes) {}

    private final PreparedDataset data;
    private final PlantedLaw law;
    private final LogItems log;
    private final ItemPairs.Middling middling;
    private final Distances distances;
    private final List<Pair> pairs;
    private final SplittableRandom random;
    private final Map<Integer, BitSet> taken = new HashMap<>();
    private final List<Planted> planted = new ArrayList<>();
    private final List<Integer> planters;
    private final List<Integer> others;
    private int decoys;
    private long replaced;

    /** @throws dev.interestlens.store.ProblemException of kind BAD_INPUT that says what the log lacks */
    Planting(PreparedDataset data, PlantSettings settings) {
        this.data = data;
        law = settings.law();
        require(data.info().planted().isEmpty(), "plantedAlready");
        require(data.schema().hasCategory() && data.info().counts().categories() > 1, "noCategories");
        require(data.info().times().timed(), "noTimes");
        log = LogItems.of(data);
        random = new SplittableRandom(settings.seed());
        middling = ItemPairs.popularity(data, log);
        List<Integer> all = eligible(settings.seed());
        int wanted = (int) Math.min(MAX_USERS, Math.max(MIN_USERS, Math.round(settings.share() * all.size())));
        List<Integer> able = all.stream()
                .filter(user -> isMiddling(user, log.length(user) - 1))
                .toList();
        if (all.size() < 3 * wanted) {
            throw few(law.behind() > 0 ? "fewLong" : "fewUsers", all.size(), 3 * wanted)
                    .exception();
        }
        if (able.size() < wanted) {
            throw few(able.size() < MIN_USERS ? "fewEnds" : "largeShare", able.size(), wanted)
                    .exception("most", BigDecimal.valueOf(10_000L * able.size() / all.size(), 4));
        }
        planters = able.subList(0, wanted);
        others = new ArrayList<>(all);
        others.removeAll(new HashSet<>(planters));
        distances = Distances.of(data, log);
        pairs = ItemPairs.draw(data, log, law.causes(), wanted, random);
    }

    private static void require(boolean holds, String key) {
        if (!holds) {
            throw Problem.badInput(Planting.class, key).exception();
        }
    }

    private Problem.Builder few(String key, int found, int needed) {
        return Problem.badInput(Planting.class, key)
                .with("found", found)
                .with("length", MIN_EVENTS + law.behind())
                .with("needed", needed);
    }

    /** Users with enough events whose keys can stand in a line of text, in random order. */
    private List<Integer> eligible(long seed) {
        List<Integer> users = new ArrayList<>(IntStream.range(0, log.users())
                .filter(user -> log.length(user) >= MIN_EVENTS + law.behind()
                        && data.userKey(user).chars().noneMatch(c -> c == '\n' || c == '\r'))
                .boxed()
                .toList());
        Collections.shuffle(users, new Random(seed));
        return users;
    }

    /** Plants everything; called once. */
    void plant() {
        for (int i = 0; i < planters.size(); i++) {
            user(planters.get(i), i);
        }
    }

    private void user(int user, int turn) {
        int length = log.length(user);
        int effects = Math.max(1, Math.min(EFFECTS, (length - law.behind()) / EVENTS_AN_EFFECT));
        effect(user, length - 1, false);
        boolean valid = effects > 1 && turn % 2 == 0;
        if (valid) {
            effect(user, length - 2, false);
        }
        int earliest = law.behind() + law.causes();
        for (int k = valid ? 2 : 1; k < effects && earliest < length - 2; k++) {
            int position = random.nextInt(earliest, length - 2);
            for (int attempt = 0; attempt < ATTEMPTS && !isMiddling(user, position); attempt++) {
                position = random.nextInt(earliest, length - 2);
            }
            effect(user, position, random.nextDouble() < WITHOUT_EFFECT);
        }
    }

    private boolean isMiddling(int user, int position) {
        return middling.holds(log.count(log.item(user, position)));
    }

    /**
     * Plants one pair that this history has no item of.
     *
     * @param bare without the effect: the causes alone
     */
    private void effect(int user, int position, boolean bare) {
        int first = random.nextInt(pairs.size());
        for (int i = 0; i < pairs.size(); i++) {
            Pair pair = pairs.get((first + i) % pairs.size());
            int[] places = free(user, pair) ? places(user, position, pair.causes()) : null;
            if (places != null) {
                put(user, places, pair.causes());
                if (bare) {
                    decoys++;
                } else {
                    put(user, position, pair.effect());
                    planted.add(new Planted(
                            user, position, IntStream.of(places).boxed().toList()));
                }
                decoyCauses(pair, log.length(user) - position);
                decoyEffect(pair, log.length(user) - position);
                return;
            }
        }
    }

    /** In another history the causes without the effect: one of two, or both in the other order, where it needs both. */
    private void decoyCauses(Pair pair, int fromEnd) {
        List<Integer> causes = new ArrayList<>(pair.causes());
        if (law == PlantedLaw.ORDER) {
            Collections.reverse(causes);
        } else if (law == PlantedLaw.PAIR) {
            causes.remove(random.nextInt(causes.size()));
        }
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int user = others.get(random.nextInt(others.size()));
            int position = log.length(user) - fromEnd;
            int[] places = position >= 0 && free(user, pair) ? places(user, position, causes) : null;
            if (places != null) {
                put(user, places, causes);
                decoys++;
                return;
            }
        }
    }

    private void decoyEffect(Pair pair, int fromEnd) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int user = others.get(random.nextInt(others.size()));
            int position = log.length(user) - fromEnd;
            if (position >= 0 && isMiddling(user, position) && free(user, pair) && !isTaken(user, position)) {
                put(user, position, pair.effect());
                decoys++;
                return;
            }
        }
    }

    /** Whether a history has none of the pair's items so far. */
    private boolean free(int user, Pair pair) {
        return !log.has(user, pair.effect()) && pair.causes().stream().noneMatch(cause -> log.has(user, cause));
    }

    /** Places of the causes before an event, in their order; null where there is no room. */
    private int[] places(int user, int position, List<Integer> causes) {
        int[] places = new int[causes.size()];
        int before = position - law.behind();
        if (isTaken(user, position)) {
            return null;
        }
        for (int k = causes.size() - 1; k >= 0; k--) {
            int last = before - k; // the earlier causes need room, too
            if (last < 1) {
                return null;
            }
            int at = before - distances.draw(random, last);
            places[k] = nearestInPopularity(user, at, k, before, causes.get(k));
            if (places[k] < 0) {
                return null;
            }
            before = places[k];
        }
        return places;
    }

    /** Of the free places around one, from {@code first} to before {@code end}, that of the most similar popularity; −1 where none is free. */
    private int nearestInPopularity(int user, int around, int first, int end, int item) {
        int best = -1;
        int least = Integer.MAX_VALUE;
        for (int at = Math.max(first, around - NEARBY); at <= Math.min(end - 1, around + NEARBY); at++) {
            int difference = Math.abs(log.count(log.item(user, at)) - log.count(item));
            if (!isTaken(user, at) && difference < least) {
                least = difference;
                best = at;
            }
        }
        return best;
    }

    private boolean isTaken(int user, int position) {
        return taken.getOrDefault(user, new BitSet()).get(position);
    }

    private void put(int user, int[] places, List<Integer> items) {
        for (int k = 0; k < places.length; k++) {
            put(user, places[k], items.get(k));
        }
    }

    private void put(int user, int position, int item) {
        log.put(user, position, item);
        taken.computeIfAbsent(user, any -> new BitSet()).set(position);
        replaced++;
    }

    /** The items of all events as planted. */
    int[] items() {
        return log.items();
    }

    /** Planted effects by user. */
    Map<Integer, List<Planted>> effects() {
        Map<Integer, List<Planted>> byUser = new HashMap<>();
        planted.forEach(each ->
                byUser.computeIfAbsent(each.user(), any -> new ArrayList<>()).add(each));
        return byUser;
    }

    PlantReport report() {
        int[] parts = new int[3]; // from the end: test, validation, training
        planted.forEach(each -> parts[Math.min(2, log.length(each.user()) - 1 - each.position())]++);
        return new PlantReport(
                EnumNames.lower(law),
                effects().size(),
                replaced,
                pairs.stream()
                        .map(pair -> new PlantReport.Pair(
                                pair.causes().stream().map(data::itemKey).toList(), data.itemKey(pair.effect())))
                        .toList(),
                new PlantReport.Parts(parts[2], parts[1], parts[0]),
                decoys);
    }
}
