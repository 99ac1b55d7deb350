package dev.interestlens.workspace.serving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.store.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoadReportTest {
    @Test
    void inJsonItsPartsStandSideBySide() {
        LoadReport report = new LoadReport(
                new LoadReport.Served("r", "din", "float", 50),
                new LoadReport.Traffic(100, 20, 10, 500),
                new LoadReport.Times(0.5, 2, 4, 1, 3),
                new LoadReport.Capacity(500, 20, 400),
                List.of(),
                1.5);
        String json =
                "{\"run\":\"r\",\"model\":\"din\",\"precision\":\"float\",\"history\":50,\"candidates\":100,\"users\":20,"
                        + "\"kept\":10,\"requests\":500,\"hits\":0.5,\"cpuMean\":2.0,\"cpuP99\":4.0,\"hitMean\":1.0,\"missMean\":3.0,"
                        + "\"saturation\":500.0,\"within\":20.0,\"perSecondWithin\":400.0,\"rows\":[],\"load\":1.5}";
        assertThat(Json.line(report)).isEqualTo(json);
        assertThat(Json.read(json, LoadReport.class)).isEqualTo(report);
    }
}
