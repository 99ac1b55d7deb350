package dev.interestlens.store;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** How far a word that was typed is from one that is known, to name what was probably meant. */
public final class Spelling {
    /** Of so many letters one may be wrong. */
    private static final int LETTERS_A_MISTAKE = 3;

    private Spelling() {}

    /**
     * The known words that were probably meant, the nearest first: those that it begins, then those that differ in at most a third of the letters.
     */
    public static List<String> near(String word, Collection<String> known) {
        return known.stream()
                .filter(each -> isNear(word, each))
                .sorted(Comparator.comparing((String each) -> !isBegun(word, each))
                        .thenComparing(each -> distance(word, each)))
                .toList();
    }

    private static boolean isNear(String word, String known) {
        return isBegun(word, known)
                || distance(word, known) <= Math.max(word.length(), known.length()) / LETTERS_A_MISTAKE;
    }

    private static boolean isBegun(String word, String known) {
        return word.length() >= LETTERS_A_MISTAKE && known.startsWith(word);
    }

    /** The fewest letters to put in, take out, replace or swap with the next one (optimal string alignment). */
    public static int distance(String a, String b) {
        int[][] rows = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                rows[i][j] = i == 0 || j == 0 ? i + j : distance(a, b, i, j, rows);
            }
        }
        return rows[a.length()][b.length()];
    }

    private static int distance(String a, String b, int i, int j, int[][] rows) {
        int replaced = rows[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int least = Math.min(replaced, 1 + Math.min(rows[i - 1][j], rows[i][j - 1]));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(least, rows[i - 2][j - 2] + 1) : least;
    }
}
