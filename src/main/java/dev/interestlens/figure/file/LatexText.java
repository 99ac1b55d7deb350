package dev.interestlens.figure.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Texts for LaTeX (pdflatex, lualatex and xelatex): special characters are escaped, signs become commands, brackets are protected from being
 * arguments, and letters are kept (UTF-8). No part of a text becomes a command.
 */
public final class LatexText {
    /** A comment of TeX for editors. */
    static final String ENGINE = "% !TEX program = xelatex\n";

    private static final Map<Integer, String> SIGNS = signs();

    private LatexText() {}

    /** The text in one line. */
    public static String of(String text) {
        StringBuilder latex = new StringBuilder();
        text.codePoints().forEach(c -> {
            String sign = sign(c);
            if (c == '"' && opens(latex)) {
                latex.append("\\textquotedblleft{}");
            } else if (sign != null) {
                latex.append(sign);
            } else if (Character.isISOControl(c)) {
                latex.append(' ');
            } else {
                latex.appendCodePoint(c);
            }
        });
        return latex.toString();
    }

    /** What a sign or an italic letter of mathematics becomes, or null. */
    private static String sign(int c) {
        if (Character.UnicodeBlock.of(c) != Character.UnicodeBlock.MATHEMATICAL_ALPHANUMERIC_SYMBOLS && c != 'ℎ') {
            return SIGNS.get(c);
        }
        String letter = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC);
        return SIGNS.getOrDefault(letter.codePointAt(0), "$" + letter + "$");
    }

    /** Whether a straight quote here opens a quotation: at the start, after a space or after a bracket. */
    private static boolean opens(StringBuilder before) {
        return before.isEmpty() || " ([~".indexOf(before.charAt(before.length() - 1)) >= 0;
    }

    /**
     * The head of a file that compiles alone, or is part of a document.
     *
     * @param how it compiles alone, in brackets; may be empty
     * @param end the command that ends the file where it is alone
     * @param document its class, and what comes before its packages
     */
    static String head(boolean chinese, String title, String how, String packages, String end, String document) {
        StringBuilder head =
                new StringBuilder(chinese ? ENGINE : "").append(comment(title)).append('\n');
        head.append("% Compiles alone").append(how).append(", or with \\input in a document whose preamble has:\n");
        packages.lines().forEach(line -> head.append("%   ").append(line).append('\n'));
        head.append("\\expandafter\\ifx\\csname @nodocument\\endcsname\\relax\\let\\" + end + "\\relax\\else\n");
        head.append(document).append(packages);
        return head.append("\\def\\" + end + "{\\end{document}}\n\\begin{document}\\fi\n")
                .toString();
    }

    /** A text in a comment, where only line ends matter. */
    static String comment(String text) {
        return "% " + text.replaceAll("\\p{Cntrl}+", " ");
    }

    /** Whether it has Chinese, Japanese or Korean letters or their punctuation, for which LaTeX needs a package. */
    static boolean isChinese(String text) {
        return text.codePoints()
                .anyMatch(c -> Character.isIdeographic(c)
                        || c >= 0x3000 && c <= 0x30FF
                        || c >= 0xAC00 && c <= 0xD7A3
                        || c >= 0xFF00 && c <= 0xFFEF);
    }

    /** The packages that a text needs in the preamble. */
    static String packages(String text) {
        return isChinese(text)
                ? "\\usepackage[UTF8,scheme=plain]{ctex}\n"
                : "\\usepackage{iftex}\n"
                        + "\\ifpdftex\\IfFileExists{lmodern.sty}{\\usepackage[T1]{fontenc}\\usepackage{lmodern}}{}\\fi\n";
    }

    /** Each line of the file has a sign, a space, and what the sign becomes. */
    private static Map<Integer, String> signs() {
        try (InputStream in = LatexText.class.getResourceAsStream("latex-signs.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .collect(Collectors.toMap(line -> line.codePointAt(0), line -> line.substring(2)));
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a resource of this program
        }
    }
}
