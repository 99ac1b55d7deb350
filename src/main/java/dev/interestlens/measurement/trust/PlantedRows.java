package dev.interestlens.measurement.trust;

import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.protocol.Sample;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.data.synth.cause.Cause;
import dev.interestlens.explain.fidelity.OutsideExplanations;
import dev.interestlens.explain.look.Impression;
import dev.interestlens.explain.look.Impressions;
import dev.interestlens.explain.look.Scores;
import dev.interestlens.measurement.quality.PlantedCauses;
import dev.interestlens.measurement.trust.Measured.Values;
import dev.interestlens.measurement.trust.Stand.Own;
import dev.interestlens.model.Scorer;
import dev.interestlens.workspace.OpenRun;
import dev.interestlens.workspace.StagedProgress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The planted effects of the test part of a run: whether the model learnt them, and which orderings find their causes. */
final class PlantedRows {
    private static final int OTHERS = 20;
    private static final int NEAR = 3;
    private static final int ATTEMPTS = 40;

    private final SampleSet samples;
    private final Scorer model;
    private final Map<String, List<Cause>> causes;
    private final boolean copy;
    private final List<Integer> planted = new ArrayList<>();
    private final List<Sample> others = new ArrayList<>();

    PlantedRows(OpenRun run) {
        this(run, PlantedCauses.of(run.data()).orElseThrow());
    }

    /** @param causes of choices, by user and event */
    PlantedRows(OpenRun run, Map<String, List<Cause>> causes) {
        samples = run.samples();
        model = run.model();
        this.causes = causes;
        copy = run.data().info().planted().isPresent();
        for (int row = 0; row < samples.size(Part.TEST); row++) {
            Sample sample = samples.sample(Part.TEST, row);
            if (sample.label() > 0.5) {
                if (!causesOf(sample).isEmpty()) {
                    planted.add(row);
                } else if (!causes.containsKey(samples.data().userKey(sample.user()))) {
                    others.add(sample);
                }
            }
        }
    }

    /** Places of the causes of a choice in the history that can be read; empty where it was not planted. */
    private Set<Integer> causesOf(Sample sample) {
        List<Cause> own = causes.getOrDefault(samples.data().userKey(sample.user()), List.of());
        int first = (int) (samples.firstHistoryEvent(sample) - samples.data().firstEvent(sample.user()));
        return sample.position() >= own.size()
                ? Set.of()
                : Arrays.stream(own.get(sample.position()).support())
                        .filter(position -> position >= first)
                        .mapToObj(position -> position - first)
                        .collect(Collectors.toSet());
    }

    /**
     * Places in the history of what was planted there for other effects. All effects of a copy are planted in the same few users, so that what belongs
     * to one really raises another, too; who names it is neither right nor wrong.
     *
     * @param own causes of each event of a user
     * @param position of the choice among them
     * @param first event of the history that can be read
     */
    static Set<Integer> plantedForOthers(List<Cause> own, int position, int first) {
        Set<Integer> places = new HashSet<>();
        for (int event = 0; event < Math.min(position, own.size()); event++) {
            int[] support = own.get(event).support();
            if (support.length > 0) {
                places.add(event - first);
                Arrays.stream(support).forEach(cause -> places.add(cause - first));
            }
        }
        places.removeIf(place -> place < 0);
        return places;
    }

    private Set<Integer> aside(Sample sample, Set<Integer> causesOf) {
        if (!copy) {
            return Set.of();
        }
        List<Cause> own = causes.get(samples.data().userKey(sample.user()));
        int first = (int) (samples.firstHistoryEvent(sample) - samples.data().firstEvent(sample.user()));
        Set<Integer> aside = plantedForOthers(own, sample.position(), first);
        aside.removeAll(causesOf);
        return aside;
    }

    /**
     * How far ahead an effect is of its other candidates after its causes, among histories of users without planted effects, and without this item,
     * before the same candidates on the same day: the share of them in which it is less far ahead.
     */
    Values learnt(StagedProgress progress) {
        SplittableRandom random = new SplittableRandom(1);
        List<Integer> users = new ArrayList<>();
        List<Double> shares = new ArrayList<>();
        for (int row : planted) {
            progress.within((double) users.size() / planted.size());
            Sample sample = samples.sample(Part.TEST, row);
            int[] candidates = IntStream.range(row, row + samples.group(Part.TEST))
                    .map(each -> samples.sample(Part.TEST, each).candidate())
                    .toArray();
            int[] days = samples.single(sample.user(), sample.position(), candidates).days;
            double own = ahead(sample, candidates, days);
            double less = 0;
            for (int k = 0; k < OTHERS; k++) {
                double theirs = ahead(other(random, candidates[0]), candidates, days);
                less += theirs < own ? 1 : theirs == own ? 0.5 : 0;
            }
            users.add(sample.user());
            shares.add(less / OTHERS);
        }
        return Values.of(users, shares);
    }

    /** A history that does not hold the effect: models learn that few items are chosen again. */
    private Sample other(SplittableRandom random, int effect) {
        Sample other = others.get(random.nextInt(others.size()));
        for (int attempt = 0; attempt < ATTEMPTS && holds(other, effect); attempt++) {
            other = others.get(random.nextInt(others.size()));
        }
        return other;
    }

    private boolean holds(Sample sample, int item) {
        long end = samples.endHistoryEvent(sample.user(), sample.position());
        return samples.data().contains(samples.firstHistoryEvent(sample), end, item);
    }

    private double ahead(Sample history, int[] candidates, int[] days) {
        float[] logits = model.logits(
                samples.single(history.user(), history.position(), candidates).withDays(days));
        double rest = IntStream.range(1, logits.length)
                .mapToDouble(i -> logits[i])
                .average()
                .orElse(0);
        return logits[0] - rest;
    }

    /**
     * Whether a cause is first, and the share of the causes among the first three, by ordering. One in which the behaviours of no history differ, such as
     * the Look of a model without attention, is left out: it orders nothing. What was planted for other effects stands in no ordering.
     */
    List<Map<String, Values>> found(StagedProgress progress) {
        Impressions impressions = new Impressions(samples);
        Orderings orderings = new Orderings(model);
        List<Integer> users = new ArrayList<>();
        Map<Ordering, List<Double>> first = new EnumMap<>(Ordering.class);
        Map<Ordering, List<Double>> three = new EnumMap<>(Ordering.class);
        Set<Ordering> telling = EnumSet.of(Ordering.RANDOM);
        for (int row : planted) {
            progress.within((double) users.size() / planted.size());
            Truth truth = truth(row);
            Impression impression = impressions.alone(Part.TEST, row);
            users.add(impression.user());
            orderings.of(impression).forEach((ordering, sizes) -> {
                if (Arrays.stream(sizes).distinct().count() > 1) {
                    telling.add(ordering);
                }
                int[] order = truth.order(sizes);
                add(first, ordering, truth.first(order));
                add(three, ordering, truth.three(order));
            });
            int n = impression.behaviours() - truth.aside().size();
            add(first, Ordering.RANDOM, (double) truth.places().size() / n);
            add(three, Ordering.RANDOM, Math.min(1.0, (double) NEAR / n));
        }
        first.keySet().retainAll(telling);
        three.keySet().retainAll(telling);
        return List.of(named(users, first), named(users, three));
    }

    private static void add(Map<Ordering, List<Double>> to, Ordering ordering, double value) {
        to.computeIfAbsent(ordering, any -> new ArrayList<>()).add(value);
    }

    /**
     * What is known of one choice.
     *
     * @param places of its causes
     * @param aside what stands in no ordering
     */
    private record Truth(Set<Integer> places, Set<Integer> aside) {
        int[] order(double[] sizes) {
            return Arrays.stream(Scores.descending(sizes))
                    .filter(place -> !aside.contains(place))
                    .toArray();
        }

        double first(int[] order) {
            return places.contains(order[0]) ? 1 : 0;
        }

        double three(int[] order) {
            return Arrays.stream(order).limit(NEAR).filter(places::contains).count() / (double) places.size();
        }
    }

    private Truth truth(int row) {
        Sample sample = samples.sample(Part.TEST, row);
        Set<Integer> places = causesOf(sample);
        return new Truth(places, aside(sample, places));
    }

    /** The rows of the planted effects. */
    List<Integer> rows() {
        return List.copyOf(planted);
    }

    /** The number of behaviours of each, by the name of its sample. */
    Map<String, Integer> behaviours(String planting) {
        Map<String, Integer> behaviours = new HashMap<>();
        for (int row : planted) {
            Sample sample = samples.sample(Part.TEST, row);
            long n = samples.endHistoryEvent(sample) - samples.firstHistoryEvent(sample);
            behaviours.put(StandRow.sample(planting, row), (int) n);
        }
        return behaviours;
    }

    /** What explanations of another program found, with what they found here. A row without a value of each behaviour counts as not found. */
    Own add(Own own, String planting, OutsideExplanations explanations) {
        Impressions impressions = new Impressions(samples);
        List<Integer> users = new ArrayList<>();
        List<Double> first = new ArrayList<>();
        List<Double> three = new ArrayList<>();
        int missing = 0;
        for (int row : planted) {
            Truth truth = truth(row);
            Impression impression = impressions.alone(Part.TEST, row);
            Optional<int[]> order = explanations
                    .of(StandRow.sample(planting, row), impression.history())
                    .map(truth::order);
            users.add(impression.user());
            first.add(order.map(truth::first).orElse(0.0));
            three.add(order.map(truth::three).orElse(0.0));
            missing += order.isEmpty() ? 1 : 0;
        }
        own.first().add(Values.of(users, first));
        own.three().add(Values.of(users, three));
        return new Own(own.name(), own.first(), own.three(), own.missing() + missing);
    }

    private static Map<String, Values> named(List<Integer> users, Map<Ordering, List<Double>> values) {
        Map<String, Values> named = new TreeMap<>();
        values.forEach((ordering, each) -> named.put(ordering.id(), Values.of(users, each)));
        return named;
    }

    /** Whether a user has planted effects, by number. */
    Map<Integer, Boolean> users() {
        Map<Integer, Boolean> users = new HashMap<>();
        for (int user = 0; user < samples.data().users(); user++) {
            users.put(user, causes.containsKey(samples.data().userKey(user)));
        }
        return users;
    }
}
