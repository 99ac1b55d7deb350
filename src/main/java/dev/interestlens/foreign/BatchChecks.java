package dev.interestlens.foreign;

import static dev.interestlens.foreign.AttentionFinder.difference;
import static dev.interestlens.foreign.ContractWords.figure;

import dev.interestlens.foreign.Contract.Check;
import dev.interestlens.foreign.mapping.Mapping;
import dev.interestlens.foreign.mapping.Mapping.Length;
import dev.interestlens.foreign.mapping.Mapping.Output;
import dev.interestlens.foreign.mapping.Mapping.Scale;
import dev.interestlens.store.ArrayFill;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Which batches a model accepts, and whether a score depends only on its own sample. */
record BatchChecks(Trial trial) {
    private static final int TIMES = 8;
    private static final int[] LENGTHS = {20, 10, Trial.SHORT};
    private static final int[] SIZES = {1, 2, 3, 4, 8, 16, 32, 64, 128, 256};

    /** Finds a length and a size of batches that are accepted. */
    void sizes() {
        List<Row> some = trial.samples().rows(Trial.ROWS);
        Mapping now = trial.mapping();
        if (trial.tried(trial.scoring(), some).isPresent()) {
            return;
        }
        List<Mapping> others = new ArrayList<>();
        Arrays.stream(LENGTHS)
                .filter(length -> trial.isDynamic() && length < now.length().most())
                .forEach(length -> others.add(
                        now.with(new Length(length, false, now.length().keep()))));
        Arrays.stream(SIZES).forEach(size -> others.add(now.withBatch(size)));
        for (Mapping other : others) {
            if (trial.tried(trial.fed(other), some).isPresent()) {
                trial.use(other);
                return;
            }
        }
        trial.scoring().logits(some); // throws the reason
    }

    /** Whether logits are numbers and repeatable; false where no further check is possible. */
    boolean numbers() {
        boolean finite = IntStream.range(0, trial.base().length).allMatch(i -> Float.isFinite(trial.base()[i]));
        trial.say(Check.FINITE, finite, finite ? "finite" : "finite.not");
        if (finite) {
            double again = difference(trial.base(), trial.scoring().logits(trial.rows()));
            trial.say(Check.REPEATABLE, again == 0, again == 0 ? "repeatable" : "repeatable.not", "by", figure(again));
        }
        return finite;
    }

    void size() {
        if (trial.mapping().batch() > 1) {
            trial.say(
                    Check.BATCH_SIZE,
                    false,
                    "batchSize.baked",
                    "size",
                    trial.mapping().batch());
            return;
        }
        List<Row> many = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            many.addAll(trial.rows());
        }
        int size = trial.rows().size();
        Optional<float[]> first = trial.tried(trial.scoring(), many).map(all -> Arrays.copyOf(all, size));
        trial.sayAlike(Check.BATCH_SIZE, "batchSize", Trial.apart(Optional.of(trial.base()), first));
    }

    void mates() {
        float[] alone = new float[trial.rows().size()];
        boolean taken = true;
        for (int i = 0; i < alone.length; i++) {
            Optional<float[]> one =
                    trial.tried(trial.scoring(), List.of(trial.rows().get(i)));
            taken &= one.isPresent();
            alone[i] = one.map(logits -> logits[0]).orElse(Float.NaN);
        }
        double apart = difference(trial.base(), alone);
        boolean training = trial.host().file().training();
        String cause = training ? "batchMates.training" : taken ? "batchMates.not" : "batchMates.refused";
        boolean alike = trial.alike(apart);
        trial.say(Check.BATCH_MATES, alike, alike ? "batchMates" : cause, "by", figure(apart));
    }

    void order() {
        List<Row> turned = new ArrayList<>(trial.rows());
        Collections.reverse(turned);
        float[] back = trial.scoring().logits(turned);
        float[] sorted = ArrayFill.floats(back.length, i -> back[back.length - 1 - i]);
        trial.sayAlike(Check.BATCH_ORDER, "batchOrder", difference(trial.base(), sorted));
    }

    /** Whether the output is a probability or a logit. */
    void scale() {
        Output output = trial.mapping().output();
        if (!output.logit().equals(output.name())) {
            trial.say(Check.SCALE, true, "scale.sigmoid", "tensor", output.logit());
            return;
        }
        boolean within =
                IntStream.range(0, trial.base().length).allMatch(i -> trial.base()[i] >= 0 && trial.base()[i] <= 1);
        if (within && output.scale() == Scale.LOGIT) {
            trial.use(
                    trial.mapping().with(new Output(output.name(), output.kind(), Scale.PROBABILITY, output.logit())));
            trial.scoreAgain();
            trial.say(Check.SCALE, null, "scale.probability");
        } else {
            trial.say(Check.SCALE, true, output.scale() == Scale.LOGIT ? "scale.logit" : "scale.probability");
        }
    }
}
