package dev.interestlens.explain.anatomy;

import dev.interestlens.data.MixedSamples;
import dev.interestlens.data.RawBatch;
import dev.interestlens.data.protocol.Catalogue;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.model.Scorer;
import dev.interestlens.store.ArrayFill;
import dev.interestlens.store.Components;
import dev.interestlens.store.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Scores rows with some of their parts replaced by those of other rows. */
final class CoalitionScoring {
    private final Scorer model;
    private final MeasuredRows rows;
    private final float[] labels;
    private final int[] items;
    private final RawBatch requests;
    private final RawBatch catalogue;
    private final MixedSamples samples;
    private final ForeignDraws draws;

    CoalitionScoring(Scorer model, MeasuredRows rows, long seed) {
        this.model = model;
        this.rows = rows;
        labels = rows.labels();
        int[] users = rows.users();
        if (Arrays.stream(users).distinct().count() < 2) {
            throw Problem.badInput(CoalitionScores.class, "oneUser").exception();
        }
        SampleSet from = rows.samples();
        Catalogue whole = Catalogue.whole(from);
        items = ArrayFill.ints(
                rows.size(),
                row -> whole.place(from.sample(rows.part(), rows.rows()[row]).candidate()));
        int group = rows.group();
        requests = from.batch(rows.part(), ArrayFill.ints(rows.requests(), i -> rows.rows()[i * group]));
        catalogue = whole.batch();
        samples = new MixedSamples(requests, catalogue);
        int[] events = ArrayFill.ints(whole.size(), place -> from.trainingEvents(whole.item(place)));
        int[] asking = ArrayFill.ints(rows.requests(), request -> users[request * group]);
        draws = new ForeignDraws(requests, asking, catalogue, events, seed);
    }

    CoalitionScores run(DoubleConsumer scored) {
        List<InputPart> given = candidate();
        List<InputPart> unread = unread(given);
        List<InputPart> parts = parts(given, unread);
        Map<Set<InputPart>, float[][]> logits = new LinkedHashMap<>();
        Set<Set<InputPart>> sets = new PartOrders(parts).sets();
        List<InputPart> within = within();
        double steps = sets.size() + within.size();
        for (Set<InputPart> own : sets) {
            Set<InputPart> foreign = EnumSet.copyOf(parts);
            foreign.removeAll(own);
            int done = logits.size();
            logits.put(own, scores(foreign, unread, share -> scored.accept((done + share) / steps)));
        }
        Map<InputPart, float[][]> without = new LinkedHashMap<>();
        for (InputPart part : within) {
            int done = sets.size() + without.size();
            without.put(part, scores(Set.of(part), unread, share -> scored.accept((done + share) / steps)));
        }
        return new CoalitionScores(parts, unread, labels, rows.users(), rows.group(), logits, without);
    }

    /** Parts of the candidate that the data have. */
    private List<InputPart> candidate() {
        return catalogue.candidate.length > 1 || catalogue.candidateNumbers.length > 0
                ? List.of(InputPart.ITEM, InputPart.ITEM_FIELDS)
                : List.of(InputPart.ITEM);
    }

    /** Those that the model does not read, since not one score changes where they are those of any other item; data cannot tell. */
    private List<InputPart> unread(List<InputPart> given) {
        if (given.size() == 1) {
            return List.of();
        }
        float[] own = mixed(model::logits, row -> parts(row, Set.of(), 0), share -> {});
        List<InputPart> unread = given.stream()
                .filter(part -> Arrays.equals(own, mixed(model::logits, row -> withOther(row, part), share -> {})))
                .toList();
        return unread.size() < given.size() ? unread : List.of();
    }

    private MixedSamples.Parts withOther(int row, InputPart part) {
        MixedSamples.Parts own = parts(row, Set.of(), 0);
        MixedSamples.Parts any = parts(row, EnumSet.of(InputPart.POPULARITY, InputPart.ITEM, InputPart.ITEM_FIELDS), 0);
        return Components.of(own)
                .with(part == InputPart.ITEM ? "item" : "fields", part == InputPart.ITEM ? any.item() : any.fields());
    }

    private List<InputPart> parts(List<InputPart> given, List<InputPart> unread) {
        List<InputPart> parts = new ArrayList<>();
        if (!unread.contains(InputPart.ITEM)) {
            parts.add(InputPart.POPULARITY);
        }
        given.stream().filter(part -> !unread.contains(part)).forEach(parts::add);
        if (requests.user.length > 0 || requests.userNumbers.length > 0 || model.readsUser()) {
            parts.add(InputPart.PROFILE);
        }
        if (requests.context.length > 0 || requests.contextNumbers.length > 0 || model.readsDay()) {
            parts.add(InputPart.CONTEXT);
        }
        parts.add(InputPart.HISTORY);
        if (model.weighs()) {
            parts.add(InputPart.ATTENTION);
        }
        return parts;
    }

    private List<InputPart> within() {
        return Arrays.stream(requests.gaps).anyMatch(gap -> gap > 0)
                ? List.of(InputPart.ORDER, InputPart.TIMES)
                : List.of(InputPart.ORDER);
    }

    /** Of each draw; one where nothing is drawn. What is not read is foreign, too: a foreign item that had it in common would be a chosen one. */
    private float[][] scores(Set<InputPart> foreign, List<InputPart> unread, DoubleConsumer scored) {
        if (foreign.isEmpty()) {
            return new float[][] {rows.logits(model::logits, scored)};
        }
        if (foreign.equals(Set.of(InputPart.ATTENTION))) {
            return new float[][] {rows.logits(model::even, scored)};
        }
        Set<InputPart> all = EnumSet.copyOf(foreign);
        all.addAll(unread);
        boolean even = foreign.contains(InputPart.ATTENTION) && !foreign.contains(InputPart.HISTORY);
        Function<RawBatch, float[]> scorer =
                even ? model::even : model::logits; // as it is with another person's history
        float[][] each = new float[CoalitionScores.DRAWS][];
        for (int draw = 0; draw < each.length; draw++) {
            int of = draw;
            each[draw] = mixed(scorer, row -> parts(row, all, of), share -> scored.accept((of + share) / each.length));
        }
        return each;
    }

    private float[] mixed(
            Function<RawBatch, float[]> scorer, IntFunction<MixedSamples.Parts> made, DoubleConsumer scored) {
        float[] logits = new float[rows.size()];
        int step = rows.requestsAtOnce() * rows.group();
        for (int from = 0; from < logits.length; from += step) {
            scored.accept((double) from / logits.length);
            int to = Math.min(logits.length, from + step);
            RawBatch batch =
                    samples.batch(IntStream.range(from, to).mapToObj(made).toList());
            System.arraycopy(scorer.apply(batch), 0, logits, from, to - from);
        }
        return logits;
    }

    private MixedSamples.Parts parts(int row, Set<InputPart> foreign, int draw) {
        int request = row / rows.group();
        int person = draws.person(request, draw);
        int history = foreign.contains(InputPart.HISTORY) ? person : request;
        int item = draws.item(row, items[row], foreign, draw);
        return new MixedSamples.Parts(
                history,
                foreign.contains(InputPart.ORDER) ? draws.order(request, draw) : null,
                foreign.contains(InputPart.TIMES) ? draws.gaps(request, draw) : history,
                foreign.contains(InputPart.PROFILE) ? person : request,
                foreign.contains(InputPart.CONTEXT) ? person : request,
                foreign.contains(InputPart.ITEM) ? item : items[row],
                foreign.contains(InputPart.ITEM_FIELDS) ? item : items[row],
                labels[row]);
    }
}
