package dev.interestlens.data.source.time;

import java.util.Collection;
import java.util.regex.Pattern;

/** Days without a year, the month before the day, such as 829 and 1111: as numbers they give the order within one year. */
public final class MonthDays {
    private static final Pattern DAY = Pattern.compile("(0?[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])");
    private static final int ENOUGH = 7;

    private MonthDays() {}

    /** Whether texts are such days: a third of all small numbers look like one, so that all must, and several differ. */
    public static boolean are(Collection<String> texts) {
        return texts.stream().allMatch(text -> DAY.matcher(text).matches())
                && texts.stream().distinct().limit(ENOUGH).count() == ENOUGH;
    }
}
