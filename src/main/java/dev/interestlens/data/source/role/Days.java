package dev.interestlens.data.source.role;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The day of a time in a text, as far as its first numbers tell. */
final class Days {
    private static final Pattern EPOCH =
            Pattern.compile("[6-9]\\d{8}|[1-3]\\d{9}|[6-9]\\d{11}|[1-3]\\d{12}(\\d{3}){0,2}");
    private static final Pattern YEAR_FIRST = Pattern.compile("((?:19|20)\\d{2})[-/.年]?([01]?\\d)[-/.月]?([0-3]?\\d)");
    private static final Pattern YEAR_LAST = Pattern.compile("([0-3]?\\d)[-/. ]([0-3]?\\d)[-/. ]((?:19|20)\\d{2})");

    private Days() {}

    /** Whether a text is a number of seconds since 1970 in these decades, or of a smaller unit, maybe with a fraction. */
    static boolean isEpoch(String text) {
        return EPOCH.matcher(whole(text)).matches();
    }

    private static String whole(String text) {
        return text.replaceFirst("[.,]\\d+$", "");
    }

    /** The days since 1970 that it may be; of 03/04/2024 two. */
    static List<Long> of(String text) {
        List<Long> days = new ArrayList<>();
        if (isEpoch(text)) {
            String number = whole(text);
            int digits =
                    number.length() % 3 == 1 ? 10 : 9; // of the seconds, before thousandths, millionths or billionths
            days.add(Long.parseLong(number.substring(0, digits)) / 86_400);
            return days;
        }
        Matcher first = YEAR_FIRST.matcher(text);
        Matcher last = YEAR_LAST.matcher(text);
        if (first.lookingAt()) {
            add(days, first.group(1), first.group(2), first.group(3));
        } else if (last.lookingAt()) {
            add(days, last.group(3), last.group(2), last.group(1));
            add(days, last.group(3), last.group(1), last.group(2));
        }
        return days;
    }

    private static void add(List<Long> days, String year, String month, String day) {
        try {
            days.add(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day))
                    .toEpochDay());
        } catch (DateTimeException noDay) {
            return; // such as the 31st of a month of 30 days, or day and month the other way round
        }
    }

    /** Whether two times may be of one day; in another zone it may be the next one. */
    static boolean meet(String one, String other) {
        return of(one).stream().anyMatch(day -> of(other).stream().anyMatch(each -> Math.abs(day - each) <= 1));
    }
}
