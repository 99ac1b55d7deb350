package dev.interestlens.ui.control.slides;

import dev.interestlens.figure.Phrase;
import dev.interestlens.ui.control.ChartMenu;
import java.util.List;
import javafx.scene.Node;

/** Slides of the charts that a screen shows just now, or of its tables where it shows no chart: what can be saved can be presented. */
public final class ChartSlides {
    private ChartSlides() {}

    /** @param sentence what the screen says of all of them */
    public static List<SlideSeries> of(Node screen, Phrase sentence) {
        List<ChartMenu> all =
                ChartMenu.in(screen).stream().filter(ChartMenu::hasNumbers).toList();
        List<ChartMenu> charts = all.stream().filter(each -> !each.isTable()).toList();
        return (charts.isEmpty() ? all : charts)
                .stream().map(each -> series(each, sentence)).toList();
    }

    private static SlideSeries series(ChartMenu chart, Phrase sentence) {
        Phrase title = language -> chart.name();
        return new SlideSeries(title, List.of(new Slide(title, chart.drawing(), sentence)));
    }
}
