package dev.interestlens.export.report.page;

import dev.interestlens.explain.picture.HeatMatrix;
import dev.interestlens.explain.picture.Panel;
import dev.interestlens.explain.picture.Picture;
import dev.interestlens.explain.words.Text;
import dev.interestlens.figure.file.PageFigures;
import java.util.List;

/** The views of an explanation on a page: pictures that are shown one at a time have a switch, which needs no script. */
public final class PanelsHtml {
    /** The style rules of the switch support no more. */
    private static final int MAX = 8;

    private final String prefix;
    private final StringBuilder html = new StringBuilder();

    private final PageFigures figures;

    /** @param prefix distinguishes the switches of several explanations on one page */
    private PanelsHtml(String prefix, PageFigures figures) {
        this.prefix = prefix;
        this.figures = figures;
    }

    public static String of(List<Panel> panels, String prefix, PageFigures figures) {
        PanelsHtml page = new PanelsHtml(prefix, figures);
        panels.stream().filter(panel -> !panel.name().equals("traces")).forEach(page::panel);
        return page.html.toString();
    }

    private void panel(Panel panel) {
        html.append("<h2>" + PageFrame.both(panel.title()) + "</h2>\n");
        note(panel.finding());
        List<Picture> pictures = panel.pictures().stream().limit(MAX).toList();
        if (!panel.takesTurns()) {
            pictures.forEach(picture -> picture(panel, picture, pictures.size() > 1));
            return;
        }
        String group = prefix + panel.name();
        html.append("<div class=\"switch\">");
        for (int i = 0; i < pictures.size(); i++) {
            html.append("<input type=\"radio\" name=\"" + Markup.escape(group) + "\" id=\"" + Markup.escape(group + i)
                    + "\"" + (i == 0 ? " checked" : "") + ">");
        }
        html.append("<div class=\"labels\">");
        for (int i = 0; i < pictures.size(); i++) {
            html.append("<label for=\"" + Markup.escape(group + i) + "\">"
                    + PageFrame.both(pictures.get(i).title()) + "</label>");
        }
        html.append("</div><div class=\"turns\">");
        for (Picture picture : pictures) {
            html.append("<div>");
            picture(panel, picture, false);
            html.append("</div>");
        }
        html.append("</div></div>\n");
    }

    private void picture(Panel panel, Picture picture, boolean titled) {
        if (titled) {
            html.append("<h3>" + PageFrame.both(picture.title()) + "</h3>");
        }
        note(picture.note());
        Picture shown = panel.begun(picture);
        if (shown instanceof HeatMatrix first && picture instanceof HeatMatrix whole && first != whole) {
            note(ReportWords.of("firstRows")
                    .with("some", String.valueOf(first.rows().size()))
                    .with("all", String.valueOf(whole.rows().size()))
                    .text());
        }
        html.append(figures.of(shown.drawing()));
    }

    private void note(Text text) {
        if (!text.en().isEmpty()) {
            html.append("<p class=\"note\">" + PageFrame.both(text) + "</p>\n");
        }
    }
}
