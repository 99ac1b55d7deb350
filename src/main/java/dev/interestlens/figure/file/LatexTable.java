package dev.interestlens.figure.file;

import dev.interestlens.figure.table.Cell;
import dev.interestlens.figure.table.Table;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Tables as LaTeX with the rules of {@code booktabs}: as a separate document, or for {@code \input} in another one. */
final class LatexTable {
    /** Longer tables span several pages. */
    private static final int LONG = 45;

    /** A table that is wider than the text becomes smaller. */
    private static final String NO_WIDER =
            "\\ifdim\\wd0>\\linewidth\\resizebox{\\linewidth}{!}{\\usebox0}\\else\\usebox0\\fi\n";

    private LatexTable() {}

    static String of(List<Table> tables, String title, Locale language) {
        String body = tables.stream().map(table -> of(table, language)).collect(Collectors.joining("\n"));
        String packages = "\\usepackage{booktabs,graphicx,longtable,amssymb,textcomp}\n" + LatexText.packages(body);
        boolean chinese = LatexText.isChinese(body);
        String document = "\\documentclass{article}\n\\usepackage[margin=2cm]{geometry}\n";
        return LatexText.head(chinese, title, "", packages, "tableend", document) + body + "\\tableend\n";
    }

    private static String of(Table table, Locale language) {
        boolean isLong = table.rows().size() > LONG;
        String title = LatexText.of(table.title().in(language));
        String caption = title.isBlank() ? "" : "\\caption{" + title + "}";
        String columns = IntStream.range(0, table.heads().size())
                .mapToObj(column -> table.isNumeric(column) ? "r" : "l")
                .collect(Collectors.joining());
        StringBuilder latex = new StringBuilder();
        if (isLong) {
            latex.append("\\begin{longtable}{" + columns + "}\n");
            latex.append(caption.isEmpty() ? "" : caption + "\\\\\n");
        } else {
            latex.append("\\begin{table}[htbp]\n\\centering\n" + (caption.isEmpty() ? "" : caption + "\n"));
            latex.append("\\sbox0{\\begin{tabular}{" + columns + "}\n");
        }
        latex.append("\\toprule\n");
        latex.append(table.heads().stream()
                .map(head -> LatexText.of(head.in(language)))
                .collect(Collectors.joining(" & ", "", " \\\\\n")));
        latex.append(isLong ? "\\midrule\\endhead\n" : "\\midrule\n");
        table.rows()
                .forEach(row -> latex.append(row.stream()
                        .map(cell -> cell(cell, language))
                        .collect(Collectors.joining(" & ", "", " \\\\\n"))));
        latex.append("\\bottomrule\n" + (isLong ? "\\end{longtable}\n" : "\\end{tabular}}%\n" + NO_WIDER));
        table.notes()
                .forEach(note ->
                        latex.append("\n\\smallskip{\\footnotesize " + LatexText.of(note.in(language)) + "\\par}\n"));
        return latex.append(isLong ? "" : "\\end{table}\n").toString();
    }

    /** The best number is bold; the interval follows it in a smaller size. */
    private static String cell(Cell cell, Locale language) {
        String plain = LatexText.of(cell.plain(language));
        String shown = cell.best() ? "\\textbf{" + plain + "}" : plain;
        return cell.hasInterval()
                ? shown + "~{\\scriptsize " + LatexText.of(cell.interval().strip()) + "}"
                : shown;
    }
}
