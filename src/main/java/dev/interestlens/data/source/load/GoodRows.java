package dev.interestlens.data.source.load;

import dev.interestlens.data.source.ImportRules;
import dev.interestlens.data.source.Roles;
import dev.interestlens.data.source.layout.TableInput;
import dev.interestlens.data.source.time.FarTimes;
import dev.interestlens.data.source.time.TimeGuess;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows that are kept: the view {@code good} over {@code raw}, with {@code row} for the row of {@code raw} and {@code ord} for the order of the
 * input. Applies the rules that need all rows (outlying times and k-core) and counts what they leave out.
 */
record GoodRows(EventEngine engine, ImportRules rules, LogLines lines, Audit rejected, Audit notes) {
    /**
     * @param input of the events
     * @param written whether they come from a data set and are taken as they are
     * @return the number of good rows
     */
    long run(TableInput input, boolean written) throws IOException {
        String condition = "bad IS NULL";
        if (input.has(Roles.TIME)) {
            FarTimes bounds = engine.farTimes();
            if (bounds.isRange()) {
                boolean drop = rules.dropFarTimes() && !written;
                String far = condition + " AND (" + bounds.outside() + ")";
                count(drop ? rejected : notes, drop ? "farTimesDropped" : "farTimes", far);
                condition += drop ? " AND NOT (" + bounds.outside() + ")" : "";
            }
        }
        if (rules.core() > 1) {
            engine.core(condition, rules.core());
            String inside = "u IN (SELECT u FROM core_u) AND i IN (SELECT i FROM core_i)";
            count(rejected, "core", condition + " AND NOT (" + inside + ")");
            condition += " AND " + inside;
        }
        String order = input.has(Roles.ORDER) ? "o" : "rowid";
        engine.good(order, condition);
        return engine.number("SELECT count(*) FROM good");
    }

    private void count(Audit audit, String reason, String condition) throws IOException {
        List<Long> first = new ArrayList<>();
        long number = engine.number("SELECT count(*) FROM raw WHERE " + condition);
        if (number > 0) {
            List<String> texts = new ArrayList<>();
            engine.each(
                    "SELECT rowid, concat_ws(' ', u, i), t FROM raw WHERE " + condition + " ORDER BY rowid LIMIT "
                            + Audit.FIRST,
                    row -> {
                        first.add(row.number(1));
                        texts.add(row.text(2) + " " + TimeGuess.shown(row.number(3)));
                    });
            audit.note(reason, lines.file(), number, lines.lines(first));
            if (!reason.equals("core")) {
                audit.example(reason, lines.file(), texts.get(0));
            }
        }
    }
}
