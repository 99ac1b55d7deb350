package dev.interestlens.ui.control.slides;

import static dev.interestlens.ui.control.Stages.WORDS;
import static dev.interestlens.ui.control.Stages.fx;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.figure.Phrase;
import dev.interestlens.ui.control.ChartMenu;
import dev.interestlens.ui.control.Stages;
import dev.interestlens.ui.control.chart.MetricChart;
import dev.interestlens.ui.control.chart.MetricSeries;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class ChartSlidesTest {
    private final VBox screen = new VBox();
    private VBox behind;

    @Start
    void start(Stage stage) {
        behind = new VBox(chart("hidden", 1));
        screen.getChildren().setAll(chart("first", 1), new ScrollPane(chart("second", 1)), behind, chart("empty"));
        Stages.show(stage, screen, 400, 600);
    }

    private static MetricChart chart(String name, double... values) {
        MetricChart chart = new MetricChart(WORDS);
        ChartMenu.name(chart, () -> name);
        chart.setSeries(List.of(new MetricSeries(name, values, values, 0, false, false, -1)));
        return chart;
    }

    @Test
    void whatAScreenShowsIsPresentedChartByChart() throws Exception {
        fx(() -> behind.setVisible(false));
        List<SlideSeries> slides = fx(() -> ChartSlides.of(screen, Phrase.same("the answer")));
        assertThat(slides).extracting(each -> each.name().in(Locale.ENGLISH)).containsExactly("first", "second");
        Slide first = slides.get(0).slides().get(0);
        assertThat(first.title().in(Locale.ENGLISH)).isEqualTo("first");
        assertThat(first.sentence().in(Locale.ENGLISH)).isEqualTo("the answer");
    }
}
