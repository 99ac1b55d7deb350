package dev.interestlens.data.source.file;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names as a person counts them: {@code part-2} stands before {@code part-10}. Of equal ones the order of texts decides. */
final class NaturalOrder implements Comparator<Path> {
    private static final Pattern PIECE = Pattern.compile("[0-9]+|[^0-9]+");

    @Override
    public int compare(Path one, Path other) {
        int order = compare(one.getFileName().toString(), other.getFileName().toString());
        return order == 0 ? one.compareTo(other) : order;
    }

    private static int compare(String one, String other) {
        Matcher left = PIECE.matcher(one);
        Matcher right = PIECE.matcher(other);
        while (left.find()) {
            if (!right.find()) {
                return 1;
            }
            int order = pieces(left.group(), right.group());
            if (order != 0) {
                return order;
            }
        }
        return right.find() ? -1 : 0;
    }

    private static int pieces(String one, String other) {
        boolean numbers = isDigit(one) && isDigit(other);
        return numbers ? new BigInteger(one).compareTo(new BigInteger(other)) : one.compareTo(other);
    }

    private static boolean isDigit(String piece) {
        return piece.charAt(0) >= '0' && piece.charAt(0) <= '9';
    }
}
