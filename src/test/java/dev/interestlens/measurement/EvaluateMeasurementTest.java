package dev.interestlens.measurement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.explain.words.MetricWords;
import dev.interestlens.figure.table.Table;
import dev.interestlens.metric.RowMetric;
import dev.interestlens.store.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EvaluateMeasurementTest {
    private static final String NEW = RowMetric.of("brier").orElseThrow().id();

    /** As it is kept beside a run. */
    private static MeasuredQuality kept(boolean byAnOlderProgram) {
        Map<String, Object> document = new LinkedHashMap<>();
        RowMetric.all().forEach(metric -> document.put(metric.id(), .25));
        if (byAnOlderProgram) {
            document.remove(NEW);
        }
        return Json.read(Json.pretty(document), MeasuredQuality.class);
    }

    private static List<String> rows(String run, Map<String, MeasuredQuality> found) {
        return new EvaluateMeasurement()
                .tell(found).tables().stream()
                        .map(Table::rows)
                        .flatMap(List::stream)
                        .filter(row -> row.get(0).text(Locale.ENGLISH).equals(run))
                        .map(row -> row.get(1).text(Locale.ENGLISH))
                        .toList();
    }

    @Test
    void aResultThatWasKeptBeforeAMetricWasListedIsToldWithoutIt() {
        Map<String, MeasuredQuality> found = new LinkedHashMap<>();
        found.put("old", kept(true));
        found.put("new", kept(false));
        List<String> all = RowMetric.all().stream()
                .map(metric -> MetricWords.full(metric).en())
                .toList();
        String name = MetricWords.full(RowMetric.of(NEW).orElseThrow()).en();
        assertThat(rows("new", found)).hasSameSizeAs(all).contains(name);
        assertThat(rows("old", found)).hasSize(all.size() - 1).doesNotContain(name);
    }
}
