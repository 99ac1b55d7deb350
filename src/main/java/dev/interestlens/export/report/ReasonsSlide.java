package dev.interestlens.export.report;

import dev.interestlens.explain.words.Text;
import dev.interestlens.export.report.page.ReportWords;
import dev.interestlens.figure.Ink;
import dev.interestlens.figure.Letters;
import dev.interestlens.figure.Numerals;
import dev.interestlens.figure.Pen;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.Surface;
import dev.interestlens.figure.WideSlide;
import java.util.List;

/**
 * One slide, 16:9: a sentence, and the effects of a few behaviours on the score.
 *
 * @param title what is explained, in small letters above the sentence
 * @param caption of the rows; where there are none, the reason
 * @param reasons the strongest first
 * @param footer provenance
 */
public record ReasonsSlide(Text title, Text sentence, Text caption, List<Reason> reasons, Text footer)
        implements WideSlide {
    /** The most rows. */
    public static final int MOST = 5;

    private static final Letters SENTENCE = new Letters(26, Letters.Cut.BOLD);
    private static final Letters TITLE = new Letters(17, Letters.Cut.REGULAR);
    private static final Letters SUBTITLE = new Letters(15, Letters.Cut.REGULAR);
    private static final double TITLE_ROOM = 350;
    private static final double LARGEST_ROW = 52;
    private static final double FOOT = 84;
    private static final double ZERO = 580;
    private static final double LONGEST = 160;
    private static final double GAP = 8;
    private static final int MAX_LINES = 4;

    /**
     * One row.
     *
     * @param effect fall of the logit when it is removed
     * @param points fall of the score, from −1 to 1
     * @param byTable the part of the effect that comes from what followed what; 0 where there is no such part
     */
    public record Reason(Text name, double effect, double points, double byTable) {}

    public ReasonsSlide {
        reasons = List.copyOf(reasons.subList(0, Math.min(MOST, reasons.size())));
    }

    /** The caption where effects have two parts. */
    public static Text splitCaption(int count, int all) {
        return count == 0 ? caption(count, all) : caption(count, all).then(ReportWords.of("slide.byTable"));
    }

    /** The caption, with the numbers of shown and of all behaviours. */
    public static Text caption(int count, int all) {
        return count == 0
                ? ReportWords.of("empty")
                : ReportWords.of("slide.reasons", "count", String.valueOf(count), "all", String.valueOf(all));
    }

    @Override
    public void paint(Surface surface, double width, double height) {
        WideSlide.line(surface, title, 27, SUBTITLE, Ink.Role.FAINT);
        double y = WideSlide.sentence(surface, sentence, SENTENCE, 33, 36, MAX_LINES);
        rows(surface, y + 86);
        WideSlide.line(surface, footer, height - 8, Letters.PLAIN, Ink.Role.FAINT);
    }

    private void rows(Surface surface, double first) {
        if (reasons.isEmpty()) {
            WideSlide.text(surface, caption, MARGIN, first - 30, TITLE, Ink.Role.FAINT);
            return;
        }
        WideSlide.text(surface, caption, MARGIN, first - 38, SUBTITLE, Ink.Role.FAINT);
        double row = Math.min(LARGEST_ROW, (HEIGHT - FOOT + MARGIN - first) / (MOST - 1));
        double most = Math.max(1e-9, Math.abs(reasons.get(0).effect()));
        double figures = reasons.stream()
                .mapToDouble(
                        each -> 2 * GAP + surface.width(logit(each), TITLE) + surface.width(points(each), SUBTITLE))
                .max()
                .orElse(0);
        double scale = Math.min(LONGEST, WIDTH - MARGIN - ZERO - figures) / most;
        for (int i = 0; i < reasons.size(); i++) {
            reason(surface, reasons, i, first + i * row, scale);
        }
        surface.line(ZERO, first - 16, ZERO, first + (reasons.size() - 1) * row + 16, Pen.thin(Ink.Role.FAINT));
    }

    private static Phrase logit(Reason row) {
        return Phrase.same(Numerals.plainSigned(row.effect(), 2));
    }

    private static Phrase points(Reason row) {
        return ReportWords.of("slide.points", "points", Numerals.plainSigned(100 * row.points(), 1));
    }

    private static void reason(Surface surface, List<Reason> reasons, int place, double y, double scale) {
        Reason row = reasons.get(place);
        List<Text> names = reasons.stream().map(Reason::name).toList();
        double effect = row.effect();
        double length = scale * Math.abs(effect);
        WideSlide.text(surface, surface.fit(names, place, TITLE, TITLE_ROOM), MARGIN, y, TITLE, Ink.Role.INK);
        surface.rect(effect < 0 ? ZERO - length : ZERO, y - 10, length, 20, Ink.signed(effect));
        double table = row.byTable() * effect > 0 ? Math.min(length, scale * Math.abs(row.byTable())) : 0;
        if (table > 0) {
            double x = effect < 0 ? ZERO - length : ZERO + length - table;
            surface.rect(x, y - 10, table, 20, Ink.Role.PAPER.faded(0.55));
        }
        Phrase logit = logit(row);
        double x = (effect < 0 ? ZERO : ZERO + length) + GAP;
        WideSlide.text(surface, logit, x, y, TITLE, Ink.Role.INK);
        WideSlide.text(surface, points(row), x + surface.width(logit, TITLE) + GAP, y, SUBTITLE, Ink.Role.FAINT);
    }
}
