package dev.interestlens.export.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interestlens.export.report.page.Document;
import dev.interestlens.export.report.page.ReportWords;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.table.Cell;
import dev.interestlens.figure.table.Table;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Only the settings with which runs were trained, as a table for the appendix of a paper. */
public final class SettingsReport {
    /**
     * One run.
     *
     * @param config its whole configuration
     */
    public record Of(String name, JsonNode config) {}

    private SettingsReport() {}

    /** One row for each setting, one column for each run; empty where a run's family does not have the setting. */
    public static Document of(List<Of> runs) {
        List<Map<String, String>> all =
                runs.stream().map(run -> RunFacts.flat(run.config())).toList();
        Set<String> keys = new LinkedHashSet<>();
        all.forEach(each -> keys.addAll(each.keySet()));
        List<List<Cell>> rows = new ArrayList<>();
        for (String key : keys) {
            rows.add(Table.row(
                    Cell.words(key), all, each -> each.containsKey(key) ? Cell.words(each.get(key)) : Cell.EMPTY));
        }
        List<Phrase> heads = new ArrayList<>(List.of(ReportWords.of("facts.switch")));
        runs.forEach(run -> heads.add(Phrase.same(run.name())));
        return new Document(ReportWords.of("facts.switches"))
                .paragraph(ReportWords.of("facts.switchesHelp"))
                .table(new Table(Phrase.EMPTY, heads, rows));
    }
}
