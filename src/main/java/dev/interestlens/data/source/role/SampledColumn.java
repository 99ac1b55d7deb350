package dev.interestlens.data.source.role;

import dev.interestlens.data.KeyText;
import dev.interestlens.data.source.file.DecimalComma;
import dev.interestlens.data.source.file.Labels;
import dev.interestlens.data.source.file.Sniffer;
import dev.interestlens.data.source.file.TextTable;
import dev.interestlens.data.source.time.MonthDays;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The values of a column in sampled rows. */
final class SampledColumn {
    private static final int NONE = -1;
    private static final double NEARLY_ALL = 0.98;
    private static final Pattern DATE = Pattern.compile(
            "\\d{4}[-/.年]\\d{1,2}[-/.月]\\d{1,2}.*|\\d{1,2}[-/. ]\\d{1,2}[-/. ,]+\\d{2,4}\\b.*|\\[?\\d{1,2}[-/."
                    + " ]\\p{L}{3,9}\\.?[-/. ,:]+\\d{2,4}.*|\\p{L}{3,9}\\.? \\d{1,2}, ?\\d{4}.*|\\p{L}{3}, ?\\d{1,2}"
                    + " \\p{L}{3} \\d{4}.*");
    private static final Pattern COMPACT = Pattern.compile(
            "(19|20)\\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])([T ]?([01]\\d|2[0-3])(:?[0-5]\\d){0,2}Z?)?");
    private static final Pattern DIGITS = Pattern.compile("\\d{8}");
    private static final Pattern CLOCK =
            Pattern.compile("([01]?\\d|2[0-3]):[0-5]\\d(:[0-5]\\d([.,]\\d{1,9})?)?( ?[AaPp][Mm])?");
    private static final Pattern HOUR = Pattern.compile("[01]?\\d|2[0-3]");
    private static final int HOURS = 6;
    private static final int FREQUENT = 8;
    private static final int LEAST = 3;
    private static final List<String> MARKS = List.of("|", ",", ";", " ");
    private static final double JOINED = 0.1;
    private static final int MEMBERS = 5;
    private static final int SHORT = 12;
    private static final Pattern CODE = Pattern.compile("[A-Z]{2}");
    private static final int CODES = 3;
    private static final int KINDS = 40;
    private static final Pattern CHINESE = Pattern.compile(".*\\p{IsHan}.*");

    private final int[] codes;
    private final List<String> texts = new ArrayList<>();
    private final int[] counts;
    private final int filled;
    private final boolean commas;
    private final boolean na;

    /** @param column its place in the rows */
    SampledColumn(List<List<String>> rows, int column) {
        codes = new int[rows.size()];
        Map<String, Integer> known = new HashMap<>();
        int some = 0;
        boolean seen = false;
        for (int r = 0; r < codes.length; r++) {
            List<String> row = rows.get(r);
            String text = column < row.size() ? KeyText.clean(row.get(column)) : "";
            seen |= text.equals(TextTable.NA);
            boolean empty = text.isEmpty() || TextTable.MISSING.contains(text);
            codes[r] = empty
                    ? NONE
                    : known.computeIfAbsent(text, each -> {
                        texts.add(each);
                        return texts.size() - 1;
                    });
            some += empty ? 0 : 1;
        }
        filled = some;
        na = seen;
        commas = DecimalComma.isIn(texts);
        counts = new int[texts.size()];
        for (int code : codes) {
            if (code != NONE) {
                counts[code]++;
            }
        }
    }

    int filled() {
        return filled;
    }

    int distinct() {
        return texts.size();
    }

    String example() {
        return texts.isEmpty() ? "" : texts.get(0);
    }

    /** The order that its numbers give: the least ones and the greatest; of others an example. */
    String order() {
        List<String> ordered = texts.stream()
                .filter(Sniffer::isNumber)
                .sorted(Comparator.comparingDouble(text -> Double.parseDouble(text.replace(',', '.'))))
                .toList();
        return ordered.size() < texts.size() || ordered.size() <= LEAST
                ? example()
                : String.join(" → ", ordered.subList(0, LEAST)) + " → … → " + ordered.get(ordered.size() - 1);
    }

    /** Its most frequent values. */
    List<String> frequent() {
        return IntStream.range(0, counts.length)
                .boxed()
                .sorted(Comparator.comparing(code -> -counts[code]))
                .limit(FREQUENT)
                .map(texts::get)
                .toList();
    }

    /** The share of the different values that fit. */
    private double share(Predicate<String> fits) {
        return texts.isEmpty() ? 0 : (double) texts.stream().filter(fits).count() / texts.size();
    }

    boolean isDate() {
        return share(text -> DATE.matcher(text).matches()) >= 0.9;
    }

    /** Whether it holds days without a time of the day. */
    boolean isDay() {
        return texts.stream().noneMatch(text -> text.indexOf(':') >= 0)
                && (isDate()
                        || share(text -> DIGITS.matcher(text).matches()
                                        && COMPACT.matcher(text).matches())
                                >= NEARLY_ALL);
    }

    /** Whether it holds times of a day without the day. */
    boolean isClock() {
        return share(text -> CLOCK.matcher(text).matches()) >= NEARLY_ALL;
    }

    /** Whether it holds hours of a day, as whole numbers. */
    boolean isHour() {
        return distinct() >= HOURS && share(text -> HOUR.matcher(text).matches()) >= NEARLY_ALL;
    }

    boolean isCompactDate() {
        return share(text -> COMPACT.matcher(text).matches()) >= NEARLY_ALL;
    }

    boolean isMonthDay() {
        return MonthDays.are(texts);
    }

    boolean isEpoch() {
        return share(Days::isEpoch) >= NEARLY_ALL;
    }

    /** Whether it tells, in nearly all rows, the time of the day on a day that is in another column, and has clearly more values than that. */
    boolean refines(SampledColumn days) {
        return days.isDay()
                && !isDay()
                && (isDate() || isEpoch())
                && distinct() > 2 * days.distinct()
                && agrees(
                        days,
                        (time, day) -> Days.meet(time, day) || Days.of(day).isEmpty() && time.startsWith(day));
    }

    /** Whether both tell times that lie within a day of each other in nearly all rows. */
    boolean isNear(SampledColumn other) {
        return agrees(other, Days::meet);
    }

    private boolean agrees(SampledColumn other, BiPredicate<String, String> fits) {
        int rows = 0;
        int same = 0;
        for (int r = 0; r < codes.length; r++) {
            if (codes[r] != NONE && other.codes[r] != NONE) {
                rows++;
                same += fits.test(texts.get(codes[r]), other.texts.get(other.codes[r])) ? 1 : 0;
            }
        }
        return rows > 0 && same >= NEARLY_ALL * rows;
    }

    boolean isNumber() {
        return commas || share(Sniffer::isNumber) >= NEARLY_ALL;
    }

    /** Whether all its values are numbers, some with a decimal comma. */
    boolean isDecimalComma() {
        return commas;
    }

    /** An example of these. */
    String commaExample() {
        return texts.stream()
                .filter(text -> text.indexOf(',') >= 0)
                .max(Comparator.comparing(String::length).thenComparing(Comparator.reverseOrder()))
                .orElse("");
    }

    /** Whether a number has a comma: where these are no decimals, it is none for the import. */
    boolean hasComma() {
        return texts.stream().anyMatch(text -> text.indexOf(',') >= 0);
    }

    /** A negative number; empty where there is none. */
    String negative() {
        return texts.stream()
                .filter(text -> text.startsWith("-") && Sniffer.isNumber(text))
                .findFirst()
                .orElse("");
    }

    boolean isWhole() {
        return share(text -> text.matches("-?\\d+")) >= NEARLY_ALL;
    }

    boolean isFraction() {
        return isNumber() && !isWhole();
    }

    /** Whether rows of one value mostly stand one after the other. */
    boolean isGrouped() {
        int together = 0;
        for (int r = 1; r < codes.length; r++) {
            together += codes[r] == codes[r - 1] ? 1 : 0;
        }
        return together * 2 >= codes.length;
    }

    /** Whether most of its values are numbers with a fraction; ids such as 12.0 and 3,503 are none. */
    boolean isMeasure() {
        return isNumber() && share(text -> !text.matches("-?\\d+([.,]0+)?|\\d{1,3}(,\\d{3})+")) > 0.5;
    }

    /**
     * How unequally often its values occur: 1 where all do equally. The number of values is estimated from those that were seen once and twice (Chao, 1984),
     * the chance that two rows have the same value from pairs of rows, so that it depends little on the number of rows.
     */
    double skew() {
        double pairs = 0;
        double once = 0;
        double twice = 0;
        for (int count : counts) {
            pairs += (double) count * (count - 1);
            once += count == 1 ? 1 : 0;
            twice += count == 2 ? 1 : 0;
        }
        double all = counts.length + once * Math.max(0, once - 1) / (2 * (twice + 1));
        return pairs == 0 ? 1 : all * pairs / ((double) filled * (filled - 1));
    }

    boolean isChinese() {
        return share(text -> CHINESE.matcher(text).matches()) > 0.5;
    }

    /** Whether its values are codes of two capital letters, such as those of countries: NA, for Namibia, is one of them. */
    boolean isCodes() {
        return distinct() >= CODES && share(text -> CODE.matcher(text).matches()) >= 0.9;
    }

    /** A few of these, where NA is among them; else empty. */
    String codesBesideNa() {
        return na
                ? texts.stream()
                        .filter(text -> CODE.matcher(text).matches())
                        .sorted()
                        .limit(CODES)
                        .collect(Collectors.joining(", "))
                : "";
    }

    /** Whether it holds yes and no, in one of the notations that a label may have. */
    boolean isYesOrNo() {
        return distinct() == 2
                && texts.stream()
                        .map(text -> (commas ? DecimalComma.point(text) : text).toLowerCase(Locale.ROOT))
                        .allMatch(text -> Stream.of(List.of("0", "1", "0.0", "1.0"), Labels.POSITIVE, Labels.NEGATIVE)
                                .anyMatch(known -> known.contains(text)));
    }

    /** Whether it tells likes from dislikes: 1 and -1, maybe with 0 between. */
    boolean isSigned() {
        return texts.contains("1")
                && texts.contains("-1")
                && Set.of("-1", "0", "1").containsAll(texts);
    }

    /** The first value that has a text in it. */
    Optional<String> with(String part) {
        return texts.stream().filter(text -> text.contains(part)).findFirst();
    }

    /** Whether a word of one of its values, where these are few, has a meaning. */
    boolean anyMeans(ColumnName.Meaning meaning) {
        return distinct() <= KINDS
                && texts.stream().anyMatch(text -> ColumnName.of(text).has(meaning));
    }

    /** Whether its values are steps of a scale that ends at 5 or 10. */
    boolean isScale() {
        return isNumber()
                && distinct() >= 3
                && distinct() <= 20
                && texts.stream()
                        .filter(Sniffer::isNumber)
                        .mapToDouble(text -> Double.parseDouble(text.replace(',', '.')))
                        .allMatch(value -> value >= 0 && value <= 10 && value * 2 == Math.rint(value * 2));
    }

    /** Whether nearly every row has another value. */
    boolean isUnique() {
        return filled > 0 && distinct() >= 0.95 * filled;
    }

    /** Whether many values name several things: as [..], or joined by a mark, so that what stands behind it is often what stands before it elsewhere. */
    boolean isList() {
        return share(text -> text.startsWith("[") && text.endsWith("]")) >= NEARLY_ALL
                || MARKS.stream().anyMatch(this::isJoinedBy);
    }

    private boolean isJoinedBy(String mark) {
        List<List<String>> all = texts.stream()
                .map(text -> Arrays.stream(text.split(Pattern.quote(mark)))
                        .map(String::strip)
                        .toList())
                .toList();
        Set<String> first = all.stream().map(parts -> parts.get(0)).collect(Collectors.toSet());
        Set<String> further =
                all.stream().flatMap(parts -> parts.stream().skip(1)).collect(Collectors.toSet());
        return all.stream().filter(parts -> parts.size() > 1).count() >= JOINED * all.size()
                && further.size() >= MEMBERS
                && further.stream().filter(first::contains).count() >= further.size() / 2.0
                && (!mark.isBlank() || further.stream().allMatch(part -> part.matches(".*\\d.*")));
    }

    /** An example of these. */
    String listExample() {
        return texts.stream()
                .max(Comparator.comparing(text -> -Math.abs(text.length() - SHORT)))
                .orElse("");
    }

    /** Whether values are sentences, longer than most titles. */
    boolean isProse() {
        return share(text -> text.split("\\s+").length > 12 || text.length() > 100) > 0.3;
    }

    /** Whether values are several words. */
    boolean isWords() {
        return share(text -> text.split("\\s+").length > 2) > 0.5;
    }

    /**
     * How well a column decides another one.
     *
     * @param share of the rows whose value in the other column is the most frequent one for their value in this column
     * @param groups values of this column that stand in several rows
     * @param most share of the most frequent value of the other column: where nearly all rows have it, every column would seem to decide
     */
    record Decides(double share, int groups, double most) {
        /** Whether it does, as far as a sample can tell. */
        boolean holds() {
            return groups >= 5 && share >= NEARLY_ALL && 1 - share <= (1 - most) / 4;
        }
    }

    private double most() {
        return filled == 0 ? 1 : (double) Arrays.stream(counts).max().orElse(0) / filled;
    }

    Decides decides(SampledColumn other) {
        Map<Long, Integer> pairs = new HashMap<>();
        int[] total = new int[counts.length];
        for (int r = 0; r < codes.length; r++) {
            if (codes[r] != NONE && other.codes[r] != NONE) {
                pairs.merge((long) codes[r] << 32 | other.codes[r], 1, Integer::sum);
                total[codes[r]]++;
            }
        }
        int[] most = new int[counts.length];
        pairs.forEach((pair, count) -> {
            int code = (int) (pair >> 32);
            most[code] = Math.max(most[code], count);
        });
        long rows = 0;
        long fitting = 0;
        int groups = 0;
        for (int code = 0; code < counts.length; code++) {
            if (total[code] > 1) {
                rows += total[code];
                fitting += most[code];
                groups++;
            }
        }
        return new Decides(rows == 0 ? 0 : (double) fitting / rows, groups, other.most());
    }
}
