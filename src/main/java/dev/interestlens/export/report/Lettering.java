package dev.interestlens.export.report;

import dev.interestlens.explain.Text;
import java.util.Locale;

/** Writes the words of a picture: in one language, or in both for a page that shows one of them. */
final class Lettering {
    static final Lettering BOTH = new Lettering(null);

    private final Locale language;

    private Lettering(Locale language) {
        this.language = language;
    }

    static Lettering in(Locale language) {
        return new Lettering(language);
    }

    boolean both() {
        return language == null;
    }

    /** @param ems most width, longer words end in … */
    void text(StringBuilder svg, double x, double y, String anchor, String kind, Text words, double ems) {
        if (language != null) {
            write(svg, x, y, anchor, kind, Figures.cut(words.in(language), ems), "");
        } else if (words.en().equals(words.zh())) {
            write(svg, x, y, anchor, kind, Figures.cut(words.en(), ems), "");
        } else {
            write(svg, x, y, anchor, kind + " en", Figures.cut(words.en(), ems), "");
            write(svg, x, y, anchor, kind + " zh", Figures.cut(words.zh(), ems), " lang=\"zh\"");
        }
    }

    void text(StringBuilder svg, double x, double y, String anchor, String kind, Text words) {
        text(svg, x, y, anchor, kind, words, Double.MAX_VALUE);
    }

    void text(StringBuilder svg, double x, double y, String anchor, String kind, String words) {
        text(svg, x, y, anchor, kind, Text.same(words));
    }

    /** How wide the words are at most. */
    double ems(Text words) {
        return language != null
                ? Figures.ems(words.in(language))
                : Math.max(Figures.ems(words.en()), Figures.ems(words.zh()));
    }

    /** The words as they stand in a tooltip, which cannot follow a page's language. */
    String hover(Text words) {
        return language != null || words.en().equals(words.zh())
                ? words.in(language == null ? Locale.ENGLISH : language)
                : words.en() + " / " + words.zh();
    }

    private static void write(
            StringBuilder svg, double x, double y, String anchor, String kind, String words, String more) {
        svg.append("<text class=\"" + kind + "\"" + more + " x=\"" + Markup.at(x) + "\" y=\"" + Markup.at(y)
                + "\" text-anchor=\"" + anchor + "\">" + Markup.escape(words) + "</text>");
    }
}
