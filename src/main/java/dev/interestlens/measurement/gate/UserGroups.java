package dev.interestlens.measurement.gate;

import dev.interestlens.data.Field;
import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.Schema;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.explain.words.CategoryNames;
import dev.interestlens.explain.words.RelativeTime;
import dev.interestlens.explain.words.Text;
import dev.interestlens.explain.words.TextBundle;
import dev.interestlens.figure.Numerals;
import dev.interestlens.metric.KeptRanking;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.DoubleFunction;
import java.util.function.IntBinaryOperator;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Finds groups of the users of a ranking: all, quartiles of numbers, values of fields, and pairs of two groups. A group has at least {@value #LEAST}
 * users; a pair has at least {@value #PAIR}, and so has each of its sides without the other.
 */
final class UserGroups {
    static final int LEAST = 30;
    static final int PAIR = 60;

    private static final int PARTS = 4;
    private static final TextBundle WORDS = new TextBundle(UserGroups.class);

    private final SampleSet samples;
    private final PreparedDataset data;
    private final KeptRanking ranking;
    private final List<UserGroup> groups = new ArrayList<>();

    private UserGroups(SampleSet samples, KeptRanking ranking) {
        this.samples = samples;
        this.data = samples.data();
        this.ranking = ranking;
    }

    /** The group of all first, then the others, pairs last. */
    static List<UserGroup> of(SampleSet samples, KeptRanking ranking) {
        UserGroups found = new UserGroups(samples, ranking);
        found.history();
        found.trueItem();
        found.fields();
        List<UserGroup> all = new ArrayList<>();
        all.add(found.group(UserGroup.ALL, "", Text.same(""), IntStream.range(0, ranking.size())));
        all.addAll(found.groups);
        all.addAll(found.pairs());
        return all;
    }

    private void history() {
        quartiles("historyLength", "", entry -> ranking.positions()[entry], UserGroups::number);
        if (data.info().times().timed()) {
            quartiles("sinceLast", "", this::sinceLast, seconds -> RelativeTime.before((long) seconds));
        }
        double[] repeats =
                IntStream.range(0, ranking.size()).mapToDouble(this::repeats).toArray();
        quartiles("repeats", "", entry -> repeats[entry], UserGroups::percent);
    }

    private void trueItem() {
        quartiles("popularity", "", entry -> samples.trainingEvents(ranking.items()[entry]), UserGroups::number);
        split("cold", entry -> samples.trainingEvents(ranking.items()[entry]) == 0);
        split("repeated", this::isRepeated);
    }

    private void fields() {
        Schema schema = data.schema();
        CategoryNames names = new CategoryNames(data);
        List<Field> ids = schema.categoricalItemFields();
        for (int f = Schema.CATEGORY; f < ids.size(); f++) {
            int field = f;
            boolean category = f == Schema.CATEGORY && schema.hasCategory();
            values(
                    category ? "category" : "item",
                    category ? "" : ids.get(f).name(),
                    ids.get(f).width(),
                    (entry, k) -> data.itemField(field, ranking.items()[entry], k),
                    id -> category ? names.of(id) : Text.same(data.itemValue(field, id)));
        }
        numbers("item", schema.itemNumbers(), (field, entry) -> data.itemNumber(field, ranking.items()[entry]));
        List<Field> ofUsers = schema.categoricalUserFields();
        for (int f = 0; f < ofUsers.size(); f++) {
            int field = f;
            values(
                    "user",
                    ofUsers.get(f).name(),
                    ofUsers.get(f).width(),
                    (entry, k) -> data.userField(field, ranking.users()[entry], k),
                    id -> Text.same(data.userValue(field, id)));
        }
        numbers("user", schema.userNumbers(), (field, entry) -> data.userNumber(field, ranking.users()[entry]));
    }

    private long event(int entry) {
        return data.firstEvent(ranking.users()[entry]) + ranking.positions()[entry];
    }

    /** Seconds since the event before; NaN without one. */
    private double sinceLast(int entry) {
        return ranking.positions()[entry] == 0
                ? Double.NaN
                : data.eventTime(event(entry)) - data.eventTime(event(entry) - 1);
    }

    /** The share of earlier events whose item the user had chosen before; NaN without events. */
    private double repeats(int entry) {
        Set<Integer> distinct = new HashSet<>();
        for (long event = data.firstEvent(ranking.users()[entry]); event < event(entry); event++) {
            distinct.add(data.eventItem(event));
        }
        return 1 - distinct.size() / (double) ranking.positions()[entry];
    }

    private boolean isRepeated(int entry) {
        return data.contains(data.firstEvent(ranking.users()[entry]), event(entry), ranking.items()[entry]);
    }

    /** Entries for which it holds, and the others, if there are some of both. */
    private void split(String field, IntPredicate holds) {
        for (boolean wanted : new boolean[] {true, false}) {
            IntStream entries = IntStream.range(0, ranking.size()).filter(entry -> holds.test(entry) == wanted);
            add(group(field, "", WORDS.of(wanted ? "value.yes" : "value.no"), entries));
        }
    }

    private void numbers(String field, List<Field> fields, NumberOf number) {
        for (int f = 0; f < fields.size(); f++) {
            int of = f;
            quartiles(field, fields.get(f).name(), entry -> number.of(of, entry), UserGroups::number);
        }
    }

    private interface NumberOf {
        double of(int field, int entry);
    }

    /** @param id the k-th of an entry */
    private void values(String field, String name, int width, IntBinaryOperator id, IntFunction<Text> words) {
        Map<Integer, BitSet> byId = new TreeMap<>();
        for (int entry = 0; entry < ranking.size(); entry++) {
            for (int k = 0; k < width; k++) {
                int value = id.applyAsInt(entry, k);
                if (value >= Field.FIRST) {
                    byId.computeIfAbsent(value, key -> new BitSet()).set(entry);
                }
            }
        }
        byId.forEach((value, entries) -> add(group(field, name, words.apply(value), entries.stream())));
    }

    /** Cut at the quartiles of the entries; equal values stay together. */
    private void quartiles(String field, String name, IntToDoubleFunction value, DoubleFunction<Text> words) {
        double[] values = IntStream.range(0, ranking.size()).mapToDouble(value).toArray();
        double[] sorted =
                Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
        double[] starts = IntStream.range(0, sorted.length == 0 ? 0 : PARTS)
                .mapToDouble(part -> sorted[part * sorted.length / PARTS])
                .distinct()
                .toArray();
        for (int part = 0; part < starts.length; part++) {
            double from = starts[part];
            double to = part + 1 < starts.length ? starts[part + 1] : Double.POSITIVE_INFINITY;
            double last = Arrays.stream(sorted).filter(each -> each < to).max().orElse(from);
            Text range = range(words.apply(from), words.apply(last));
            add(group(
                    field,
                    name,
                    range,
                    IntStream.range(0, values.length).filter(entry -> values[entry] >= from && values[entry] < to)));
        }
    }

    private static Text range(Text from, Text to) {
        return from.equals(to) ? from : new Text(from.en() + "–" + to.en(), from.zh() + "–" + to.zh());
    }

    private static Text number(double value) {
        return Text.same(
                value == Math.rint(value) ? Numerals.count((long) value) : String.format(Locale.ROOT, "%.4g", value));
    }

    private static Text percent(double share) {
        return Text.same(Numerals.percent(share));
    }

    private UserGroup group(String field, String name, Text value, IntStream entries) {
        BitSet all = new BitSet();
        entries.forEach(all::set);
        return new UserGroup(
                name.isEmpty() ? field : field + "." + name,
                value,
                WORDS.of("group." + field, Map.of("value", value, "field", Text.same(name))),
                all,
                users(all));
    }

    /** Adds a group that is neither too small nor everybody. */
    private void add(UserGroup group) {
        if (group.users() >= LEAST && group.entries().cardinality() < ranking.size()) {
            groups.add(group);
        }
    }

    private int users(BitSet entries) {
        return (int)
                entries.stream().map(entry -> ranking.users()[entry]).distinct().count();
    }

    private List<UserGroup> pairs() {
        List<UserGroup> pairs = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            for (int j = i + 1; j < groups.size(); j++) {
                pair(groups.get(i), groups.get(j), pairs);
            }
        }
        return pairs;
    }

    private void pair(UserGroup one, UserGroup other, List<UserGroup> pairs) {
        if (one.field().equals(other.field()) || Math.min(one.users(), other.users()) < 2 * PAIR) {
            return;
        }
        BitSet both = without(one.entries(), without(one.entries(), other.entries()));
        int users = users(both);
        if (users >= PAIR
                && users(without(one.entries(), both)) >= PAIR
                && users(without(other.entries(), both)) >= PAIR) {
            pairs.add(one.and(other, both, users));
        }
    }

    private static BitSet without(BitSet all, BitSet some) {
        BitSet rest = (BitSet) all.clone();
        rest.andNot(some);
        return rest;
    }
}
