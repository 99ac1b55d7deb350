package dev.interestlens.export.report.page;

import dev.interestlens.explain.words.Text;
import dev.interestlens.figure.file.Markup;
import dev.interestlens.figure.file.PageStyle;
import dev.interestlens.store.WholeFile;
import java.util.Locale;

/** The beginning and the end of every page: both languages, of which one is shown, without a script. */
public final class PageFrame {
    public static final String END = "</main></body></html>\n";

    private PageFrame() {}

    /** Everything up to the content. */
    public static String begin(Text title, Locale language) {
        boolean chinese = language.getLanguage().equals("zh");
        return "<!doctype html>\n<html lang=\"" + (chinese ? "zh" : "en") + "\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">"
                + "<meta name=\"color-scheme\" content=\"light dark\">"
                + "<title>" + Markup.escape(title.in(language)) + "</title>"
                + "<style>\n" + PageStyle.rules() + WholeFile.text(PageFrame.class, "page.css")
                + "</style></head><body>\n"
                + "<input type=\"radio\" name=\"language\" id=\"en\"" + (chinese ? "" : " checked") + ">"
                + "<input type=\"radio\" name=\"language\" id=\"zh\"" + (chinese ? " checked" : "") + ">"
                + "<div class=\"languages\"><label for=\"en\">English</label><label for=\"zh\">中文</label></div>"
                + "<main>\n";
    }

    /** A text in both languages; the page shows one. */
    public static String both(Text text) {
        return text.en().equals(text.zh())
                ? Markup.escape(text.en())
                : "<span class=\"en\">" + Markup.escape(text.en()) + "</span><span class=\"zh\" lang=\"zh\">"
                        + Markup.escape(text.zh()) + "</span>";
    }
}
