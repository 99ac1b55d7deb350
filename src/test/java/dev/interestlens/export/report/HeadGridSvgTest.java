package dev.interestlens.export.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.explain.Axis;
import dev.interestlens.explain.HeadGrid;
import dev.interestlens.explain.HeatMatrix;
import dev.interestlens.explain.Text;
import dev.interestlens.nn.AxisKind;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class HeadGridSvgTest {
    @Test
    void headsFillTheWidthOfAFigure() {
        assertThat(svg(1, 2).width()).isBetween(690, 752);
        assertThat(svg(1, 8).width()).isBetween(690, 752);
        assertThat(svg(1, 8).height()).isBetween(2 * 170, 2 * 230);
        assertThat(svg(2, 4).width()).isEqualTo(svg(1, 4).width());
    }

    @Test
    void theScaleIsThatOfWhatPositionsGiveToOthers() {
        assertThat(svg(1, 2).group(Palette.LIGHT)).contains("0 to 0.200");
    }

    private static HeadGridSvg svg(int layers, int heads) {
        List<Text> names = List.of(Text.same("a"), Text.same("b"));
        HeatMatrix cell = new HeatMatrix(
                "attention.0.head.0",
                Text.same("head"),
                new Axis(AxisKind.QUERY, names),
                new Axis(AxisKind.KEY, names),
                new double[] {0.8, 0.2, 0.1, 0.9},
                HeatMatrix.Scale.SEQUENTIAL,
                Text.same(""));
        HeadGrid grid = new HeadGrid(
                "heads", Text.same("heads"), layers, heads, Collections.nCopies(layers * heads, cell), Text.same(""));
        return new HeadGridSvg(grid, Lettering.in(Locale.ENGLISH));
    }
}
