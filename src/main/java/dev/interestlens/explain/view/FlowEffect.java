package dev.interestlens.explain.view;

import dev.interestlens.explain.effect.Effects;
import dev.interestlens.explain.picture.Chart;
import dev.interestlens.explain.picture.Panel;
import dev.interestlens.explain.picture.Picture;
import dev.interestlens.explain.words.Text;
import dev.interestlens.explain.words.Wording;
import dev.interestlens.figure.data.PlotData;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Adds the Effects below the gates of a recurrent model, over the same history. */
public final class FlowEffect {
    private static final String FLOW = "flow";
    private static final String EFFECT = "flow.effect";

    private FlowEffect() {}

    /**
     * @param steps positions of the behaviours of the views
     * @return the same views; the one over time, where there is one, has the Effects as its last picture
     */
    public static List<Panel> added(List<Panel> panels, int[] steps, Effects effects) {
        return panels.stream()
                .map(panel -> panel.name().equals(FLOW) ? with(panel, steps, effects) : panel)
                .toList();
    }

    private static Panel with(Panel flow, int[] steps, Effects effects) {
        PlotData first = (PlotData) flow.pictures().get(0).data();
        double[] values =
                Arrays.stream(steps).mapToDouble(j -> effects.effect()[j]).toArray();
        double least = Arrays.stream(values).min().orElse(0);
        List<Picture> pictures = new ArrayList<>(flow.pictures());
        pictures.removeIf(picture -> picture.name().equals(EFFECT));
        Text title = Wording.of("lines." + EFFECT);
        PlotData data = new PlotData(
                title,
                first.steps(),
                List.of(new PlotData.Line(first.lines().get(0).name(), values)),
                Double.NaN,
                Math.min(0, least),
                Double.NaN);
        pictures.add(new Chart(EFFECT, title, data, Wording.of("lines." + EFFECT + ".note")));
        return new Panel(flow.name(), flow.title(), pictures, flow.firstRows(), flow.finding());
    }
}
