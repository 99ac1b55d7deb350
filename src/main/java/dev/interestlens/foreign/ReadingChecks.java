package dev.interestlens.foreign;

import static dev.interestlens.foreign.AttentionFinder.difference;
import static dev.interestlens.foreign.ContractWords.figure;

import dev.interestlens.foreign.Contract.Check;
import dev.interestlens.foreign.mapping.Mapping.Attention;
import dev.interestlens.model.Intervention;
import dev.interestlens.store.Tensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** What a model reads: its attention, and whether that, the history, the candidate and the order matter. */
record ReadingChecks(Trial trial) {
    private static final double MOVES = 1e-4;

    /** Smaller changes of the logit by attention count as none. */
    private static final double DECORATION = 0.01;

    void attention() {
        List<Row> some = trial.middling();
        List<Attention> found = trial.attention(some);
        trial.use(trial.mapping().withAttention(found));
        if (found.isEmpty()) {
            trial.say(Check.ATTENTION, null, "attention.none");
            return;
        }
        double by = movedByEvenWeights(found, some);
        boolean decoration = by < DECORATION;
        trial.say(
                Check.ATTENTION,
                decoration ? null : true,
                decoration ? "attention.decoration" : "attention",
                "count",
                found.size(),
                "by",
                figure(by));
    }

    /** The largest change of the logit by even weights. */
    private double movedByEvenWeights(List<Attention> found, List<Row> some) {
        Weights weights = new Weights(trial.scoring(), found);
        Map<String, Tensor> arrays = weights.arrays(some);
        float[] even = weights.logits(some, weights.changed(arrays, some, row -> Intervention.even(row.length())));
        return difference(trial.scoring().logits(some), even);
    }

    void history() {
        say(Check.HISTORY_MATTERS, "history", movedBy(trial.samples().otherHistories(trial.rows())));
    }

    void candidate() {
        say(Check.CANDIDATE_MATTERS, "candidate", movedBy(trial.samples().otherCandidates(trial.rows())));
    }

    /** Both orders hold the same behaviours: those that have a place in the file. */
    void order() {
        HistoryPlaces places = new HistoryPlaces(trial.mapping());
        int most = trial.mapping().length().most();
        List<Row> forth = trial.samples().reordered(trial.rows(), row -> places.placed(row, most));
        List<Row> back = trial.samples().reordered(trial.rows(), row -> {
            List<Integer> order = new ArrayList<>(places.placed(row, most));
            Collections.reverse(order);
            return order;
        });
        double by = difference(trial.scoring().logits(forth), trial.scoring().logits(back));
        trial.say(Check.ORDER, null, trial.alike(by) ? "order.free" : "order.read", "by", figure(by));
    }

    private double movedBy(List<Row> changed) {
        return difference(trial.base(), trial.scoring().logits(changed));
    }

    private void say(Check check, String key, double by) {
        boolean matters = by > MOVES;
        trial.say(check, matters, matters ? key : key + ".not", "by", figure(by));
    }
}
