package dev.interestlens.recommend;

import dev.interestlens.data.Field;
import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.RawBatch;
import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.data.protocol.Target;
import dev.interestlens.explain.look.Behaviour;
import dev.interestlens.explain.look.Impression;
import dev.interestlens.explain.look.Impressions;
import dev.interestlens.explain.look.Item;
import dev.interestlens.explain.look.WhatIf;
import dev.interestlens.store.Problem;
import dev.interestlens.store.ProblemException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Finds or makes the people to recommend to. Safe for several threads while the data set is open. */
public final class People {
    private static final int GAP_USERS = 1000;

    private final SampleSet samples;
    private final PreparedDataset data;
    private final Impressions impressions;
    private final Map<Integer, Integer> cold;
    private final long gap;

    public People(SampleSet samples) {
        this.samples = samples;
        data = samples.data();
        impressions = new Impressions(samples);
        cold = samples.coldTargets(Part.TEST).stream()
                .collect(Collectors.toMap(Target::user, Target::position, Math::max));
        gap = typicalGap();
    }

    /** The median time between the last two events of users; 0 where the log has no times. */
    private long typicalGap() {
        if (!data.info().times().timed()) {
            return 0;
        }
        long[] gaps = IntStream.range(0, Math.min(GAP_USERS, data.users()))
                .map(u -> (int) ((long) u * data.users() / Math.min(GAP_USERS, data.users())))
                .filter(user -> data.endEvent(user) - data.firstEvent(user) > 1)
                .mapToLong(user -> data.eventTime(data.endEvent(user) - 1) - data.eventTime(data.endEvent(user) - 2))
                .sorted()
                .toArray();
        return gaps.length == 0 ? 0 : gaps[gaps.length / 2];
    }

    /** A user after everything in the log: the next item is unknown. */
    public Person next(int user) {
        return of(user, (int) (data.endEvent(user) - data.firstEvent(user)), Person.NO_TRUTH);
    }

    /** A user before the last test event, or where there is none after everything in the log. */
    public Person latest(int user) {
        OptionalInt position = testPosition(user);
        return position.isPresent() ? before(user, position.getAsInt()) : next(user);
    }

    /**
     * A user before the last test event.
     *
     * @throws dev.interestlens.store.ProblemException of kind USAGE where there is none
     */
    public Person beforeTest(int user) {
        return before(user, testPosition(user).orElseThrow(() -> noTest(user)));
    }

    /** Why the test part has no row of a user: often it asks about an item that training does not know. */
    private ProblemException noTest(int user) {
        OptionalInt cold = coldPosition(user);
        if (cold.isEmpty()) {
            return Problem.usage(People.class, "noTestEvent").ofValue(data.userKey(user));
        }
        Item item = impressions.item(data.eventItem(data.firstEvent(user) + cold.getAsInt()));
        return Problem.usage(People.class, "coldTestEvent")
                .with("id", item.id())
                .with("title", item.title().en())
                .ofValue(data.userKey(user));
    }

    /** Position of the last event of a user that the test part leaves out, since its item never occurs in training; empty where there is none. */
    public OptionalInt coldPosition(int user) {
        Integer position = cold.get(user);
        return position == null ? OptionalInt.empty() : OptionalInt.of(position);
    }

    /**
     * Position of the last test event of a user.
     *
     * @return empty where the user has no such event
     */
    public OptionalInt testPosition(int user) {
        return samples.targets(user).entrySet().stream()
                .filter(target -> target.getValue() == Part.TEST)
                .mapToInt(Map.Entry::getKey)
                .max();
    }

    /** A user before one of the user's events. */
    public Person before(int user, int position) {
        return of(user, position, data.eventItem(data.firstEvent(user) + position));
    }

    private Person of(int user, int position, int truth) {
        long first = data.firstEvent(user);
        Set<Integer> met = new HashSet<>();
        for (int k = 0; k < position; k++) {
            met.add(data.eventItem(first + k));
        }
        return new Person(
                data.userKey(user),
                user,
                position,
                impressions.history(user, position),
                samples.single(user, position, new int[] {Field.UNKNOWN}),
                met,
                truth);
    }

    /**
     * A history made by hand; nothing else is known about the person. The times between its events are typical of this log, and it is the day after it.
     *
     * @param items oldest first; the model reads the newest ones where there are too many
     */
    public Person made(String name, List<Integer> items) {
        int most = samples.config().history().maxLength();
        List<Integer> read = items.subList(Math.max(0, items.size() - most), items.size());
        long[] gaps = new long[read.size()];
        Arrays.setAll(gaps, j -> gap * (gaps.length - j));
        List<Behaviour> history = new ArrayList<>();
        for (int item : read) {
            history.add(new Behaviour(history.size(), impressions.item(item), Behaviour.UNTIMED));
        }
        int[] numbers = read.stream().mapToInt(Integer::intValue).toArray();
        return new Person(
                name,
                Person.NOBODY,
                read.size(),
                history,
                samples.custom(numbers, gaps, Person.NOBODY, samples.nextDay(), new int[] {Field.UNKNOWN}),
                new HashSet<>(items),
                Person.NO_TRUTH);
    }

    /**
     * A user by key.
     *
     * @throws dev.interestlens.store.ProblemException of kind USAGE where there is none
     */
    public int user(String key) {
        int user = data.userOf(key);
        if (user < 0) {
            throw Problem.usage(People.class, "noSuchUser").ofValue(key);
        }
        return user;
    }

    /**
     * Items by their keys.
     *
     * @throws dev.interestlens.store.ProblemException of kind USAGE naming the first that the data set does not have
     */
    public List<Integer> items(List<String> keys) {
        List<Integer> found = new ArrayList<>();
        for (String key : keys) {
            int item = data.itemOf(key);
            if (item == Field.UNKNOWN) {
                throw Problem.usage(People.class, "noSuchItem")
                        .value(key)
                        .with("place", found.size() + 1)
                        .exception("data", data.info().origin().name());
            }
            found.add(item);
        }
        return found;
    }

    /** Several candidates with a person's history: one sample each, in order. */
    public RawBatch candidates(Person person, int... candidates) {
        return person.batch().before(samples.custom(new int[0], new long[0], 0, candidates));
    }

    /** One candidate with a person's history, to be explained. */
    public Impression impression(Person person, int candidate) {
        WhatIf made = person.before(candidate).orElse(null);
        return made == null
                ? impressions.of(
                        person.user(), person.position(), candidate, person.truth() == candidate ? 1 : Float.NaN)
                : impressions.of(made);
    }

    /** The same without other candidates. */
    public Impression alone(Person person, int candidate) {
        RawBatch batch = candidates(person, candidate);
        return new Impression(
                person.user(), person.name(), Float.NaN, item(candidate), person.history(), batch, List.of(), batch);
    }

    /** An item with its names. */
    public Item item(int number) {
        return impressions.item(number);
    }
}
