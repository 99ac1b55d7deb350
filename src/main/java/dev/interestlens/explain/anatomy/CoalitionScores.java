package dev.interestlens.explain.anatomy;

import dev.interestlens.data.MixedSamples;
import dev.interestlens.data.RawBatch;
import dev.interestlens.data.protocol.Catalogue;
import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.model.Scorer;
import dev.interestlens.store.ArrayFill;
import dev.interestlens.store.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;

/**
 * The scores of rows for every set of parts that are their own, all other parts being another row's.
 *
 * @param parts that the model reads
 * @param candidates rows of a request, a true item among them; 1 where rows stand alone
 * @param logits by set of parts, for each draw a score a row; sets without any part of the candidate are missing where a request has several
 *     candidates, since they score candidates alike and are chance
 */
public record CoalitionScores(
        List<InputPart> parts, float[] labels, int[] users, int candidates, Map<Set<InputPart>, float[][]> logits) {
    /** Draws of foreign parts, over which metrics are averaged. */
    public static final int DRAWS = 3;

    private static final int ROWS = 1024;
    private static final int POSITIONS = 100_000;

    /**
     * Scores.
     *
     * @param rows of the part; rows of one request follow each other and are all there
     * @param scored called with the share that is done; an exception ends the work
     */
    public static CoalitionScores of(
            Scorer model, SampleSet samples, Part part, int[] rows, long seed, DoubleConsumer scored) {
        return new Work(model, samples, part, rows, seed).run(scored);
    }

    /** The parts of one run that are being scored. */
    private static final class Work {
        private final Scorer model;
        private final int group;
        private final float[] labels;
        private final int[] users;
        private final int[] items;
        private final RawBatch requests;
        private final MixedSamples samples;
        private final ForeignDraws draws;
        private final Coalitions coalitions;

        Work(Scorer model, SampleSet from, Part part, int[] rows, long seed) {
            this.model = model;
            group = from.group(part);
            float[] allLabels = from.labels(part);
            int[] allUsers = from.users(part);
            Catalogue catalogue = Catalogue.whole(from);
            labels = new float[rows.length];
            users = new int[rows.length];
            items = new int[rows.length];
            for (int i = 0; i < rows.length; i++) {
                labels[i] = allLabels[rows[i]];
                users[i] = allUsers[rows[i]];
                items[i] = catalogue.place(from.sample(part, rows[i]).candidate());
            }
            if (Arrays.stream(users).distinct().count() < 2) {
                throw Problem.badInput(CoalitionScores.class, "oneUser").exception();
            }
            int[] first = ArrayFill.ints(rows.length / group, request -> rows[request * group]);
            requests = from.batch(part, first);
            RawBatch all = catalogue.batch();
            samples = new MixedSamples(requests, all);
            int[] warm = IntStream.range(0, catalogue.size())
                    .filter(place -> from.warm(catalogue.item(place)))
                    .toArray();
            int[] asking = ArrayFill.ints(first.length, request -> users[request * group]);
            draws = new ForeignDraws(requests, asking, all, warm, seed);
            coalitions = new Coalitions(parts(all));
        }

        private List<InputPart> parts(RawBatch all) {
            List<InputPart> parts = new ArrayList<>(List.of(InputPart.ITEM));
            if (all.candidate.length > 1 || all.candidateNumbers.length > 0) {
                parts.add(InputPart.ITEM_FIELDS);
            }
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
            parts.add(InputPart.ORDER);
            if (Arrays.stream(requests.gaps).anyMatch(gap -> gap > 0)) {
                parts.add(InputPart.TIMES);
            }
            return parts;
        }

        CoalitionScores run(DoubleConsumer scored) {
            List<Set<InputPart>> sets = coalitions.all().stream()
                    .filter(set -> group == 1 ? !set.isEmpty() : set.stream().anyMatch(InputPart.CANDIDATE::contains))
                    .toList();
            Map<Set<InputPart>, float[][]> logits = new LinkedHashMap<>();
            int longest = Math.max(
                    1,
                    IntStream.range(0, requests.size())
                            .map(requests::length)
                            .max()
                            .orElse(1));
            int some = Math.max(1, Math.min(ROWS, POSITIONS / longest) / group);
            for (Set<InputPart> set : sets) {
                boolean own = set.size() == coalitions.parts().size();
                float[][] each = new float[own ? 1 : DRAWS][labels.length];
                for (int draw = 0; draw < each.length; draw++) {
                    for (int from = 0; from < requests.size(); from += some) {
                        scored.accept(
                                (logits.size() + (draw + (double) from / requests.size()) / each.length) / sets.size());
                        score(set, draw, from, Math.min(requests.size(), from + some), each[draw]);
                    }
                }
                logits.put(set, each);
            }
            return new CoalitionScores(coalitions.parts(), labels, users, group, logits);
        }

        private void score(Set<InputPart> set, int draw, int from, int to, float[] into) {
            List<MixedSamples.Parts> rows = new ArrayList<>();
            for (int request = from; request < to; request++) {
                boolean own = set.contains(InputPart.HISTORY);
                int history = own ? request : draws.history(request, draw);
                int[] order = own && lacks(set, InputPart.ORDER) ? draws.order(request, draw) : null;
                int gaps = own && lacks(set, InputPart.TIMES) ? draws.gaps(request, draw) : history;
                int user = set.contains(InputPart.PROFILE) ? request : draws.user(request, draw);
                int context = set.contains(InputPart.CONTEXT) ? request : draws.context(request, draw);
                for (int row = request * group; row < (request + 1) * group; row++) {
                    boolean fields = !lacks(set, InputPart.ITEM_FIELDS);
                    int other = draws.item(row, items[row], draw);
                    int item = set.contains(InputPart.ITEM)
                            ? items[row]
                            : fields ? draws.alike(row, items[row], draw) : other;
                    rows.add(new MixedSamples.Parts(
                            history, order, gaps, user, context, item, fields ? items[row] : other, labels[row]));
                }
            }
            RawBatch batch = samples.batch(rows);
            boolean even = set.contains(InputPart.HISTORY) && lacks(set, InputPart.ATTENTION);
            float[] found = even ? model.even(batch) : model.logits(batch);
            System.arraycopy(found, 0, into, from * group, found.length);
        }

        /** Whether a part that the model reads is not the row's own. */
        private boolean lacks(Set<InputPart> set, InputPart part) {
            return coalitions.parts().contains(part) && !set.contains(part);
        }
    }
}
