package dev.interestlens.export.report.page;

import dev.interestlens.explain.picture.Panel;
import dev.interestlens.explain.words.Text;
import dev.interestlens.figure.Drawing;
import dev.interestlens.figure.Ink;
import dev.interestlens.figure.Letters;
import dev.interestlens.figure.Paragraph;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.file.MarkdownText;
import dev.interestlens.figure.file.Markup;
import dev.interestlens.figure.table.Table;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A text with tables and pictures in both languages, written as one HTML file that shows either or as Markdown in one of them. The file needs no
 * network and no script, can be read on a phone and printed, and follows the reader's light or dark setting. Values never become markup.
 */
public final class Document {
    private static final double TITLE = 20;
    private static final double HEADING = 15;

    /** Rows of a table that stay together on a page. */
    private static final int ROWS = 40;

    /**
     * A part of a document.
     *
     * @param markdown in one language; empty where it is left out
     * @param drawings in one language, for pages
     */
    private record Block(
            Consumer<HtmlPage> html,
            Function<Locale, String> markdown,
            Function<Locale, Stream<? extends Drawing>> drawings) {}

    private final Text title;
    private final List<Block> blocks = new ArrayList<>();
    private final List<Table> tables = new ArrayList<>();
    private Text headed;

    public Document(Text title) {
        this.title = title;
        headed = title;
    }

    public Document heading(Text text) {
        headed = text;
        return with(
                page -> page.both("h2", text).add("\n"),
                language -> "\n## " + inline(text, language) + "\n",
                language -> Stream.of(new Paragraph(text, new Letters(HEADING, Letters.Cut.BOLD), Ink.Role.INK)));
    }

    public Document paragraph(Text text) {
        return with(page -> page.note(text), language -> line(text, language), language -> notes(text));
    }

    public Document points(List<Text> texts) {
        return with(
                page -> {
                    page.add("<ul>");
                    texts.forEach(text -> page.both("li", text));
                    page.add("</ul>\n");
                },
                language -> texts.stream()
                        .map(point -> "- " + inline(point, language) + "\n")
                        .collect(Collectors.joining("", "\n", "")),
                language ->
                        texts.stream().map(point -> Paragraph.note(new Text("• " + point.en(), "• " + point.zh()))));
    }

    /** Adds a table unless it is empty; without a title it gets the heading above it. */
    public Document table(Table table) {
        if (table.isEmpty()) {
            return this;
        }
        tables.add(table.title().equals(Phrase.EMPTY) ? table.titled(headed) : table);
        return with(
                page -> page.table(table),
                language -> "\n" + MarkdownText.table(table, language),
                language -> table.pieces(ROWS).stream().map(piece -> piece.drawing(language)));
    }

    /** Left out of Markdown. */
    public Document picture(Drawing drawing) {
        return with(
                page -> page.add("<div class=\"picture\">").figure(drawing).add("</div>\n"),
                language -> "",
                language -> Stream.of(drawing));
    }

    /** A view with its title, its finding and its pictures; in Markdown charts are the numbers that they show. */
    public Document view(Panel panel) {
        ViewBlock view = new ViewBlock(panel);
        return with(view::html, view::markdown, language -> Stream.of(panel.drawing()));
    }

    /** Lines for a shell, as they are. */
    public Document code(List<String> lines) {
        String all = String.join("\n", lines);
        return with(
                page -> page.add("<pre>" + Markup.escape(all) + "</pre>\n"),
                language -> "\n```bash\n" + all + "\n```\n",
                language -> lines.stream().flatMap(line -> notes(Text.same(line))));
    }

    /** The answer that it gives, in a large sentence between what it is about, a line and a badge. */
    public Document answer(Text what, Text sentence, Text below, Text badge) {
        return with(
                page -> page.add("<section class=\"answer\"><p class=\"what\">" + PageFrame.both(what)
                        + "</p><p class=\"sentence\">" + PageFrame.both(sentence) + "</p><p class=\"score\">"
                        + PageFrame.both(below) + "</p><span class=\"badge\">" + PageFrame.both(badge)
                        + "</span></section>\n"),
                language -> line(what, language) + "\n**" + inline(sentence, language) + "**\n" + line(below, language)
                        + line(badge, language),
                language -> notes(what, sentence, below, badge));
    }

    /**
     * Other documents behind it, with a list of them.
     *
     * @param lines of the list, one a document
     */
    public Document parts(List<Text> lines, List<Document> documents) {
        return with(
                page -> {
                    page.add("<ol>");
                    for (int i = 0; i < lines.size(); i++) {
                        page.add("<li><a href=\"#e" + i + "\">" + PageFrame.both(lines.get(i)) + "</a></li>\n");
                    }
                    page.add("</ol>\n");
                    for (int i = 0; i < lines.size(); i++) {
                        page.add("<article id=\"e" + i + "\">");
                        documents.get(i).html(page, "h1");
                        page.add("</article>\n");
                    }
                },
                language ->
                        documents.stream().map(each -> each.inside(language)).collect(Collectors.joining()),
                language -> documents.stream().flatMap(each -> each.drawings(language).stream()));
    }

    /** Another document within it, folded away at first. */
    public Document folded(Document document) {
        return with(
                page -> {
                    page.add("<details>");
                    document.html(page, "summary");
                    page.add("</details>\n");
                },
                document::inside,
                language -> document.drawings(language).stream());
    }

    /** Where its numbers come from. */
    public Document footer(Text text) {
        return with(
                page -> page.both("footer", text).add("\n"),
                language -> "\n---\n" + line(text, language),
                language -> notes(text));
    }

    private Document with(
            Consumer<HtmlPage> html,
            Function<Locale, String> markdown,
            Function<Locale, Stream<? extends Drawing>> drawings) {
        blocks.add(new Block(html, markdown, drawings));
        return this;
    }

    private static String inline(Text text, Locale language) {
        return MarkdownText.inline(text.in(language));
    }

    /** A paragraph of Markdown. */
    static String line(Text text, Locale language) {
        return "\n" + inline(text, language) + "\n";
    }

    private static Stream<Drawing> notes(Text... texts) {
        return Stream.of(texts).map(Paragraph::note);
    }

    /** Its tables, in order. */
    public List<Table> tables() {
        return List.copyOf(tables);
    }

    public Text title() {
        return title;
    }

    /** @param language the one that is shown first */
    public String html(Locale language) {
        HtmlPage page = new HtmlPage();
        html(page, "h1");
        return PageFrame.begin(title, language) + page + PageFrame.END;
    }

    private void html(HtmlPage page, String titled) {
        page.both(titled, title).add("\n");
        blocks.forEach(block -> block.html().accept(page));
    }

    /** The file of an ending: Markdown for md, else HTML. */
    public byte[] bytes(String ending, Locale language) {
        return text(ending, language).getBytes(StandardCharsets.UTF_8);
    }

    /** The same as a text. */
    public String text(String ending, Locale language) {
        return ending.equals("md") ? markdown(language) : html(language);
    }

    /** Its parts in one language, for pages; a long table in several. */
    public List<Drawing> drawings(Locale language) {
        List<Drawing> parts = new ArrayList<>();
        parts.add(new Paragraph(title, new Letters(TITLE, Letters.Cut.BOLD), Ink.Role.INK));
        blocks.forEach(block -> block.drawings().apply(language).forEach(parts::add));
        return parts;
    }

    public String markdown(Locale language) {
        StringBuilder text = new StringBuilder("# " + inline(title, language) + "\n");
        blocks.forEach(block -> text.append(block.markdown().apply(language)));
        return text.toString();
    }

    /** As Markdown within another document. */
    private String inside(Locale language) {
        return ("\n" + markdown(language)).replace("\n#", "\n##");
    }
}
