package dev.interestlens.workspace.serving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.workspace.serving.FrontReport.Form;
import dev.interestlens.workspace.serving.FrontReport.Point;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrontReportTest {
    private static Point point(int history, double auc, double ndcg, double p99) {
        return new Point(
                "r", "/r", "din", history, "float", Form.SPLIT, auc, ndcg, 0, 1, p99 / 2, p99, false, false, List.of());
    }

    @Test
    void aPointThatAnotherIsNoWorseThanIsDominated() {
        List<Point> marked = FrontReport.marked(List.of(
                point(10, 0.80, 0.05, 1),
                point(20, 0.85, 0.04, 2), // better by AUC, worse by NDCG
                point(50, 0.85, 0.06, 3), // as good by AUC, slower
                point(100, 0.90, 0.06, 4)));
        assertThat(marked).extracting(Point::frontByAuc).containsExactly(true, true, false, true);
        assertThat(marked).extracting(Point::frontByNdcg).containsExactly(true, false, true, false);
    }

    @Test
    void twoThatAreAlikeAreBothOnTheFront() {
        List<Point> marked = FrontReport.marked(List.of(point(10, 0.8, 0.1, 1), point(10, 0.8, 0.1, 1)));
        assertThat(marked).allMatch(Point::frontByAuc).allMatch(Point::frontByNdcg);
    }
}
