package dev.interestlens.figure;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * How a name is cut where its room is less: in the middle, since titles that begin alike are told apart by their ends. Of names that stand beside each
 * other, those that would be cut to the same text show the place where they differ.
 *
 * @param width of a text
 */
public record Shortening(ToDoubleFunction<String> width, double room) {
    /** The text, or as much of it as fits; empty where nothing does. */
    public String of(String text) {
        int[] all = text.codePoints().toArray();
        return fits(text) ? text : ends(all, kept(all.length - 1, kept -> ends(all, kept)));
    }

    /** The same for one of several. */
    public String of(String text, Stream<String> beside) {
        String cut = of(text);
        if (cut.equals(text) || cut.isEmpty()) {
            return cut;
        }
        int dots = cut.indexOf(Surface.DOTS);
        String head = cut.substring(0, dots);
        String tail = cut.substring(dots + Surface.DOTS.length());
        int same = beside.filter(other -> !other.equals(text) && other.startsWith(head) && other.endsWith(tail))
                .mapToInt(other -> Arrays.mismatch(text.toCharArray(), other.toCharArray()))
                .max()
                .orElse(-1);
        return same < 0 ? cut : from(text, same);
    }

    /** The word in which a text differs from others, and what follows it. */
    private String from(String text, int place) {
        int word = text.lastIndexOf(' ', Math.max(0, place - 1)) + 1;
        int[] rest = text.substring(word).codePoints().toArray();
        String whole = Surface.DOTS + text.substring(word);
        return fits(whole) ? whole : begin(rest, kept(rest.length - 1, kept -> begin(rest, kept)));
    }

    private boolean fits(String text) {
        return width.applyAsDouble(text) <= room;
    }

    private interface Cut {
        String at(int kept);
    }

    /** The most signs that fit. */
    private int kept(int most, Cut cut) {
        int low = 0;
        int high = most;
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (fits(cut.at(middle))) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private static String ends(int[] all, int kept) {
        int last = kept / 2;
        return kept <= 0
                ? ""
                : new String(all, 0, kept - last).stripTrailing()
                        + Surface.DOTS
                        + new String(all, all.length - last, last).stripLeading();
    }

    private static String begin(int[] rest, int kept) {
        return kept <= 0 ? "" : Surface.DOTS + new String(rest, 0, kept).stripTrailing() + Surface.DOTS;
    }
}
