package dev.interestlens.data.source;

import java.io.Serializable;
import java.util.Objects;

/**
 * Which valid rows are kept. The audit counts what a rule leaves out by the rule's name.
 *
 * @param minimumRating rows below are left out; NaN for none
 * @param eventTypes event types that count, separated by commas; empty for all
 * @param dropDuplicates true to leave out an event that repeats one of the same user, item and time
 * @param dropFarTimes true to leave out outlying times as {@link FarTimes} finds them
 * @param minimumLabel numbers of the label from here on are positive, those below negative; NaN where only 0 and 1 are labels
 * @param usersShare share of the users that are kept, above 0 and up to 1: a hash of the user's key and the seed decides, before all rules that need
 *     several rows
 * @param usersSeed another seed keeps other users
 * @param core k: users and items with fewer than k events are left out, again and again until none is left; 0 or 1 for none
 */
public record ImportRules(
        double minimumRating,
        double minimumLabel,
        String eventTypes,
        boolean dropDuplicates,
        boolean dropFarTimes,
        double usersShare,
        long usersSeed,
        int core)
        implements Serializable {

    public ImportRules {
        Objects.requireNonNull(eventTypes, "eventTypes");
        if (core < 0) {
            throw new IllegalArgumentException("core " + core);
        }
        if (!(usersShare > 0 && usersShare <= 1)) {
            throw new IllegalArgumentException("usersShare " + usersShare);
        }
    }

    ImportRules withMinimumRating(double rating) {
        return new ImportRules(
                rating, minimumLabel, eventTypes, dropDuplicates, dropFarTimes, usersShare, usersSeed, core);
    }

    ImportRules withMinimumLabel(double label) {
        return new ImportRules(
                minimumRating, label, eventTypes, dropDuplicates, dropFarTimes, usersShare, usersSeed, core);
    }

    ImportRules withEventTypes(String types) {
        return new ImportRules(
                minimumRating, minimumLabel, types, dropDuplicates, dropFarTimes, usersShare, usersSeed, core);
    }

    ImportRules withDropDuplicates(boolean drop) {
        return new ImportRules(
                minimumRating, minimumLabel, eventTypes, drop, dropFarTimes, usersShare, usersSeed, core);
    }

    ImportRules withDropFarTimes(boolean drop) {
        return new ImportRules(
                minimumRating, minimumLabel, eventTypes, dropDuplicates, drop, usersShare, usersSeed, core);
    }

    ImportRules withUsersShare(double share) {
        return new ImportRules(
                minimumRating, minimumLabel, eventTypes, dropDuplicates, dropFarTimes, share, usersSeed, core);
    }

    ImportRules withUsersSeed(long seed) {
        return new ImportRules(
                minimumRating, minimumLabel, eventTypes, dropDuplicates, dropFarTimes, usersShare, seed, core);
    }

    ImportRules withCore(int k) {
        return new ImportRules(
                minimumRating, minimumLabel, eventTypes, dropDuplicates, dropFarTimes, usersShare, usersSeed, k);
    }

    /** Keeps every valid row. */
    public static ImportRules none() {
        return new ImportRules(Double.NaN, Double.NaN, "", false, false, 1, 0, 0);
    }
}
