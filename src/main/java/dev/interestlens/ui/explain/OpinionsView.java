package dev.interestlens.ui.explain;

import dev.interestlens.explain.IntegratedGradients;
import dev.interestlens.explain.Text;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.RowsData;
import dev.interestlens.metric.RankCorrelation;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.control.Figures;
import dev.interestlens.ui.control.HistoryRows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Opinions beside the model's own: the truth of the shop, gradients, the first-order guess, places lost. */
final class OpinionsView extends BeyondView {
    private static final int NAMED = 3;

    private final HistoryRows rows;

    OpinionsView(ExplainViewModel model, Messages messages) {
        super(model, messages);
        rows = new HistoryRows(messages);
        model.beyond().opinionsProperty().addListener(change -> show());
    }

    @Override
    void draw() {
        Opinions now = model.beyond().opinionsProperty().get();
        if (now == null) {
            waiting("explain.beyond.none");
            return;
        }
        double[] effect = now.of().effects().effect();
        List<RowsData.Row> all = new ArrayList<>();
        all.add(row("effect", messages.text("explain.opinion.logits"), effect, 0, true));
        now.truth()
                .ifPresent(truth -> all.add(row(
                        "truth.row",
                        agreement(truth.effect(), effect),
                        truth.effect(),
                        group(truth.effect(), effect, 1),
                        true)));
        now.gradients()
                .map(IntegratedGradients.Result::values)
                .ifPresent(values ->
                        all.add(row("gradients", agreement(values, effect), values, group(values, effect, 3), true)));
        now.firstOrder().ifPresent(values -> all.add(row("firstOrder", agreement(values, effect), values, 0, true)));
        now.rank().ifPresent(rank -> {
            double[] lost = Arrays.stream(rank.without())
                    .mapToDouble(without -> without - rank.rank())
                    .toArray();
            all.add(row("rank", messages.text("explain.opinion.places"), lost, 2, true));
        });
        say(sayOpinions(now));
        put(rows, now.of().impression(), all);
    }

    /** A scale of its own, unless that would make little look like much beside the Effect. */
    private static int group(double[] values, double[] effect, int own) {
        return most(values) < most(effect) ? 0 : own;
    }

    private static double most(double[] values) {
        return Arrays.stream(values)
                .filter(Double::isFinite)
                .map(Math::abs)
                .max()
                .orElse(0);
    }

    private String sayOpinions(Opinions now) {
        List<String> sentences = new ArrayList<>();
        now.truth()
                .ifPresent(truth -> sentences.add(messages.text(
                        "explain.opinion.truth",
                        Figures.of(100 * truth.probability()),
                        Figures.of(truth.lift()),
                        Figures.fixed(truth.score(now.negatives()), 3),
                        Figures.fixed(now.of().looked().score(), 3))));
        if (!now.causes().isEmpty()) {
            sentences.add(messages.text(
                    "explain.opinion.causes",
                    names(now.causes().stream().limit(NAMED).toList()),
                    now.causes().size()));
        }
        now.rank().ifPresent(rank -> sentences.add(sayRank(now, rank.rank(), rank.among(), rank.without())));
        sentences.add(now.gradients()
                .map(found -> messages.text(
                        "explain.opinion.gap", Figures.signed(found.whole()), Figures.signed(found.gap())))
                .orElseGet(() -> messages.text("explain.opinion.noGradients")));
        return String.join(messages.text("explain.beyond.space"), sentences);
    }

    private String sayRank(Opinions now, int rank, int among, int[] without) {
        int worst = IntStream.range(0, without.length)
                .boxed()
                .max(Comparator.comparingInt(j -> without[j]))
                .orElse(-1);
        return worst < 0 || without[worst] <= rank
                ? messages.text("explain.opinion.place", rank, among)
                : messages.text(
                        "explain.opinion.place.without",
                        rank,
                        among,
                        drawn.text(now.of()
                                .impression()
                                .history()
                                .get(worst)
                                .item()
                                .title()),
                        without[worst]);
    }

    private String names(List<Text> titles) {
        return String.join(
                messages.text("explain.beyond.comma"),
                titles.stream().map(drawn::text).toList());
    }

    private String agreement(double[] one, double[] effect) {
        return messages.text("explain.opinion.tau", Figures.fixed(RankCorrelation.kendallTauB(one, effect), 2));
    }

    private RowsData.Row row(String name, String note, double[] values, int group, boolean signed) {
        return new RowsData.Row(
                Phrase.same(messages.text("explain.opinion." + name)), Phrase.same(note), values, group, signed);
    }
}
