package dev.interestlens.explain.anatomy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.RawBatch;
import dev.interestlens.data.Schema;
import dev.interestlens.data.protocol.Catalogue;
import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.protocol.ProtocolConfig;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.data.source.PrepareOptions;
import dev.interestlens.data.source.Progress;
import dev.interestlens.data.source.prepare.Sources;
import dev.interestlens.explain.anatomy.Anatomy.Figure;
import dev.interestlens.explain.anatomy.Anatomy.Share;
import dev.interestlens.metric.RankMetric;
import dev.interestlens.model.Scorer;
import dev.interestlens.model.config.ModelInput;
import dev.interestlens.testing.FunctionScorer;
import dev.interestlens.testing.TinyShop;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models whose rule is known, on sixty users in six groups, each with the items of its group. */
class CoalitionScoringTest {
    @TempDir
    static Path folder;

    private static PreparedDataset data;
    private static SampleSet samples;
    private static ModelInput input;

    @BeforeAll
    static void prepare() throws IOException {
        Path table = TinyShop.table(folder.resolve("table.csv"));
        data = Sources.prepare(List.of(table), PrepareOptions.defaults(), folder.resolve("data"), Progress.none());
        samples = SampleSet.build(data, ProtocolConfig.defaults(), 1);
        input = new ModelInput(data.schema(), 50);
    }

    @AfterAll
    static void close() {
        data.close();
    }

    private interface Rule {
        double of(RawBatch batch, int row);
    }

    private static float[] logits(RawBatch batch, Rule rule) {
        float[] logits = new float[batch.size()];
        for (int row = 0; row < logits.length; row++) {
            logits[row] = (float) rule.of(batch, row);
        }
        return logits;
    }

    private static Scorer scorer(Rule rule) {
        return FunctionScorer.of(input, batch -> logits(batch, rule));
    }

    private static CoalitionScores scores(Scorer scorer) {
        return CoalitionScores.of(scorer, MeasuredRows.of(samples, Part.TEST, 60), 5, share -> {});
    }

    private static Figure auc(Scorer scorer) {
        CoalitionScores scores = scores(scorer);
        return Anatomy.of(scores, new double[scores.labels().length], 60, List.of(RankMetric.AUC))
                .metrics()
                .get(0);
    }

    private static double share(Figure figure, InputPart part) {
        return figure.shares().stream()
                .filter(share -> share.part() == part)
                .mapToDouble(Share::share)
                .findFirst()
                .orElseThrow();
    }

    private static int item(RawBatch batch, int row) {
        return batch.candidate[Schema.ITEM][row];
    }

    private static double popularity(RawBatch batch, int row) {
        return samples.trainingEvents(item(batch, row));
    }

    /** Of the behaviours from a place on, the share that are of a category of the candidate's; in this table that is the users' taste. */
    private static double match(RawBatch batch, int row, int newest) {
        int to = batch.offsets[row + 1];
        int from = Math.max(batch.offsets[row], to - newest);
        double sum = 0;
        for (int at = from; at < to; at++) {
            sum += batch.history[Schema.ITEM][at] % 5 == item(batch, row) % 5 ? 1.0 / (to - from) : 0;
        }
        return sum;
    }

    @Test
    void aModelThatReadsNoFieldsGetsNoShareOfThem() {
        Figure figure = auc(scorer((batch, row) -> popularity(batch, row) + 0.1 * item(batch, row)));
        Share fields = figure.shares().stream()
                .filter(share -> share.part() == InputPart.ITEM_FIELDS)
                .findFirst()
                .orElseThrow();
        assertThat(fields).isEqualTo(new Share(InputPart.ITEM_FIELDS, 0, 0.0, 0.0, null));
    }

    @Test
    void aModelThatReadsFieldsAloneGetsNoShareOfTheItem() {
        int category = 1;
        CoalitionScores scores = scores(scorer((batch, row) -> batch.candidate[category][row] % 3));
        assertThat(scores.parts()).contains(InputPart.ITEM_FIELDS).doesNotContain(InputPart.ITEM, InputPart.POPULARITY);
        assertThat(scores.unread()).containsExactly(InputPart.ITEM);
    }

    @Test
    void aModelThatReadsOfTheItemWhatItsFieldsSayReadsTheItem() {
        Map<Integer, Integer> category = new HashMap<>();
        RawBatch all = Catalogue.whole(samples).batch();
        for (int i = 0; i < all.size(); i++) {
            category.put(item(all, i), all.candidate[1][i]);
        }
        CoalitionScores scores = scores(scorer((batch, row) -> category.get(item(batch, row)) % 3));
        assertThat(scores.unread()).containsExactly(InputPart.ITEM_FIELDS);
    }

    @Test
    void whatPopularityTellsIsNotCreditedToTheItem() {
        Figure figure = auc(scorer(CoalitionScoringTest::popularity));
        assertThat(Math.abs(figure.value() - 0.5)).isGreaterThan(0.1);
        assertThat(Math.abs(share(figure, InputPart.POPULARITY)))
                .isGreaterThan(4 * Math.abs(share(figure, InputPart.ITEM)));
        assertThat(share(figure, InputPart.HISTORY)).isZero();
    }

    @Test
    void aMatchOfItemAndHistoryIsCreditedToTheHistoryAlone() {
        Figure figure = auc(scorer((batch, row) -> match(batch, row, 50)));
        double candidate = share(figure, InputPart.POPULARITY) + share(figure, InputPart.ITEM);
        double history = share(figure, InputPart.HISTORY);
        assertThat(history).isGreaterThan(0.3);
        assertThat(Math.abs(candidate)).isLessThan(history / 5); // other persons are seldom of the user's group
        assertThat(figure.match().share()).isEqualTo(history);
    }

    @Test
    void attentionIsWhatIsLostWithEvenWeightsOnTheSameRows() {
        Rule last = (batch, row) -> match(batch, row, 1);
        Rule even = (batch, row) -> match(batch, row, 50);
        Scorer weighing =
                new FunctionScorer(input, batch -> logits(batch, last), Optional.of(batch -> logits(batch, even)));
        Figure figure = auc(weighing);
        assertThat(share(figure, InputPart.ATTENTION))
                .isCloseTo(auc(scorer(last)).value() - auc(scorer(even)).value(), within(1e-12));
        assertThat(figure.without()).extracting(Anatomy.Without::part).contains(InputPart.ORDER);
        assertThat(figure.shares()).extracting(Share::part).doesNotContain(InputPart.ORDER, InputPart.TIMES);
    }

    @Test
    void whatIsNotReadOfTheHistoryIsNotLost() {
        Figure figure = auc(scorer((batch, row) -> match(batch, row, 50)));
        assertThat(figure.without()).allMatch(without -> without.lost() == 0);
    }
}
