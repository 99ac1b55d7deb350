package dev.interestlens.data;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Makes samples whose parts come from different samples.
 *
 * @param requests whose histories, users and contexts are used
 * @param items whose candidates are used
 */
public record MixedSamples(RawBatch requests, RawBatch items) {
    /**
     * The parts of one sample. The first five are samples of the requests, the others samples of the items.
     *
     * @param order for each position of the history, the behaviour at it; null for the order that it has
     * @param gaps whose gaps are laid under the history
     * @param context whose context fields and day it has
     * @param item whose id is the candidate's
     * @param fields whose further fields are the candidate's
     */
    public record Parts(int history, int[] order, int gaps, int user, int context, int item, int fields, float label) {}

    /** One sample for each. */
    public RawBatch batch(List<Parts> all) {
        int[] offsets = new int[all.size() + 1];
        for (int b = 0; b < all.size(); b++) {
            offsets[b + 1] =
                    Math.addExact(offsets[b], requests.length(all.get(b).history()));
        }
        int[] kept = new int[offsets[all.size()]];
        long[] gaps = new long[kept.length];
        for (int b = 0; b < all.size(); b++) {
            Parts parts = all.get(b);
            int from = requests.offsets[parts.history()];
            for (int i = 0; i < offsets[b + 1] - offsets[b]; i++) {
                kept[offsets[b] + i] = from + (parts.order() == null ? i : parts.order()[i]);
                gaps[offsets[b] + i] = gap(parts.gaps(), i, offsets[b + 1] - offsets[b]);
            }
        }
        int[] users = all.stream().mapToInt(Parts::user).toArray();
        int[] contexts = all.stream().mapToInt(Parts::context).toArray();
        int[] ids = all.stream().mapToInt(Parts::item).toArray();
        RawBatch.Fields history = PickedHistories.fields(
                new RawBatch.Fields(requests.history, requests.historyNumbers), requests.length(), kept);
        float[] labels = new float[all.size()];
        IntStream.range(0, labels.length).forEach(b -> labels[b] = all.get(b).label());
        RawBatch made = new RawBatch(
                        new RawBatch.Histories(offsets, history, gaps, null),
                        candidates(all, ids),
                        PickedHistories.fields(
                                new RawBatch.Fields(requests.user, requests.userNumbers), requests.size(), users),
                        PickedHistories.fields(
                                new RawBatch.Fields(requests.context, requests.contextNumbers),
                                requests.size(),
                                contexts),
                        RawBatch.Negatives.NONE,
                        labels)
                .withDays(requests.days == null ? null : PickedHistories.at(requests.days, contexts));
        return requests.origin == null || items.origin == null
                ? made
                : made.withOrigin(new RawBatch.Origin(
                        PickedHistories.at(requests.origin.users(), users),
                        PickedHistories.at(requests.origin.history(), kept),
                        PickedHistories.at(items.origin.candidates(), ids)));
    }

    private RawBatch.Fields candidates(List<Parts> all, int[] ids) {
        int[] others = all.stream().mapToInt(Parts::fields).toArray();
        RawBatch.Fields of = new RawBatch.Fields(items.candidate, items.candidateNumbers);
        RawBatch.Fields fields = PickedHistories.fields(of, items.size(), others);
        fields.ids()[Schema.ITEM] = PickedHistories.at(items.candidate[Schema.ITEM], ids);
        return fields;
    }

    /** The gap at a position of a history of some length: that at the same share of the given history. */
    private long gap(int of, int position, int length) {
        int own = requests.length(of);
        int at = (int) ((2L * position + 1) * own / (2L * length));
        return own == 0 ? 0 : requests.gaps[requests.offsets[of] + at];
    }
}
