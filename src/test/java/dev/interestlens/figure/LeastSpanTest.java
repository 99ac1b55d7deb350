package dev.interestlens.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.interestlens.figure.data.XyData;
import dev.interestlens.figure.paint.XyPainter;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class LeastSpanTest {
    @Test
    void valuesThatHardlyDifferFillASmallPartOfTheHeight() {
        double[] x = {1, 2};
        XySeries series =
                new XySeries(Phrase.same("ndcg"), x, new double[] {.4653, .4661}, 0, XySeries.Shape.MARKED_LINE, -1);
        XyPainter painter = new XyPainter(new XyData(List.of(series), Phrase.EMPTY, Phrase.EMPTY, false, false));
        Plot.Box frame = painter.frame(new Recorder(Locale.ENGLISH), 400, 300);
        assertThat((.4661 - .4653) / (frame.highY() - frame.lowY())).isCloseTo(.0766, within(.001));
        assertThat((frame.lowY() + frame.highY()) / 2).isCloseTo(.4657, within(1e-9));
    }

    @Test
    void valuesThatDifferKeepTheirRange() {
        assertThat(LeastSpan.around(.4, .5)).containsExactly(.4, .5);
        assertThat(LeastSpan.around(0, 0)).containsExactly(0, 0);
        assertThat(LeastSpan.around(-1, -1)).containsExactly(-1.01, -.99);
    }
}
