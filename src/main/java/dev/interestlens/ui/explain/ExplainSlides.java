package dev.interestlens.ui.explain;

import dev.interestlens.explain.picture.HeadGrid;
import dev.interestlens.explain.picture.HeatMatrix;
import dev.interestlens.explain.picture.Panel;
import dev.interestlens.explain.picture.Picture;
import dev.interestlens.explain.sentence.Sentence;
import dev.interestlens.figure.Drawing;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.Stacked;
import dev.interestlens.figure.Transform;
import dev.interestlens.figure.data.HeatmapLook;
import dev.interestlens.figure.data.HistoryData;
import dev.interestlens.figure.paint.HeatmapPainter;
import dev.interestlens.figure.paint.HistoryPainter;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.control.slides.Slide;
import dev.interestlens.ui.control.slides.SlideSeries;
import dev.interestlens.ui.explain.engine.ExplainTexts;
import dev.interestlens.ui.explain.engine.ExplainedSample;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One prediction as slides: the sentence with the behaviours that matter most, then every view into the model, its heads, its steps and its checkpoints one by one. */
record ExplainSlides(Messages messages) {
    private static final int BEHAVIOURS = 12;
    private static final String CHECKPOINTS = "checkpoints";
    private static final double GAP = 12;

    /** @param more views that were measured beyond the prediction's own */
    List<SlideSeries> of(ExplainedSample now, List<Panel> more) {
        if (now == null) {
            return List.of();
        }
        List<SlideSeries> all = new ArrayList<>();
        all.add(history(now));
        now.panels().forEach(panel -> all.add(panel(panel)));
        more.stream()
                .filter(panel ->
                        now.panels().stream().noneMatch(each -> each.name().equals(panel.name())))
                .forEach(panel -> all.add(panel(panel)));
        return all;
    }

    private Phrase words(String key, Object... arguments) {
        return language -> messages.text(key, arguments);
    }

    private SlideSeries history(ExplainedSample now) {
        HistoryData whole = new ExplainTexts(messages).history(now);
        Phrase item = now.impression().candidate().title();
        Phrase title = language -> messages.text(
                "explain.slide.title", item.in(language), now.impression().userKey());
        Drawing picture = new HistoryPainter(whole.only(strongest(now)));
        return new SlideSeries(
                words("explain.slide.why"),
                said(now).map(each -> new Slide(title, picture, each)).toList());
    }

    /** The main sentence, which leaves the picture its room, then the further ones. */
    private Stream<Phrase> said(ExplainedSample now) {
        Sentence sentence = now.sentence();
        return sentence == null
                ? Stream.of(words("explain.measuring"))
                : Stream.of(sentence.first(), sentence.more())
                        .filter(each -> !each.in(messages.locale()).isEmpty())
                        .map(Phrase.class::cast);
    }

    /** The behaviours with the largest Effect, or the largest Look until it is measured, in order of the history. */
    private static int[] strongest(ExplainedSample now) {
        double[] by =
                now.effects() == null ? now.looked().look() : now.effects().effect();
        return IntStream.range(0, now.impression().behaviours())
                .boxed()
                .sorted(Comparator.comparingDouble(j -> Double.isFinite(by[j]) ? -Math.abs(by[j]) : 0))
                .limit(BEHAVIOURS)
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
    }

    SlideSeries panel(Panel panel) {
        List<Slide> slides = new ArrayList<>();
        if (panel.name().equals(CHECKPOINTS)) {
            slides.addAll(checkpoints(panel));
        } else { // one picture a slide: several have letters that nobody reads from the last row
            panel.pictures().forEach(picture -> slides.addAll(picture(panel, picture)));
        }
        return new SlideSeries(panel.title(), slides);
    }

    /** One more checkpoint on each slide, all on a common scale. */
    private static List<Slide> checkpoints(Panel panel) {
        List<HeatMatrix> whole =
                panel.pictures().stream().map(HeatMatrix.class::cast).toList();
        int count = whole.get(0).rows().size();
        return IntStream.rangeClosed(1, count)
                .mapToObj(shown -> new Slide(
                        panel.title(),
                        new Stacked(
                                whole.stream()
                                        .map(matrix -> begun(matrix, shown))
                                        .toList(),
                                GAP),
                        shown == count
                                ? panel.finding()
                                : whole.get(0).rows().labels().get(shown - 1)))
                .toList();
    }

    private static Drawing begun(HeatMatrix matrix, int shown) {
        HeatmapLook scale = HeatmapLook.on(matrix.data().range(), Transform.LINEAR);
        return Stacked.captioned(
                matrix.title(),
                Phrase.EMPTY,
                new HeatmapPainter(matrix.firstRows(shown).data(), scale));
    }

    private List<Slide> picture(Panel panel, Picture picture) {
        Phrase sentence = panel.finding().in(messages.locale()).isEmpty() ? picture.note() : panel.finding();
        Phrase title = titled(panel, picture.title());
        if (picture instanceof HeadGrid grid) {
            List<Slide> heads = new ArrayList<>(List.of(new Slide(title, grid.drawing(), sentence)));
            grid.cells()
                    .forEach(head -> heads.add(new Slide(titled(panel, head.title()), head.drawing(), head.note())));
            return heads;
        }
        List<Drawing> steps = panel.begun(picture).buildUp();
        if (steps.size() == 1) {
            return List.of(new Slide(title, steps.get(0), sentence));
        }
        int last = steps.size() - 1;
        return IntStream.rangeClosed(0, last)
                .mapToObj(step -> new Slide(
                        title, steps.get(step), step == last ? sentence : words("explain.slide.step", step, last)))
                .toList();
    }

    private static Phrase titled(Panel panel, Phrase own) {
        return language -> {
            String one = panel.title().in(language);
            String other = own.in(language);
            return one.equals(other) ? one : one + " · " + other;
        };
    }
}
