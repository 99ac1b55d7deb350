package dev.interestlens.foreign;

import dev.interestlens.foreign.Contract.Check;
import dev.interestlens.foreign.mapping.MappedInput;
import dev.interestlens.foreign.mapping.Mapping;
import dev.interestlens.foreign.mapping.Mapping.Attention;
import dev.interestlens.foreign.mapping.Mapping.Empty;
import dev.interestlens.foreign.mapping.Mapping.Read;
import dev.interestlens.foreign.mapping.Mapping.Removal;
import dev.interestlens.foreign.mapping.Mapping.Role;
import dev.interestlens.foreign.mapping.Mapping.Side;
import dev.interestlens.store.EnumNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How histories are given: the side of padding, masks and lengths, ids out of range, and empty histories. */
record FeedChecks(Trial trial) {
    /** Decides by the length input, by equal scores on both sides, or by the row that is read; otherwise it remains a question. */
    void side() {
        Mapping mapping = trial.mapping();
        Side given = mapping.history().side();
        if (trial.isLengthHonoured()) {
            trial.use(mapping.with(Side.RIGHT, true));
            trial.say(Check.SIDE, null, "side.length");
        } else if (trial.alike(trial.apart(
                trial.fed(mapping.with(Side.RIGHT, true)), trial.fed(mapping.with(Side.LEFT, true)), trial.brief()))) {
            trial.use(mapping.with(given, true));
            trial.say(Check.SIDE, null, "side.free");
        } else if (trial.isGiven()) {
            trial.say(Check.SIDE, null, given == Side.LEFT ? "side.left" : "side.right");
        } else {
            sideByRow();
        }
    }

    /** A model that reads the last position, regardless of where the history ends, was trained with padding on the left. */
    private void sideByRow() {
        trial.use(trial.mapping().with(Side.RIGHT, true));
        Read read = trial.attention(trial.middling()).stream()
                .filter(Attention::betweenPositions)
                .map(Attention::read)
                .reduce((first, second) -> second)
                .orElse(Read.MEAN);
        if (read == Read.LAST) {
            trial.use(trial.mapping().with(Side.LEFT, true));
            trial.say(Check.SIDE, null, "side.left");
        } else if (read == Read.LAST_REAL) {
            trial.say(Check.SIDE, null, "side.right");
        } else {
            trial.use(trial.mapping().with(Side.RIGHT, false));
            trial.say(Check.SIDE, null, "side.open");
        }
    }

    /** Whether masked ids, and ids behind the length, are not read. */
    void masks() {
        if (trial.mapping().has(Role.MASK)) {
            Mapping plain = trial.mapping().with(Removal.MASK);
            trial.sayAlike(
                    Check.MASK,
                    "mask",
                    trial.apart(trial.fed(plain.padded(Trial.JUNK)), trial.fed(plain), trial.brief()));
        }
        if (trial.mapping().has(Role.LENGTH)) {
            boolean honoured = trial.isLengthHonoured();
            trial.say(Check.LENGTH_INPUT, honoured ? true : null, honoured ? "length" : "length.not");
        }
    }

    /** What happens with ids out of range in place of padding. */
    void range() {
        MappedInput history = trial.mapping().history();
        long size = history.rows() == null ? 0 : history.rows();
        if (size == 0 || history.source() != null) {
            trial.say(Check.ID_RANGE, null, "ids.unknown");
            return;
        }
        boolean beyond = isRefused((int) size);
        boolean below = isRefused(-1);
        trial.say(
                Check.ID_RANGE,
                beyond ? below ? Boolean.TRUE : null : Boolean.FALSE,
                beyond ? below ? "ids" : "ids.negative" : "ids.not",
                "rows",
                size);
    }

    private boolean isRefused(int id) {
        Mapping withPadding = trial.mapping().with(Removal.COMPACT); // an input that is shortened has no padding
        return trial.tried(trial.fed(withPadding.padded(id)), trial.brief()).isEmpty();
    }

    /** How empty histories can be given. May crash the process. */
    void empty() {
        if (trial.isGiven() && trial.mapping().empty() != Empty.FED) {
            trial.say(
                    Check.EMPTY_HISTORY,
                    false,
                    "empty." + EnumNames.lower(trial.mapping().empty()));
            return;
        }
        int before = trial.host().crashes();
        if (isTaken(trial.scoring())) {
            trial.say(Check.EMPTY_HISTORY, true, "empty");
            return;
        }
        String key = trial.host().crashes() > before ? "empty.crash." : "empty.";
        Empty way = Stream.of(Empty.BESIDE, Empty.PLACE)
                .filter(each -> isTaken(trial.fed(trial.mapping().with(each))))
                .findFirst()
                .orElse(Empty.REFUSED);
        trial.use(trial.mapping().with(way));
        trial.say(Check.EMPTY_HISTORY, false, key + EnumNames.lower(way));
    }

    /** Whether an empty history is scored alone and among others. */
    private boolean isTaken(Scoring by) {
        List<Row> nothing = trial.samples().empty(trial.rows().subList(0, 1));
        List<Row> mixed = new ArrayList<>(nothing);
        mixed.addAll(trial.rows().subList(0, Math.min(2, trial.rows().size())));
        return isFinite(trial.tried(by, nothing)) && isFinite(trial.tried(by, mixed));
    }

    private static boolean isFinite(Optional<float[]> logits) {
        return logits.filter(all -> IntStream.range(0, all.length).allMatch(i -> Float.isFinite(all[i])))
                .isPresent();
    }
}
