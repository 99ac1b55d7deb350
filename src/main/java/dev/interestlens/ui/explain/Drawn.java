package dev.interestlens.ui.explain;

import dev.interestlens.explain.Behaviour;
import dev.interestlens.explain.HeadGrid;
import dev.interestlens.explain.HeatMatrix;
import dev.interestlens.explain.HistoryBars;
import dev.interestlens.explain.Impression;
import dev.interestlens.explain.Item;
import dev.interestlens.explain.Looked;
import dev.interestlens.explain.StatePath;
import dev.interestlens.explain.StepLines;
import dev.interestlens.explain.Text;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.control.ColorScale;
import dev.interestlens.ui.control.Figures;
import dev.interestlens.ui.control.GridData;
import dev.interestlens.ui.control.HeatmapData;
import dev.interestlens.ui.control.HistoryData;
import dev.interestlens.ui.control.PathData;
import dev.interestlens.ui.control.PlotData;
import dev.interestlens.ui.control.RowsData;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Pictures of the core as the controls want them, in the language that is chosen now. */
final class Drawn {

    private final Messages messages;

    Drawn(Messages messages) {
        this.messages = messages;
    }

    HeatmapData matrix(HeatMatrix matrix) {
        return new HeatmapData(
                messages.text("explain.axis." + matrix.rows().kind()),
                messages.text("explain.axis." + matrix.columns().kind()),
                texts(matrix.rows().labels()),
                texts(matrix.columns().labels()),
                matrix.values(),
                matrix.scale() == HeatMatrix.Scale.DIVERGING ? ColorScale.DIVERGING : ColorScale.SEQUENTIAL,
                self(matrix),
                matrix.even());
    }

    private static boolean[] self(HeatMatrix matrix) {
        int columns = matrix.columns().size();
        boolean[] self = new boolean[matrix.rows().size() * columns];
        for (int i = 0; i < self.length; i++) {
            self[i] = matrix.self(i / columns, i % columns);
        }
        return self;
    }

    PlotData lines(StepLines lines) {
        return new PlotData(
                text(lines.title()),
                texts(lines.steps().labels()),
                lines.lines().stream()
                        .map(line -> new PlotData.Line(text(line.name()), line.values()))
                        .toList(),
                lines.reference(),
                lines.from(),
                lines.to());
    }

    PathData path(StatePath path) {
        return new PathData(
                texts(path.steps().labels()),
                path.tracks().stream()
                        .map(track -> new PathData.Track(text(track.name()), track.x(), track.y()))
                        .toList(),
                messages.text("explain.component", 1, Figures.fixed(100 * path.firstShare(), 0)),
                messages.text("explain.component", 2, Figures.fixed(100 * path.secondShare(), 0)));
    }

    RowsData rows(HistoryBars bars) {
        return new RowsData(
                texts(bars.steps().labels()),
                bars.rows().stream()
                        .map(row -> new RowsData.Row(
                                text(row.name()),
                                "",
                                row.values(),
                                row.group(),
                                row.signed(),
                                row.from(),
                                row.to(),
                                bars.lanes()))
                        .toList());
    }

    GridData grid(HeadGrid grid) {
        return new GridData(
                IntStream.rangeClosed(1, grid.layers())
                        .mapToObj(layer -> messages.text("explain.layer", layer))
                        .toList(),
                IntStream.rangeClosed(1, grid.heads())
                        .mapToObj(head -> messages.text("explain.head", head))
                        .toList(),
                grid.cells().stream().map(this::matrix).toList());
    }

    /** A history as it was. */
    HistoryData history(Explained now) {
        return history(
                        now.impression(),
                        now.unread(),
                        now.looked(),
                        now.impression().behaviours(),
                        now.effects() == null ? new double[0] : now.effects().effect())
                .withNamed(now.sentence() == null ? List.of() : now.sentence().named());
    }

    /** A history as it was changed, with what was before. */
    HistoryData history(Tried tried) {
        HistoryData now = history(
                tried.impression(),
                tried.before().unread(),
                tried.seen().looked(),
                tried.readable(),
                tried.effects() == null ? new double[0] : tried.effects().effect());
        double[] effects = tried.before().effects() == null
                ? new double[0]
                : tried.draft().carried(tried.before().effects().effect());
        return now.withGhosts(tried.draft().carried(tried.before().looked().look()), effects);
    }

    private HistoryData history(Impression impression, long unread, Looked looked, int readable, double[] effect) {
        List<HistoryData.Behaviour> behaviours = new ArrayList<>();
        for (int j = 0; j < impression.behaviours(); j++) {
            Behaviour behaviour = impression.history().get(j);
            boolean timed = behaviour.time() != Behaviour.UNTIMED;
            behaviours.add(named(behaviour.item(), timed ? Moments.before(impression.batch().gaps[j], messages) : ""));
        }
        return new HistoryData(
                behaviours, unread, named(impression.candidate(), ""), looked.look(), effect, looked.even(readable));
    }

    private HistoryData.Behaviour named(Item item, String time) {
        return new HistoryData.Behaviour(text(item.title()), text(item.category()), time);
    }

    String text(Text text) {
        return text.in(messages.locale());
    }

    List<String> texts(List<Text> labels) {
        return labels.stream().map(this::text).toList();
    }
}
