package dev.interestlens.export.report.page;

import dev.interestlens.explain.words.Text;
import dev.interestlens.figure.Drawing;
import dev.interestlens.figure.Ink;
import dev.interestlens.figure.Letters;
import dev.interestlens.figure.Paragraph;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.file.MarkdownText;
import dev.interestlens.figure.file.PageFigures;
import dev.interestlens.figure.table.Table;
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

    private static final double TITLE = 20;
    private static final double HEADING = 15;

    /** Rows of a table that stay together on a page. */
    private static final int ROWS = 40;

    /** A part of a document. */
    private sealed interface Block {}

    private record Heading(Text text) implements Block {}

    private record Words(Text text) implements Block {}

    private record Points(List<Text> texts) implements Block {}

    private record Tabular(Table table) implements Block {}

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
        blocks.add(new Words(text));
        return this;
    }

    public Document points(List<Text> texts) {
        blocks.add(new Points(List.copyOf(texts)));
        return this;
    }

    /** Adds a table unless it is empty; without a title it gets the heading above it. */
    public Document table(Table table) {
        if (!table.isEmpty()) {
            blocks.add(new Tabular(table.title().equals(Phrase.EMPTY) ? table.titled(headed()) : table));
        }
        return this;
    }

    private Text headed() {
        Text headed = title;
        for (Block block : blocks) {
            if (block instanceof Heading heading) {
                headed = heading.text();
            }
        }
        return headed;
    }

    /** Its tables, in order. */
    public List<Table> tables() {
        return blocks.stream()
                .filter(Tabular.class::isInstance)
                .map(block -> ((Tabular) block).table())
                .toList();
    }

    public Text title() {
        return title;
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
            } else if (block instanceof Words paragraph) {
                html.append("<p class=\"note\">" + PageFrame.both(paragraph.text()) + "</p>\n");
            } else if (block instanceof Points points) {
                html.append("<ul>");
                points.texts().forEach(text -> html.append("<li>" + PageFrame.both(text) + "</li>"));
                html.append("</ul>\n");
            } else if (block instanceof Tabular tabular) {
                html(html, tabular.table());
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
        row(html, "th", table.heads().stream().map(Document::text).toList());
        html.append("</thead><tbody>\n");
        table.rows()
                .forEach(row -> row(
                        html, "td", row.stream().map(cell -> text(cell::text)).toList()));
        html.append("</tbody></table></div>\n");
    }

    private static void row(StringBuilder html, String cell, List<Text> texts) {
        html.append("<tr>");
        texts.forEach(text -> html.append("<" + cell + kind(text) + ">" + PageFrame.both(text) + "</" + cell + ">"));
        html.append("</tr>\n");
    }

    private static Text text(Phrase words) {
        return new Text(words.in(Locale.ENGLISH), words.in(Locale.CHINESE));
    }

    /** The style class of a cell: numbers stay in one line, and only texts without spaces may break anywhere. */
    private static String kind(Text text) {
        String plain = text.in(Locale.ENGLISH);
        if (NUMBER.matcher(plain).matches()) {
            return " class=\"number\"";
        }
        return LONG.matcher(plain).find() ? " class=\"long\"" : "";
    }

    /** Its parts in one language, for pages; a long table in several. */
    public List<Drawing> drawings(Locale language) {
        List<Drawing> parts = new ArrayList<>();
        parts.add(new Paragraph(title, new Letters(TITLE, true), Ink.Role.INK));
        for (Block block : blocks) {
            if (block instanceof Heading heading) {
                parts.add(new Paragraph(heading.text(), new Letters(HEADING, true), Ink.Role.INK));
            } else if (block instanceof Words paragraph) {
                parts.add(Paragraph.note(paragraph.text()));
            } else if (block instanceof Points points) {
                points.texts()
                        .forEach(point -> parts.add(Paragraph.note(new Text("• " + point.en(), "• " + point.zh()))));
            } else if (block instanceof Tabular tabular) {
                tabular.table().pieces(ROWS).forEach(piece -> parts.add(piece.drawing(language)));
            } else if (block instanceof Picture picture) {
                parts.add(picture.drawing());
            } else if (block instanceof Code code) {
                code.lines().forEach(line -> parts.add(Paragraph.note(Text.same(line))));
            }
        }
        return parts;
    }

    public String markdown(Locale language) {
        StringBuilder text = new StringBuilder("# " + MarkdownText.inline(title.in(language)) + "\n");
        for (Block block : blocks) {
            if (block instanceof Heading heading) {
                text.append("\n## " + MarkdownText.inline(heading.text().in(language)) + "\n");
            } else if (block instanceof Words paragraph) {
                text.append("\n" + MarkdownText.inline(paragraph.text().in(language)) + "\n");
            } else if (block instanceof Points points) {
                text.append("\n");
                points.texts().forEach(point -> text.append("- " + MarkdownText.inline(point.in(language)) + "\n"));
            } else if (block instanceof Tabular tabular) {
                text.append("\n").append(MarkdownText.table(tabular.table(), language));
            } else if (block instanceof Code code) {
                text.append("\n```bash\n" + String.join("\n", code.lines()) + "\n```\n");
            }
        }
        return text.toString();
    }
}
