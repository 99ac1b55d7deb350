package dev.interestlens.export.report;

import dev.interestlens.explain.words.Text;
import dev.interestlens.figure.Drawing;
import dev.interestlens.figure.file.PageFigures;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A text with tables and pictures in both languages, written as one HTML file that shows either or as Markdown in one of them. The file needs no
 * network and no script. Values never become markup.
 */
public final class Document {
    private static final Pattern NUMBER = Pattern.compile("[−-]?[0-9][0-9.,]*( – [−-]?[0-9.]+)?( ★)?");
    private static final Pattern LONG = Pattern.compile("\\S{25}");

    /** A part of a document. */
    private sealed interface Block {}

    private record Heading(Text text) implements Block {}

    private record Paragraph(Text text) implements Block {}

    private record Points(List<Text> texts) implements Block {}

    /** Cells row by row; the first row are the headings. */
    private record Table(List<List<Text>> rows) implements Block {}

    private record Picture(Drawing drawing) implements Block {}

    private record Code(List<String> lines) implements Block {}

    private final Text title;
    private final List<Block> blocks = new ArrayList<>();

    public Document(Text title) {
        this.title = title;
    }

    public Document heading(Text text) {
        blocks.add(new Heading(text));
        return this;
    }

    public Document paragraph(Text text) {
        blocks.add(new Paragraph(text));
        return this;
    }

    public Document points(List<Text> texts) {
        blocks.add(new Points(List.copyOf(texts)));
        return this;
    }

    /** @param rows the first one holds the headings */
    public Document table(List<List<Text>> rows) {
        if (rows.size() > 1) {
            blocks.add(new Table(List.copyOf(rows)));
        }
        return this;
    }

    /** Left out of Markdown. */
    public Document picture(Drawing drawing) {
        blocks.add(new Picture(drawing));
        return this;
    }

    /** Lines for a shell, as they are. */
    public Document code(List<String> lines) {
        blocks.add(new Code(List.copyOf(lines)));
        return this;
    }

    /** @param language the one that is shown first */
    public String html(Locale language) {
        StringBuilder html = new StringBuilder(PageFrame.begin(title, language));
        html.append("<h1>" + PageFrame.both(title) + "</h1>\n");
        for (Block block : blocks) {
            if (block instanceof Heading heading) {
                html.append("<h2>" + PageFrame.both(heading.text()) + "</h2>\n");
            } else if (block instanceof Paragraph paragraph) {
                html.append("<p class=\"note\">" + PageFrame.both(paragraph.text()) + "</p>\n");
            } else if (block instanceof Points points) {
                html.append("<ul>");
                points.texts().forEach(text -> html.append("<li>" + PageFrame.both(text) + "</li>"));
                html.append("</ul>\n");
            } else if (block instanceof Table table) {
                html(html, table);
            } else if (block instanceof Picture picture) {
                html.append("<div class=\"picture\">" + new PageFigures().of(picture.drawing()) + "</div>\n");
            } else if (block instanceof Code code) {
                html.append("<pre>" + Markup.escape(String.join("\n", code.lines())) + "</pre>\n");
            }
        }
        return html.append(PageFrame.END).toString();
    }

    private static void html(StringBuilder html, Table table) {
        html.append("<div class=\"scroll\"><table class=\"columns\"><thead>");
        for (int r = 0; r < table.rows().size(); r++) {
            String cell = r == 0 ? "th" : "td";
            html.append("<tr>");
            table.rows()
                    .get(r)
                    .forEach(text ->
                            html.append("<" + cell + kind(text) + ">" + PageFrame.both(text) + "</" + cell + ">"));
            html.append("</tr>").append(r == 0 ? "</thead><tbody>\n" : "\n");
        }
        html.append("</tbody></table></div>\n");
    }

    /** Figures stay in one line; only what has no other place to break may break anywhere. */
    private static String kind(Text text) {
        String plain = text.in(Locale.ENGLISH);
        if (NUMBER.matcher(plain).matches()) {
            return " class=\"number\"";
        }
        return LONG.matcher(plain).find() ? " class=\"long\"" : "";
    }

    public String markdown(Locale language) {
        StringBuilder text = new StringBuilder("# " + inline(title.in(language)) + "\n");
        for (Block block : blocks) {
            if (block instanceof Heading heading) {
                text.append("\n## " + inline(heading.text().in(language)) + "\n");
            } else if (block instanceof Paragraph paragraph) {
                text.append("\n" + inline(paragraph.text().in(language)) + "\n");
            } else if (block instanceof Points points) {
                text.append("\n");
                points.texts().forEach(point -> text.append("- " + inline(point.in(language)) + "\n"));
            } else if (block instanceof Table table) {
                markdown(text, table, language);
            } else if (block instanceof Code code) {
                text.append("\n```bash\n" + String.join("\n", code.lines()) + "\n```\n");
            }
        }
        return text.toString();
    }

    private static void markdown(StringBuilder text, Table table, Locale language) {
        text.append("\n");
        for (int r = 0; r < table.rows().size(); r++) {
            List<Text> row = table.rows().get(r);
            text.append("|");
            row.forEach(cell -> text.append(" " + inline(cell.in(language)) + " |"));
            text.append("\n");
            if (r == 0) {
                text.append("|" + " --- |".repeat(row.size()) + "\n");
            }
        }
    }

    /** What Markdown or the HTML inside it would take for a mark is escaped; a line break becomes a space. */
    private static String inline(String text) {
        return text.replaceAll("\\R", " ").replaceAll("([\\\\`*_\\[\\]|<>])", "\\\\$1");
    }
}
