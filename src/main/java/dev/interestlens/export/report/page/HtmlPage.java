package dev.interestlens.export.report.page;

import dev.interestlens.explain.words.Text;
import dev.interestlens.figure.Drawing;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.file.PageFigures;
import dev.interestlens.figure.table.Table;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The content of a page while it is written. */
final class HtmlPage {
    private static final Pattern NUMBER = Pattern.compile("[−-]?[0-9][0-9.,]*( – [−-]?[0-9.]+)?( ★)?");
    private static final Pattern LONG = Pattern.compile("\\S{25}");

    private final StringBuilder html = new StringBuilder();
    private final PageFigures figures = new PageFigures();
    private int groups;

    HtmlPage add(String markup) {
        html.append(markup);
        return this;
    }

    /** A text in both languages within a tag. */
    HtmlPage both(String tag, Text text) {
        return add("<" + tag + ">" + PageFrame.both(text) + "</" + tag + ">");
    }

    /** A paragraph, unless it is empty. */
    HtmlPage note(Text text) {
        return text.en().isEmpty() ? this : add("<p class=\"note\">" + PageFrame.both(text) + "</p>\n");
    }

    HtmlPage figure(Drawing drawing) {
        return add(figures.of(drawing));
    }

    /** The name of a group of switches, which no other one of the page has. */
    String group(String name) {
        return "g" + groups++ + "-" + name;
    }

    void table(Table table) {
        add("<div class=\"scroll\"><table class=\"columns\"><thead>");
        row("th", table.heads());
        add("</thead><tbody>\n");
        table.rows()
                .forEach(row ->
                        row("td", row.stream().<Phrase>map(cell -> cell::text).toList()));
        add("</tbody></table></div>\n");
    }

    private void row(String cell, List<Phrase> texts) {
        add("<tr>");
        for (Phrase words : texts) {
            Text text = new Text(words.in(Locale.ENGLISH), words.in(Locale.CHINESE));
            add("<" + cell + kind(text.en()) + ">" + PageFrame.both(text) + "</" + cell + ">");
        }
        add("</tr>\n");
    }

    /** The style class of a cell: numbers stay in one line, and only texts without spaces may break anywhere. */
    private static String kind(String text) {
        if (NUMBER.matcher(text).matches()) {
            return " class=\"number\"";
        }
        return LONG.matcher(text).find() ? " class=\"long\"" : "";
    }

    @Override
    public String toString() {
        return html.toString();
    }
}
