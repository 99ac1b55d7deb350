package dev.interestlens.export.report;

import dev.interestlens.explain.Explanation;
import dev.interestlens.explain.Text;
import java.util.ArrayList;
import java.util.List;

/** What every picture of an explanation says of itself. */
final class Figures {
    private static final String CLOSING = "，。；：、！？）》”’…";

    private Figures() {}

    /** Run, model, data, sample and time. */
    static Text footer(Explanation explanation, Provenance provenance) {
        return Words.of("footer")
                .with("run", provenance.run())
                .with("model", provenance.model())
                .with("dataset", provenance.dataset())
                .with("sample", provenance.sample())
                .with("user", explanation.impression().userKey())
                .with("created", Markup.time(provenance.created()))
                .text();
    }

    /** At most so many ems, with … where something is missing. */
    static String cut(String text, double ems) {
        double width = 0;
        for (int at = 0; at < text.length(); at = text.offsetByCodePoints(at, 1)) {
            width += ems(text.codePointAt(at));
            if (width > ems) {
                return text.substring(0, text.offsetByCodePoints(at, -1)) + "…";
            }
        }
        return text;
    }

    /** Lines of at most so many ems; breaks at spaces and before any wide character, or where a word alone is too long. */
    static List<String> wrap(String text, double ems) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int breakable = -1;
        double width = 0;
        for (int c : text.codePoints().toArray()) {
            if (c == ' ' || c >= 0x2E80 && CLOSING.indexOf(c) < 0) {
                breakable = line.length();
            }
            line.appendCodePoint(c);
            width += ems(c);
            if (width > ems && line.length() > 1) {
                breakable = breakable > 0 ? breakable : line.length() - Character.charCount(c);
                lines.add(line.substring(0, breakable).strip());
                line.delete(0, breakable);
                width = ems(line.toString());
                breakable = -1;
            }
        }
        lines.add(line.toString().strip());
        return lines;
    }

    /** About how wide a text is. */
    static double ems(String text) {
        return text.codePoints().mapToDouble(Figures::ems).sum();
    }

    private static double ems(int c) {
        return c >= 0x2E80 ? 1 : 0.52;
    }
}
