package dev.interestlens.data.source.file;

import java.util.Locale;

/**
 * Turns a line with a Python dictionary into JSON: single quotes, {@code True}, {@code None}, {@code u'…'} and {@code \x} escapes. A line that is not
 * such a literal becomes text that is not JSON and is rejected later.
 */
final class PythonLiterals {

    private PythonLiterals() {}

    static String toJson(String line) {
        StringBuilder json = new StringBuilder(line.length() + 16);
        int at = 0;
        while (at < line.length()) {
            char c = line.charAt(at);
            if (c == '\'' || c == '"') {
                at = string(line, at, json);
            } else if (Character.isLetter(c)) {
                int end = at;
                while (end < line.length() && Character.isLetterOrDigit(line.charAt(end))) {
                    end++;
                }
                json.append(word(line.substring(at, end), end < line.length() ? line.charAt(end) : ' '));
                at = end;
            } else {
                json.append(c == '(' ? '[' : c == ')' ? ']' : c);
                at++;
            }
        }
        return json.toString();
    }

    private static String word(String word, char next) {
        return switch (word) {
            case "True" -> "true";
            case "False" -> "false";
            case "None" -> "null";
            case "u", "b", "r" -> next == '\'' || next == '"' ? "" : word;
            default -> word;
        };
    }

    // Returns the position behind the closing quote.
    private static int string(String line, int open, StringBuilder json) {
        char quote = line.charAt(open);
        json.append('"');
        int at = open + 1;
        while (at < line.length() && line.charAt(at) != quote) {
            char c = line.charAt(at);
            if (c == '\\' && at + 1 < line.length()) {
                at = escape(line, at + 1, json);
            } else {
                if (c == '"') {
                    json.append("\\\"");
                } else if (c < ' ') {
                    json.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                } else {
                    json.append(c);
                }
                at++;
            }
        }
        if (at < line.length()) {
            json.append('"');
        }
        return at + 1;
    }

    private static int escape(String line, int at, StringBuilder json) {
        char c = line.charAt(at);
        switch (c) {
            case '\'' -> json.append('\'');
            case '"', '\\', 'n', 't', 'r', 'b', 'f' -> json.append('\\').append(c);
            case 'x' -> {
                if (at + 2 < line.length()) {
                    json.append("\\u00").append(line, at + 1, at + 3);
                }
                return at + 3;
            }
            case 'u' -> {
                if (at + 4 < line.length()) {
                    json.append("\\u").append(line, at + 1, at + 5);
                }
                return at + 5;
            }
            default -> json.append("\\\\").append(c);
        }
        return at + 1;
    }
}
