package dev.interestlens.data.source.encoding;

import java.nio.charset.Charset;

/**
 * A language that is written with thousands of characters. The common ones lie together in its character set, level 1 of GB 2312, Big5, JIS X 0208 and
 * KS X 1001, and are known by their first byte.
 *
 * @param charset of the language
 * @param from the first byte of the first of the common characters
 * @param to that of the last
 * @param number of the common characters
 */
record CommonCharacters(Charset charset, int from, int to, int number) implements Language {

    private static final double MARK = -6;
    private static final double KANA = -5.5;
    private static final double RARE = -14;

    /** Beside a letter of ASCII: brands are written so, and Latin words that are read in this character set. */
    private static final double BESIDE_LATIN = -5;

    /** In GB 2312 and KS X 1001 both bytes are beyond ASCII. */
    private static final int SECOND = 0xA1;

    @Override
    public double likelihood(String word) {
        double sum = 0;
        for (int at = 0; at < word.length(); at++) {
            char c = word.charAt(at);
            if (c > 127) {
                sum += of(c);
                sum += at > 0 && Alphabet.isLatin(word.charAt(at - 1)) ? BESIDE_LATIN : 0;
                sum += at + 1 < word.length() && Alphabet.isLatin(word.charAt(at + 1)) ? BESIDE_LATIN : 0;
            }
        }
        return sum;
    }

    private double of(char c) {
        if (Character.isISOControl(c)) {
            return NEVER;
        }
        if (c >= '\u3000' && c <= '\u303f' || c >= '\uff01' && c <= '\uff5e') {
            return MARK;
        }
        if (c >= '\u3040' && c <= '\u30ff') {
            return charset.name().startsWith("GB") || charset.name().equals("Big5") ? RARE : KANA;
        }
        return isCommon(c) ? 1 - Math.log(number) : RARE;
    }

    private boolean isCommon(char c) {
        byte[] bytes = String.valueOf(c).getBytes(charset);
        int first = bytes[0] & 0xFF;
        boolean dense = charset.name().startsWith("GB") || charset.name().endsWith("949");
        return bytes.length == 2 && first >= from && first <= to && (!dense || (bytes[1] & 0xFF) >= SECOND);
    }
}
