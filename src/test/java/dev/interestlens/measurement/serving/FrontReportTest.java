package dev.interestlens.measurement.serving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.measurement.serving.FrontReport.Cpu;
import dev.interestlens.measurement.serving.FrontReport.Form;
import dev.interestlens.measurement.serving.FrontReport.Front;
import dev.interestlens.measurement.serving.FrontReport.Point;
import dev.interestlens.measurement.serving.FrontReport.Quality;
import dev.interestlens.measurement.serving.FrontReport.Served;
import dev.interestlens.store.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrontReportTest {
    private static Point point(int history, double auc, double ndcg, double p99) {
        return new Point(
                new Served("r", "/r", "din", history, "float", Form.SPLIT),
                new Quality(auc, ndcg, 0, 1),
                new Cpu(p99 / 2, p99),
                Front.UNKNOWN,
                List.of("export"));
    }

    @Test
    void aPointThatAnotherIsNoWorseThanIsDominated() {
        List<Point> marked = FrontReport.marked(List.of(
                point(10, 0.80, 0.05, 1),
                point(20, 0.85, 0.04, 2), // better by AUC, worse by NDCG
                point(50, 0.85, 0.06, 3), // as good by AUC, slower
                point(100, 0.90, 0.06, 4)));
        assertThat(marked).extracting(point -> point.front().frontByAuc()).containsExactly(true, true, false, true);
        assertThat(marked).extracting(point -> point.front().frontByNdcg()).containsExactly(true, false, true, false);
    }

    @Test
    void twoThatAreAlikeAreBothOnTheFront() {
        List<Point> marked = FrontReport.marked(List.of(point(10, 0.8, 0.1, 1), point(10, 0.8, 0.1, 1)));
        assertThat(marked).allMatch(point -> point.front().frontByAuc()).allMatch(point -> point.front()
                .frontByNdcg());
    }

    @Test
    void inJsonThePartsOfAPointStandSideBySide() {
        Point point = point(10, 0.8, 0.1, 4);
        String json =
                "{\"run\":\"r\",\"path\":\"/r\",\"model\":\"din\",\"history\":10,\"precision\":\"float\",\"form\":\"split\","
                        + "\"auc\":0.8,\"ndcg10\":0.1,\"ndcgLow\":0.0,\"ndcgHigh\":1.0,\"cpuP50\":2.0,\"cpuP99\":4.0,"
                        + "\"frontByAuc\":false,\"frontByNdcg\":false,\"export\":[\"export\"]}";
        assertThat(Json.line(point)).isEqualTo(json);
        assertThat(Json.read(json, Point.class)).isEqualTo(point);
    }

    private static FrontReport report(Point point, double wallOverCpu, double cpuMillis) {
        return new FrontReport(100, 20, 30, 400, List.of(point), List.of(), wallOverCpu, cpuMillis);
    }

    @Test
    void aPointOfOneRunIsDominatedByThatOfAnother() {
        FrontReport both = FrontReport.together(
                List.of(report(point(10, 0.8, 0.2, 3), 1, 10), report(point(20, 0.9, 0.3, 1), 1, 10)));
        assertThat(both.points())
                .extracting(point -> point.front().frontByNdcg())
                .containsExactly(false, true);
    }

    @Test
    void wallTimeOverCpuTimeOfSeveralIsThatOfAllRequests() {
        Point point = point(10, 0.8, 0.2, 3);
        FrontReport both = FrontReport.together(List.of(report(point, 2, 30), report(point, 1, 10)));
        assertThat(both.wallOverCpu()).isEqualTo(70.0 / 40);
        assertThat(both.cpuMillis()).isEqualTo(40);
        FrontReport none = report(point, Double.NaN, 0);
        assertThat(FrontReport.together(List.of(none)).wallOverCpu()).isNaN();
        assertThat(FrontReport.together(List.of(none, report(point, 1.5, 10))).wallOverCpu())
                .isEqualTo(1.5);
    }
}
