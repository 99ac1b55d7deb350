package dev.interestlens.api;

import dev.interestlens.data.DatasetInfo;
import dev.interestlens.explain.effect.ReadReport;
import dev.interestlens.explain.look.HistoryRow;
import dev.interestlens.explain.words.Text;
import dev.interestlens.store.EnumNames;
import dev.interestlens.train.run.JournalEntry;
import dev.interestlens.workspace.OpenRun;
import dev.interestlens.workspace.RunSummary;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns what the program computes into the values of this package. */
final class Values {
    private final OpenRun run;
    private final dev.interestlens.explain.look.Impressions names;

    Values(OpenRun run) {
        this.run = run;
        names = new dev.interestlens.explain.look.Impressions(run.samples());
    }

    RunInfo info() {
        RunSummary summary = RunSummary.of(run.folder());
        DatasetInfo data = run.data().info();
        return new RunInfo(
                summary.name(),
                run.description().config().model().id(),
                data.origin().name(),
                data.counts().users(),
                data.counts().items(),
                data.counts().events(),
                summary.bestEpoch(),
                validation(summary.best()));
    }

    private static Map<String, Double> validation(JournalEntry.Valid best) {
        Map<String, Double> figures = new HashMap<>();
        if (best != null) {
            figures.putAll(best.figures());
            figures.values().removeIf(value -> value == null);
        }
        return figures;
    }

    List<Score> scores(int[] items, float[] logits) {
        List<Score> scores = new ArrayList<>();
        for (int i = 0; i < items.length; i++) {
            scores.add(score(names.item(items[i]), logits[i]));
        }
        return scores;
    }

    private Score score(dev.interestlens.explain.look.Item item, double logit) {
        return new Score(
                item(item), 1 / (1 + Math.exp(-logit)), logit, run.samples().warm(item.number()));
    }

    private static Item item(dev.interestlens.explain.look.Item item) {
        return new Item(
                item.id(), item.title().en(), item.title().zh(), item.category().en());
    }

    private static Sentence sentence(Text text, Enum<?> kind, List<Integer> named) {
        return new Sentence(text.en(), text.zh(), EnumNames.lower(kind), named);
    }

    Explanation explanation(dev.interestlens.explain.Explanation of) {
        List<Behaviour> history = new ArrayList<>();
        for (HistoryRow row : of.history()) {
            ReadReport.State state = of.read().states().get(history.size());
            history.add(new Behaviour(
                    row.behaviour().position(),
                    item(row.behaviour().item()),
                    Optional.of(row.behaviour().time())
                            .filter(time -> time != dev.interestlens.explain.look.Behaviour.UNTIMED)
                            .map(Instant::ofEpochSecond),
                    state == ReadReport.State.READ,
                    row.look(),
                    row.effect(),
                    row.byTable()));
        }
        return new Explanation(
                score(of.impression().candidate(), of.looked().logit()),
                history,
                of.effects().emptyScore(),
                of.effects().historyEffect(),
                sentence(
                        of.sentence().text(),
                        of.sentence().template(),
                        of.sentence().named()));
    }

    RecommendationList list(dev.interestlens.recommend.Recommendation made) {
        List<Recommendation> items = new ArrayList<>();
        for (var entry : made.entries()) {
            items.add(new Recommendation(
                    entry.rank(),
                    item(entry.item()),
                    entry.score(),
                    entry.logit(),
                    entry.popularity(),
                    entry.reasons().stream()
                            .map(reason ->
                                    new Recommendation.Reason(item(reason.item()), reason.effect(), reason.byTable()))
                            .toList()));
        }
        return new RecommendationList(
                made.person().history().stream().map(each -> item(each.item())).toList(),
                items,
                made.sentence().map(each -> sentence(each.text(), each.template(), each.named())),
                made.truth().map(truth -> new RecommendationList.TrueItem(item(truth.item()), truth.rank())));
    }
}
