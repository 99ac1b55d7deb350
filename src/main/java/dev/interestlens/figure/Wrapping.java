package dev.interestlens.figure;

import java.util.ArrayList;
import java.util.List;

/** Breaks a text into lines: at spaces and before any wide character except closing marks, or anywhere in a word that is too long for a line. */
final class Wrapping {
    private static final String CLOSING = "，。；：、！？）》”’…";
    private static final int WIDE = 0x2E80;

    private Wrapping() {}

    static List<String> lines(Surface surface, String text, Letters letters, double room) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int breakable = -1;
        double width = 0;
        for (int c : text.codePoints().toArray()) {
            if (c == ' ' || c >= WIDE && CLOSING.indexOf(c) < 0) {
                breakable = line.length();
            }
            line.appendCodePoint(c);
            width += surface.width(Character.toString(c), letters);
            if (width > room && line.length() > 1) {
                int at = breakable > 0 ? breakable : line.length() - Character.charCount(c);
                lines.add(line.substring(0, at).strip());
                line.delete(0, at);
                width = surface.width(line.toString(), letters);
                breakable = -1;
            }
        }
        lines.add(line.toString().strip());
        return lines;
    }
}
