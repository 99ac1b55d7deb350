package dev.interestlens.cli.document;

import dev.interestlens.data.DatasetInfo;
import dev.interestlens.data.source.Findings;
import dev.interestlens.data.source.encoding.EncodingGuess;
import dev.interestlens.data.source.prepare.Inspection;
import dev.interestlens.data.source.prepare.Preview;
import dev.interestlens.data.source.role.ColumnGuess;
import dev.interestlens.data.source.role.TableRoles;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What became of each column and of each row: a part of the document of {@code inspect}. */
public final class ColumnsJson {
    private ColumnsJson() {}

    /** Of a data set. */
    public static Map<String, Object> of(DatasetInfo info, Locale language) {
        Map<String, Object> json = columns(TableRoles.of(info).columns(), language);
        json.put("rows", rows(info, language));
        return json;
    }

    /** Of a source before its import. */
    public static Map<String, Object> of(Inspection seen, Locale language) {
        List<ColumnGuess> all = new ArrayList<>();
        List<Map<String, Object>> questions = new ArrayList<>();
        List<Map<String, Object>> files = new ArrayList<>();
        for (Preview.Table table : seen.preview().tables()) {
            all.addAll(table.assignment().told().columns());
            table.assignment().told().open().forEach((role, columns) -> {
                String answer = "--set " + role.setting().orElseThrow() + "=" + columns.get(0);
                questions.add(Map.of("role", role.id(), "columns", columns, "answer", answer));
            });
            if (!table.encoding().sure()) {
                questions.add(encoding(table));
            }
            Map<String, Object> file = new LinkedHashMap<>();
            file.put("name", table.file());
            EncodingGuess.Reading read = read(seen, table);
            file.put("encoding", read.encoding());
            file.put("sure", table.encoding().sure());
            file.put("sample", read.sample());
            file.put("separator", table.separator());
            file.put("time", table.time());
            files.add(file);
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("format", seen.preview().format());
        json.put("files", files);
        json.putAll(columns(all, language));
        seen.read().ifPresent(info -> json.put("rows", rows(info, language)));
        json.put("questions", questions);
        seen.refused().ifPresent(problem -> json.put("problem", problem.text(language)));
        return json;
    }

    /** How a file was read: letters beyond ASCII may come only behind its beginning. */
    private static EncodingGuess.Reading read(Inspection seen, Preview.Table table) {
        return seen.read().stream()
                .flatMap(info -> info.notes().stream())
                .filter(note ->
                        note.reason().equals("encodingTried") && note.file().equals(table.file()))
                .map(note -> EncodingGuess.Reading.told(note.example()))
                .findFirst()
                .orElseGet(() ->
                        new EncodingGuess.Reading(table.encoding().charset().name(), table.sample()));
    }

    private static Map<String, Object> encoding(Preview.Table table) {
        return Map.of(
                "role",
                EncodingGuess.SETTING,
                "columns",
                List.of(),
                "file",
                table.file(),
                "readings",
                table.encoding().readings(),
                "answer",
                "--set " + EncodingGuess.SETTING + "="
                        + table.encoding().charset().name());
    }

    private static Map<String, Object> columns(List<ColumnGuess> all, Locale language) {
        List<Map<String, Object>> taken = new ArrayList<>();
        List<Map<String, Object>> leftOut = new ArrayList<>();
        for (ColumnGuess column : all) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put(column.isLeftOut() ? "column" : "name", column.column());
            if (!column.isLeftOut()) {
                entry.put("role", column.role().get().id());
                entry.put("confidence", column.confidence());
            }
            entry.put("why", column.why().in(language));
            (column.isLeftOut() ? leftOut : taken).add(entry);
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("columns", taken);
        json.put("leftOut", leftOut);
        return json;
    }

    private static Map<String, Object> rows(DatasetInfo info, Locale language) {
        return Map.of(
                "read",
                info.rows(),
                "leftOut",
                info.rejected().stream()
                        .map(each -> Map.of("why", Findings.text(each, language), "count", each.count()))
                        .toList());
    }
}
