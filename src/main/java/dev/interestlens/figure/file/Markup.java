package dev.interestlens.figure.file;

/** Escapes values for HTML and SVG. */
public final class Markup {
    private Markup() {}

    /** Text or attribute value; control characters, which XML does not allow, become a space. */
    public static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> {
                    boolean known = c >= 0x20 && !(c >= 0xD800 && c <= 0xDFFF) && c != 0xFFFE && c != 0xFFFF;
                    escaped.appendCodePoint(known ? c : ' ');
                }
            }
        });
        return escaped.toString();
    }
}
