package dev.interestlens.explain.look;

import dev.interestlens.data.RawBatch;
import dev.interestlens.explain.words.Text;
import dev.interestlens.explain.words.Wording;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What is explained: one candidate with one history.
 *
 * @param user number of the user, whose profile is read
 * @param userKey the user's id in the source
 * @param label 1 where the user chose the candidate, 0 where not, NaN where it was made by hand
 * @param candidate the item whose score is explained
 * @param history the behaviours that can be read, oldest first
 * @param batch the same as numbers: one sample
 * @param others further candidates for comparison, with the reason for each
 * @param otherBatch this candidate and all others with the same history, one sample each, in order
 */
public record Impression(
        int user,
        String userKey,
        float label,
        Item candidate,
        List<Behaviour> history,
        RawBatch batch,
        List<Other> others,
        RawBatch otherBatch) {

    /** Why another candidate is compared with the explained one. */
    public enum Kind {
        SAME_CATEGORY,
        TOGETHER,
        RANDOM
    }

    /** Another candidate. */
    public record Other(Item item, Kind kind) {
        public Other {
            Objects.requireNonNull(item);
            Objects.requireNonNull(kind);
        }

        /** Its title with that reason. */
        public Text text() {
            return Wording.of("candidate." + Wording.key(kind), Map.of("title", item.title()));
        }
    }

    public Impression {
        history = List.copyOf(history);
        others = List.copyOf(others);
        Objects.requireNonNull(candidate);
        if (batch.size() != 1 || batch.length() != history.size()) {
            throw new IllegalArgumentException(
                    batch.size() + " samples of " + batch.length() + " for " + history.size() + " behaviours");
        }
        if (otherBatch.size() != others.size() + 1) {
            throw new IllegalArgumentException(otherBatch.size() + " samples for " + others.size() + " others");
        }
    }

    /** n, the behaviours that can be removed. */
    public int behaviours() {
        return history.size();
    }

    /** The title of a behaviour's item. */
    public Text title(int behaviour) {
        return history.get(behaviour).item().title();
    }

    /** The titles of all behaviours' items. */
    public List<Text> titles() {
        return history.stream().map(behaviour -> behaviour.item().title()).toList();
    }
}
