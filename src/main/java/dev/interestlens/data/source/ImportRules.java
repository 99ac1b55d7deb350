package dev.interestlens.data.source;

import dev.interestlens.data.KeyText;
import dev.interestlens.data.source.time.FarTimes;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Which valid rows are kept. The audit counts what a rule leaves out by the rule's name.
 *
 * @param minimumRating rows below are left out; NaN for none
 * @param eventTypes event types that count, separated by commas; empty for all
 * @param dropDuplicates true to leave out an event that repeats one of the same user, item and time
 * @param dropFarTimes true to leave out outlying times as {@link FarTimes} finds them, and those outside of 1990–2099 among times within
 * @param missingTimes what becomes of rows without a time in a column of times
 * @param minimumLabel numbers of the label from here on are positive, those below negative; NaN where only 0 and 1 are labels
 * @param alikeIds whether ids that differ only by letter case, a fraction of zeros or leading zeros are one
 * @param users which of them are kept, before all rules that need several rows
 * @param core k: users and items with fewer than k events are left out, again and again until none is left; 0 or 1 for none
 */
public record ImportRules(
        double minimumRating,
        double minimumLabel,
        String eventTypes,
        boolean dropDuplicates,
        boolean dropFarTimes,
        MissingTimes missingTimes,
        AlikeIds alikeIds,
        UserSample users,
        int core)
        implements Serializable {

    /** What becomes of rows whose time is missing: empty, 0, −1 or a date that stands for none. */
    public enum MissingTimes {
        /** Empty ones are left out; where one of the others occurs, a person decides. */
        ASK("ask"),
        LEAVE_OUT("leaveOut"),
        /** They count as the last ones of their user, at the time of the last row with a time. */
        LAST("last");

        private final String id;

        MissingTimes(String id) {
            this.id = id;
        }

        /** As it is written in settings. */
        @Override
        public String toString() {
            return id;
        }
    }

    /** Whether ids that look alike are one. */
    public enum AlikeIds {
        /** They are kept apart and noted, and a person may decide. */
        ASK("ask"),
        JOIN("true"),
        APART("false");

        private final String id;

        AlikeIds(String id) {
            this.id = id;
        }

        /** As it is written in settings. */
        @Override
        public String toString() {
            return id;
        }
    }

    /**
     * Some of the users: a hash of the user's key and the seed decides.
     *
     * @param share of the users that are kept, above 0 and up to 1
     * @param seed another seed keeps other users
     */
    public record UserSample(double share, long seed) implements Serializable {
        public UserSample {
            if (!(share > 0 && share <= 1)) {
                throw new IllegalArgumentException("share " + share);
            }
        }

        /** Whether it leaves out any. */
        public boolean leavesOut() {
            return share < 1;
        }
    }

    public ImportRules {
        Objects.requireNonNull(eventTypes, "eventTypes");
        Objects.requireNonNull(missingTimes, "missingTimes");
        Objects.requireNonNull(alikeIds, "alikeIds");
        if (core < 0) {
            throw new IllegalArgumentException("core " + core);
        }
    }

    /** The event types that count; empty for all. */
    public List<String> kinds() {
        return eventTypes.isBlank()
                ? List.of()
                : Arrays.stream(eventTypes.split(",")).map(KeyText::clean).toList();
    }

    /** Whether ids that look alike are one. */
    public boolean joinIds() {
        return alikeIds == AlikeIds.JOIN;
    }

    /** Keeps every valid row with a likely time. */
    public static ImportRules usual() {
        return new ImportRules(
                Double.NaN, Double.NaN, "", false, true, MissingTimes.ASK, AlikeIds.ASK, new UserSample(1, 0), 0);
    }
}
