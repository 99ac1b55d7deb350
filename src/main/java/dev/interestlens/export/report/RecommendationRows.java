package dev.interestlens.export.report;

import dev.interestlens.export.report.page.ReportWords;
import dev.interestlens.figure.Drawing;
import dev.interestlens.figure.Ink;
import dev.interestlens.figure.Letters;
import dev.interestlens.figure.Numerals;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.Spot;
import dev.interestlens.figure.Surface;
import dev.interestlens.recommend.Recommendation;
import java.util.List;

/** The first items of a list with their scores, each with the behaviour that raises it most. */
public record RecommendationRows(List<Recommendation.Entry> all) implements Drawing {
    private static final double WIDTH = 912;
    private static final int ITEMS = 10;
    private static final double MARGIN = 24;
    private static final Letters TITLE = new Letters(15, Letters.Cut.REGULAR);
    private static final double BAR = 400;
    private static final double GAP = 10;
    private static final double LONGEST = 110;
    private static final double REASON = 590;
    private static final double LARGEST_ROW = 34;
    private static final double HEAD = 38;

    public RecommendationRows {
        all = List.copyOf(all);
    }

    @Override
    public double width(Surface ruler) {
        return WIDTH;
    }

    @Override
    public double height(Surface ruler, double width) {
        return HEAD + LARGEST_ROW * Math.min(ITEMS, Math.max(1, all.size()));
    }

    @Override
    public void paint(Surface surface, double width, double height) {
        List<Recommendation.Entry> entries = all.subList(0, Math.min(ITEMS, all.size()));
        if (entries.isEmpty()) {
            text(surface, ReportWords.of("recommend.nothing"), MARGIN, HEAD, TITLE, Ink.Role.INK);
            return;
        }
        text(surface, ReportWords.of("recommend.score"), BAR, HEAD - 26, Letters.PLAIN, Ink.Role.FAINT);
        boolean why = entries.stream().anyMatch(entry -> !entry.reasons().isEmpty());
        if (why) {
            text(surface, ReportWords.of("recommend.strongest"), REASON, HEAD - 26, Letters.PLAIN, Ink.Role.FAINT);
        }
        double row = Math.min(LARGEST_ROW, (height - HEAD) / entries.size());
        double most = Math.max(
                1e-9,
                entries.stream().mapToDouble(Recommendation.Entry::score).max().orElse(1));
        double ranks = entries.stream()
                .mapToDouble(entry -> surface.width(rank(entry), TITLE))
                .max()
                .orElse(0);
        for (int i = 0; i < entries.size(); i++) {
            entry(surface, entries, i, MARGIN + ranks, HEAD + i * row, most);
        }
    }

    private static Phrase rank(Recommendation.Entry entry) {
        return Phrase.same(String.valueOf(entry.rank()));
    }

    private static void entry(
            Surface surface, List<Recommendation.Entry> entries, int place, double ranks, double y, double most) {
        Recommendation.Entry entry = entries.get(place);
        List<Phrase> titles =
                entries.stream().<Phrase>map(each -> each.item().title()).toList();
        double title = ranks + GAP;
        surface.text(rank(entry), Spot.end(ranks, y), TITLE, Ink.Role.INK);
        text(surface, surface.fit(titles, place, TITLE, BAR - title - GAP), title, y, TITLE, Ink.Role.INK);
        surface.rect(BAR, y - 7, LONGEST * entry.score() / most, 14, Ink.signed(1));
        text(surface, Phrase.same(Numerals.plain(entry.score(), 3)), BAR + LONGEST + 8, y, TITLE, Ink.Role.INK);
        if (!entry.reasons().isEmpty()) {
            List<Phrase> reasons =
                    entries.stream().map(RecommendationRows::strongest).toList();
            text(surface, surface.fit(reasons, place, TITLE, WIDTH - MARGIN - REASON), REASON, y, TITLE, Ink.Role.INK);
        }
    }

    /** The strongest reason with its number; nothing where none was measured. */
    private static Phrase strongest(Recommendation.Entry entry) {
        return entry.reasons().stream()
                .findFirst()
                .<Phrase>map(reason -> language -> Numerals.plainSigned(reason.effect(), 2) + "  "
                        + reason.item().title().in(language))
                .orElse(Phrase.EMPTY);
    }

    private static void text(Surface surface, Phrase words, double x, double y, Letters letters, Ink ink) {
        surface.text(words, Spot.start(x, y), letters, ink);
    }
}
