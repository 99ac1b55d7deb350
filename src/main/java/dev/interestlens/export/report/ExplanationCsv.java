package dev.interestlens.export.report;

import dev.interestlens.data.DatasetInfo;
import dev.interestlens.explain.Explanation;
import dev.interestlens.explain.look.Behaviour;
import dev.interestlens.explain.look.HistoryRow;
import dev.interestlens.export.report.json.Provenance;
import dev.interestlens.figure.CsvText;
import java.util.List;
import java.util.stream.Stream;

/**
 * The history of an explanation as CSV (RFC 4180, UTF-8, CRLF); no text becomes a formula. A last column says that the data set has planted causes, where
 * it has.
 */
public final class ExplanationCsv {
    private static final List<String> HEADS = List.of(
            "position", "id", "title", "title_zh", "category", "time", "look", "effect", "points", "effect_by_table");

    private ExplanationCsv() {}

    static String text(Explanation explanation, Provenance source) {
        StringBuilder csv = new StringBuilder();
        line(csv, marked(HEADS, source, DatasetInfo.PLANTED));
        explanation.history().forEach(row -> line(csv, marked(cells(row), source, source.planted())));
        return csv.toString();
    }

    /** Several explanations in one file; each row begins with its provenance. */
    static String text(List<ExplanationFile.Sourced> explanations) {
        StringBuilder csv = new StringBuilder();
        Provenance run = explanations.get(0).source();
        line(csv, marked(with(List.of("sample", "user", "candidate", "score"), HEADS), run, DatasetInfo.PLANTED));
        for (ExplanationFile.Sourced each : explanations) {
            List<String> of = List.of(
                    cell(each.source().sample()),
                    cell(each.explanation().impression().userKey()),
                    cell(each.explanation().impression().candidate().id()),
                    String.valueOf(each.explanation().score()));
            each.explanation().history().forEach(row -> line(csv, marked(with(of, cells(row)), run, run.planted())));
        }
        return csv.toString();
    }

    private static List<String> marked(List<String> cells, Provenance source, String mark) {
        return source.planted().isEmpty() ? cells : with(cells, List.of(mark));
    }

    private static List<String> with(List<String> first, List<String> then) {
        return Stream.concat(first.stream(), then.stream()).toList();
    }

    private static List<String> cells(HistoryRow row) {
        Behaviour behaviour = row.behaviour();
        return List.of(
                String.valueOf(behaviour.position()),
                cell(behaviour.item().id()),
                cell(behaviour.item().title().en()),
                cell(behaviour.item().title().zh()),
                cell(behaviour.item().category().en()),
                behaviour.time() == Behaviour.UNTIMED ? "" : String.valueOf(behaviour.time()),
                String.valueOf(row.look()),
                String.valueOf(row.effect()),
                String.valueOf(row.points()),
                String.valueOf(row.byTable()));
    }

    private static String cell(String text) {
        return CsvText.words(text, ",");
    }

    private static void line(StringBuilder csv, List<String> cells) {
        csv.append(String.join(",", cells)).append("\r\n");
    }
}
