package dev.interestlens.ui.explain;

import dev.interestlens.explain.CategoryMap;
import dev.interestlens.explain.Impression;
import dev.interestlens.explain.Item;
import dev.interestlens.explain.Text;
import dev.interestlens.metric.RankCorrelation;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.control.ColorScale;
import dev.interestlens.ui.control.Figures;
import dev.interestlens.ui.control.HeatmapData;
import dev.interestlens.ui.control.HeatmapPane;
import dev.interestlens.ui.control.HistoryRows;
import dev.interestlens.ui.control.RowsData;
import dev.interestlens.ui.explain.BeyondViewModel.Side;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Opinions beside the model's own: the truth of the shop, gradients, ranks, another candidate, other weights, the whole test part. */
final class BeyondPane extends VBox {
    private static final int MOST_CATEGORIES = 30;
    private static final int NAMED = 3;

    private final ExplainViewModel model;
    private final BeyondViewModel beyond;
    private final Messages messages;
    private final Drawn drawn;
    private final ItemSearch search;
    private final FlowPane choices = new FlowPane(8, 4);
    private final Label said = new Label();
    private final Label readout = new Label();
    private final HistoryRows rows;
    private final HeatmapPane map;
    private boolean effects;

    BeyondPane(ExplainViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        beyond = model.beyond();
        drawn = new Drawn(messages);
        search = new ItemSearch(messages, model.whatIf()::find);
        rows = new HistoryRows(messages);
        map = new HeatmapPane(messages);
        setSpacing(8);
        said.setWrapText(true);
        said.setMinHeight(Region.USE_PREF_SIZE);
        said.getStyleClass().add("finding");
        readout.getStyleClass().add("read-out");
        readout.textProperty().bind(rows.readoutProperty());
        choices.managedProperty().bind(choices.visibleProperty());
        VBox.setVgrow(rows, Priority.ALWAYS);
        VBox.setVgrow(map, Priority.ALWAYS);
        beyond.sideProperty().addListener(change -> show());
        beyond.busyProperty().addListener(change -> show());
        beyond.opinionsProperty().addListener(change -> show());
        beyond.versusProperty().addListener(change -> show());
        beyond.versionsProperty().addListener(change -> show());
        model.table().measuredProperty().addListener(change -> {
            if (beyond.sideProperty().get() == Side.MAP) {
                show();
            }
        });
        messages.language().addListener(change -> show());
        show();
    }

    private void show() {
        getChildren().setAll(choices, said);
        choices.getChildren().clear();
        choices.setVisible(false);
        switch (beyond.sideProperty().get()) {
            case OPINIONS -> opinions(beyond.opinionsProperty().get());
            case VERSUS -> versus(beyond.versusProperty().get());
            case CHECKPOINTS, RUNS -> versions(beyond.versionsProperty().get());
            case MAP -> map();
            case INSIDE -> said.setText("");
        }
    }

    private void waiting(String otherwise) {
        said.setText(messages.text(
                beyond.busyProperty().get()
                                || model.sample().explainedProperty().get() == null
                                || !model.sample().explainedProperty().get().isWhole()
                        ? "explain.beyond.busy"
                        : otherwise));
    }

    private void opinions(Opinions now) {
        if (now == null) {
            waiting("explain.beyond.none");
            return;
        }
        double[] effect = now.of().effects().effect();
        List<RowsData.Row> all = new ArrayList<>();
        all.add(row("effect", messages.text("explain.opinion.logits"), effect, 0, true));
        now.truth()
                .ifPresent(
                        truth -> all.add(row("truth.row", agreement(truth.effect(), effect), truth.effect(), 1, true)));
        all.add(row(
                "gradients",
                agreement(now.gradients().values(), effect),
                now.gradients().values(),
                3,
                true));
        all.add(row("firstOrder", agreement(now.firstOrder(), effect), now.firstOrder(), 0, true));
        now.rank().ifPresent(rank -> {
            double[] lost = Arrays.stream(rank.without())
                    .mapToDouble(without -> without - rank.rank())
                    .toArray();
            all.add(row("rank", messages.text("explain.opinion.places"), lost, 2, true));
        });
        said.setText(sayOpinions(now));
        put(now.of().impression(), all);
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
        sentences.add(messages.text(
                "explain.opinion.gap",
                Figures.signed(now.gradients().whole()),
                Figures.signed(now.gradients().gap())));
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

    private void versus(Versus now) {
        Explained explained = model.sample().explainedProperty().get();
        if (explained == null) {
            waiting("explain.beyond.none");
            return;
        }
        ToggleGroup group = new ToggleGroup();
        for (Impression.Other each : explained.impression().others()) {
            ToggleButton chip = new ToggleButton(drawn.text(each.item().title()));
            chip.getStyleClass().add("chip");
            chip.setToggleGroup(group);
            chip.setSelected(now != null && now.other().number() == each.item().number());
            chip.setOnAction(event -> beyond.choose(each.item()));
            choices.getChildren().add(chip);
        }
        Button find = new Button(messages.text("explain.versus.find"));
        find.getStyleClass().add("chip");
        find.setOnAction(event -> search.ask(choices, messages.text("explain.versus.which"), beyond::choose));
        choices.getChildren().add(find);
        choices.setVisible(true);
        if (now == null || now.of().effects() == null) {
            waiting("explain.beyond.none");
            return;
        }
        double[] mine = now.of().effects().effect();
        double[] other = now.effects().effect();
        double[] difference = new double[mine.length];
        Arrays.setAll(difference, j -> mine[j] - other[j]);
        said.setText(sayVersus(now, difference));
        String a = drawn.text(now.of().impression().candidate().title());
        String b = drawn.text(now.other().title());
        put(
                now.of().impression(),
                List.of(
                        new RowsData.Row(
                                messages.text("explain.versus.difference"),
                                messages.text("explain.versus.difference.about"),
                                difference,
                                0,
                                true),
                        new RowsData.Row(a, messages.text("explain.row.effect"), mine, 0, true),
                        new RowsData.Row(b, messages.text("explain.row.effect"), other, 0, true),
                        new RowsData.Row(
                                a,
                                messages.text("explain.row.look"),
                                now.of().looked().look(),
                                1,
                                false),
                        new RowsData.Row(
                                b,
                                messages.text("explain.row.look"),
                                now.looked().look(),
                                1,
                                false)));
    }

    private String sayVersus(Versus now, double[] difference) {
        boolean above = now.of().looked().logit() >= now.looked().logit();
        double sign = above ? 1 : -1;
        List<String> reasons = IntStream.range(0, difference.length)
                .filter(j -> sign * difference[j] > 0.1)
                .boxed()
                .sorted(Comparator.comparingDouble(j -> -sign * difference[j]))
                .limit(NAMED)
                .map(j -> messages.text(
                        "explain.versus.reason",
                        drawn.text(now.of().impression().history().get(j).item().title()),
                        Figures.signed(sign * difference[j])))
                .toList();
        Item mine = now.of().impression().candidate();
        String upper = drawn.text(above ? mine.title() : now.other().title());
        String lower = drawn.text(above ? now.other().title() : mine.title());
        double empty = sign * (now.of().effects().emptyLogit() - now.effects().emptyLogit());
        String upperScore =
                Figures.fixed(above ? now.of().looked().score() : now.looked().score(), 3);
        String lowerScore =
                Figures.fixed(above ? now.looked().score() : now.of().looked().score(), 3);
        return messages.text("explain.versus.scores", upper, upperScore, lower, lowerScore)
                + messages.text("explain.beyond.space")
                + (reasons.isEmpty()
                        ? messages.text("explain.versus.nothing")
                        : messages.text(
                                "explain.versus.because", String.join(messages.text("explain.beyond.comma"), reasons)))
                + messages.text("explain.beyond.space")
                + messages.text("explain.versus.empty", Figures.signed(empty));
    }

    private void versions(List<Version> all) {
        Explained now = model.sample().explainedProperty().get();
        boolean runs = beyond.sideProperty().get() == Side.RUNS;
        if (all.isEmpty() || now == null || now.effects() == null) {
            waiting(runs ? "explain.versions.noRuns" : "explain.beyond.none");
            return;
        }
        switchEffects("explain.versions.effect", "explain.versions.look");
        List<Version> shown = new ArrayList<>(all);
        shown.add(new Version(messages.text("explain.versions.this"), now.looked(), now.effects()));
        int n = now.impression().behaviours();
        double[] values = new double[shown.size() * n];
        for (int v = 0; v < shown.size(); v++) {
            double[] of = effects
                    ? shown.get(v).effects().effect()
                    : shown.get(v).looked().look();
            System.arraycopy(of, 0, values, v * n, n);
        }
        said.setText(messages.text(runs ? "explain.versions.runs" : "explain.versions.checkpoints", spread(shown)));
        List<String> names = shown.stream()
                .map(each -> messages.text(
                        "explain.versions.name",
                        each.name(),
                        Figures.fixed(each.looked().score(), 3)))
                .toList();
        boolean signed = effects || Arrays.stream(values).anyMatch(value -> value < 0);
        map.setData(new HeatmapData(
                messages.text(runs ? "explain.axis.runs" : "explain.axis.steps"),
                messages.text("explain.axis.HISTORY"),
                names,
                titles(now.impression()),
                values,
                signed ? ColorScale.DIVERGING : ColorScale.SEQUENTIAL,
                effects || n == 0 ? Double.NaN : 1.0 / n));
        getChildren().add(map);
    }

    /** In how many of the versions the behaviour that matters most here is among their first three. */
    private String spread(List<Version> shown) {
        double[] here = shown.get(shown.size() - 1).effects().size();
        int most = 0;
        for (int j = 1; j < here.length; j++) {
            most = here[j] > here[most] ? j : most;
        }
        int first = most;
        long agree = shown.stream()
                .filter(each -> Arrays.stream(each.effects().size())
                                .filter(size -> size > each.effects().size()[first])
                                .count()
                        < NAMED)
                .count();
        return agree + " / " + shown.size();
    }

    private void switchEffects(String effectKey, String lookKey) {
        ToggleGroup group = new ToggleGroup();
        for (boolean effect : new boolean[] {false, true}) {
            ToggleButton chip = new ToggleButton(messages.text(effect ? effectKey : lookKey));
            chip.getStyleClass().add("chip");
            chip.setToggleGroup(group);
            chip.setSelected(effect == effects);
            chip.setOnAction(event -> {
                effects = effect;
                show();
            });
            choices.getChildren().add(chip);
        }
        choices.setVisible(true);
    }

    private void map() {
        CategoryMap.Means means = model.table().map().means(MOST_CATEGORIES, Comparator.comparing(drawn::text));
        if (means.categories().size() < 2) {
            said.setText(messages.text("explain.map.none"));
            return;
        }
        switchEffects("explain.map.effect", "explain.map.look");
        said.setText(messages.text(
                "explain.map.about",
                Figures.count(model.table().measuredProperty().get()),
                means.categories().size()));
        List<String> names = means.categories().stream().map(drawn::text).toList();
        map.setData(new HeatmapData(
                messages.text("explain.axis.candidateCategory"),
                messages.text("explain.axis.behaviourCategory"),
                names,
                names,
                effects ? means.effect() : means.look(),
                effects ? ColorScale.DIVERGING : ColorScale.SEQUENTIAL,
                Double.NaN));
        getChildren().add(map);
    }

    private RowsData.Row row(String name, String note, double[] values, int group, boolean signed) {
        return new RowsData.Row(messages.text("explain.opinion." + name), note, values, group, signed);
    }

    private List<String> titles(Impression impression) {
        return impression.history().stream()
                .map(behaviour -> drawn.text(behaviour.item().title()))
                .toList();
    }

    private void put(Impression impression, List<RowsData.Row> all) {
        rows.setData(new RowsData(titles(impression), all));
        getChildren().addAll(readout, rows);
    }
}
