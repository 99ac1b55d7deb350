package dev.interestlens.export.report.page;

import dev.interestlens.explain.picture.Chart;
import dev.interestlens.explain.picture.HeatMatrix;
import dev.interestlens.explain.picture.Panel;
import dev.interestlens.explain.picture.Picture;
import dev.interestlens.explain.words.Text;
import dev.interestlens.figure.data.HistoryData;
import dev.interestlens.figure.file.MarkdownText;
import dev.interestlens.figure.file.Markup;
import java.util.List;
import java.util.Locale;

/**
 * A view with its finding and its pictures. On a page, pictures that are shown one at a time have a switch, which needs no script; in Markdown the
 * numbers of charts stand in their place.
 */
record ViewBlock(Panel panel) {
    /** The style rules of the switch support no more. */
    private static final int MAX = 8;

    void html(HtmlPage page) {
        page.both("h2", panel.title()).add("\n").note(panel.finding());
        List<Picture> pictures = panel.pictures().stream().limit(MAX).toList();
        if (!panel.takesTurns()) {
            pictures.forEach(picture -> picture(page, picture, pictures.size() > 1));
            return;
        }
        String group = Markup.escape(page.group(panel.name()));
        page.add("<div class=\"switch\">");
        for (int i = 0; i < pictures.size(); i++) {
            page.add("<input type=\"radio\" name=\"" + group + "\" id=\"" + group + i + "\""
                    + (i == 0 ? " checked" : "") + ">");
        }
        page.add("<div class=\"labels\">");
        for (int i = 0; i < pictures.size(); i++) {
            page.add("<label for=\"" + group + i + "\">"
                    + PageFrame.both(pictures.get(i).title()) + "</label>");
        }
        page.add("</div><div class=\"turns\">");
        for (Picture picture : pictures) {
            page.add("<div>");
            picture(page, picture, false);
            page.add("</div>");
        }
        page.add("</div></div>\n");
    }

    private void picture(HtmlPage page, Picture picture, boolean titled) {
        if (titled) {
            page.both("h3", picture.title());
        }
        page.note(picture.note());
        Picture shown = panel.begun(picture);
        if (shown instanceof HeatMatrix first && picture instanceof HeatMatrix whole && first != whole) {
            page.note(ReportWords.filled("firstRows")
                    .with("some", String.valueOf(first.rows().size()))
                    .text("all", String.valueOf(whole.rows().size())));
        }
        page.figure(shown.drawing());
    }

    String markdown(Locale language) {
        StringBuilder text =
                new StringBuilder("\n## " + MarkdownText.inline(panel.title().in(language)) + "\n");
        text.append(paragraph(panel.finding(), language));
        for (Picture picture : panel.pictures()) {
            if (panel.pictures().size() > 1) {
                text.append("\n### " + MarkdownText.inline(picture.title().in(language)) + "\n");
            }
            text.append(paragraph(picture.note(), language));
            if (picture instanceof Chart && !(picture.data() instanceof HistoryData)) { // which has a table of its own
                text.append("\n" + MarkdownText.numbers(picture.numbers(language)));
            }
        }
        return text.toString();
    }

    private static String paragraph(Text text, Locale language) {
        return text.en().isEmpty() ? "" : Document.line(text, language);
    }
}
