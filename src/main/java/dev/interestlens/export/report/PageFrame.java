package dev.interestlens.export.report;

import dev.interestlens.explain.Text;
import java.util.Locale;
import java.util.function.Function;

/** What every page begins and ends with: both languages, of which one is shown, without a script. */
final class PageFrame {
    static final String END = "</main></body></html>\n";

    private PageFrame() {}

    /** Everything up to the content. */
    static String begin(Text title, Locale language) {
        boolean chinese = language.getLanguage().equals("zh");
        return "<!doctype html>\n<html lang=\"" + (chinese ? "zh" : "en") + "\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">"
                + "<meta name=\"color-scheme\" content=\"light dark\">"
                + "<title>" + Markup.escape(title.in(language)) + "</title>"
                + "<style>\n" + StyleSheet.page() + "</style></head><body>\n"
                + "<input type=\"radio\" name=\"language\" id=\"en\"" + (chinese ? "" : " checked") + ">"
                + "<input type=\"radio\" name=\"language\" id=\"zh\"" + (chinese ? " checked" : "") + ">"
                + "<div class=\"languages\"><label for=\"en\">English</label><label for=\"zh\">中文</label></div>"
                + "<main>\n";
    }

    /** Words in both languages; the page shows one. */
    static String both(Text text) {
        return text.en().equals(text.zh())
                ? Markup.escape(text.en())
                : "<span class=\"en\">" + Markup.escape(text.en()) + "</span><span class=\"zh\" lang=\"zh\">"
                        + Markup.escape(text.zh()) + "</span>";
    }

    /** A picture that holds both languages, as narrow as the page. */
    static String fitting(PictureSvg picture) {
        String width = Markup.at(picture.width());
        return "<svg class=\"fit\" style=\"max-width:" + width + "px\" viewBox=\"0 0 " + width + " "
                + Markup.at(picture.height()) + "\" role=\"img\">" + picture.group() + "</svg>\n";
    }

    /** A picture that holds both languages, wider than a phone. */
    static String scrolling(PictureSvg picture) {
        return "<div class=\"scroll\">" + svg(picture.width(), picture.height(), picture.group()) + "</div>\n";
    }

    /** A picture in both languages. */
    static String drawn(double width, double height, Function<Locale, String> group) {
        return "<div class=\"scroll en\">" + svg(width, height, group.apply(Locale.ENGLISH))
                + "</div><div class=\"scroll zh\" lang=\"zh\">" + svg(width, height, group.apply(Locale.CHINESE))
                + "</div>\n";
    }

    private static String svg(double width, double height, String group) {
        String w = Markup.at(width);
        String h = Markup.at(height);
        return "<svg width=\"" + w + "\" height=\"" + h + "\" viewBox=\"0 0 " + w + " " + h + "\" role=\"img\">" + group
                + "</svg>";
    }
}
