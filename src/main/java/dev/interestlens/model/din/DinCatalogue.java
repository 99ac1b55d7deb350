package dev.interestlens.model.din;

import ai.djl.ndarray.NDArray;
import dev.interestlens.model.CatalogueForm;
import dev.interestlens.model.Features;
import dev.interestlens.model.InterestHead;
import dev.interestlens.model.PositionTables;
import dev.interestlens.model.config.PositionKind;
import dev.interestlens.model.din.DinConfig.Normalisation;
import dev.interestlens.nn.MaskedSoftmax;
import dev.interestlens.nn.Ops;
import dev.interestlens.nn.layer.ActivationUnit;
import java.util.Arrays;
import java.util.Optional;

/**
 * DIN for many candidates of one history: the activation unit's first layer and the head's are split between items and user. n items, L behaviours, H
 * attentions, W width of an item.
 */
record DinCatalogue(
        DinConfig config, ActivationUnit unit, PositionTables positions, InterestHead head, Weighing weighing)
        implements CatalogueForm {
    /** Attention below which nothing can be read. */
    private static final float MIN = 1e-37f;

    /** How scores become weights. */
    @FunctionalInterface
    interface Weighing {
        /** Scores (n, L) or (n, H, L), mask (1, L) -> as the scores. */
        NDArray weights(NDArray scores, NDArray mask, MaskedSoftmax.Coverage coverage);
    }

    @Override
    public NDArray[] items(Features candidates) {
        NDArray q = candidates.candidate(); // (n, W)
        NDArray[] read = head.ofCandidates(q);
        NDArray[] items = Arrays.copyOf(new NDArray[] {q}, 1 + read.length);
        System.arraycopy(read, 0, items, 1, read.length);
        return items;
    }

    @Override
    public Pairs user(Features single) {
        OfUser user = new OfUser(single);
        ActivationUnit.Crossed crossed = user.crossed();
        return items -> user.logits(items, unit.pairs(items[0], crossed));
    }

    @Override
    public Optional<PairScores> scores() {
        int reading = config.attention().position() == PositionKind.NONE
                ? 0
                : config.attention().positionRow().learned();
        return !several() && reading < config.attention().positionRow().width() && (reading == 0 || unit.addsUp())
                ? Optional.of(new OfItems(reading))
                : Optional.empty();
    }

    @Override
    public boolean removesTogether() {
        return !several();
    }

    /** Weights of the kept behaviours, divided by their sum where they are normalised. */
    @Override
    public Parts kept(Features single, NDArray kept) {
        OfUser user = new OfUser(single);
        ActivationUnit.Crossed crossed = user.crossed();
        NDArray parts = Ops.unsqueeze(kept, 0); // (1, S, L)
        boolean divided = config.attention().normalisation() != Normalisation.NONE;
        return items -> {
            NDArray weights = user.weights(unit.pairs(items[0], crossed)); // (n, L)
            NDArray read = Ops.mul(Ops.unsqueeze(weights, 1), parts); // (n, S, L)
            NDArray interests = Ops.matmul(read, user.keys); // (n, S, W)
            NDArray sum = divided ? Ops.unsqueeze(Ops.sum(read, 2).maximum(MIN), 2) : null; // (n, S, 1)
            return head.logitsOfMany(divided ? Ops.div(interests, sum) : interests, items, 1, user.ofHead);
        };
    }

    private boolean several() {
        return config.attentions() > 1;
    }

    /** The part of a score that comes from units that do not read the position: it depends on two items alone. */
    private final class OfItems implements PairScores {
        private final int reading;

        /** @param reading how many of the first units read the position */
        OfItems(int reading) {
            this.reading = reading;
        }

        @Override
        public NDArray of(NDArray behaviours, NDArray[] items) {
            return unit.pairs(items[0], unit.crossed(behaviours, null).from(reading));
        }

        @Override
        public Scored user(Features single) {
            OfUser user = new OfUser(single);
            if (reading == 0) {
                return user::logits;
            }
            ActivationUnit.Crossed others = user.crossed().to(reading);
            return (items, scores) -> user.logits(items, Ops.add(scores, unit.pairs(items[0], others)));
        }
    }

    /** What is read of one history, made ready for many candidates. */
    private final class OfUser {
        private final NDArray keys; // (L, W)
        private final NDArray mask; // (1, L)
        private final MaskedSoftmax.Coverage coverage;
        private final NDArray places; // (L, hidden) or null
        private final InterestHead.OfUser ofHead;

        OfUser(Features single) {
            keys = single.history();
            mask = Ops.unsqueeze(single.mask(), 0);
            coverage = single.layout().coverage(0);
            places = positions.rows(single);
            ofHead = head.ofUser(single);
        }

        ActivationUnit.Crossed crossed() {
            return unit.crossed(keys, places);
        }

        /** Scores (n, L) or (n, H, L) -> as those. */
        NDArray weights(NDArray scores) {
            return weighing.weights(scores, mask, coverage);
        }

        /** Rows of the catalogue (n, ·) and their scores (n, L) or (n, H, L) -> (n). */
        NDArray logits(NDArray[] items, NDArray scores) {
            NDArray gathered = Ops.matmul(weights(scores), keys); // (n, W) or (n, H, W)
            NDArray interests =
                    several() ? Ops.view(gathered, gathered.getShape().get(0), -1) : gathered;
            return head.logits(interests, items, 1, ofHead);
        }
    }
}
