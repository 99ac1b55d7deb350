package dev.interestlens.explain.anatomy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.explain.anatomy.Anatomy.Share;
import dev.interestlens.explain.picture.Panel;
import dev.interestlens.metric.RankMetric;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnatomyWordsTest {
    private static Anatomy.Figure figure(Share... shares) {
        return new Anatomy.Figure(
                "auc",
                0.5,
                0.942,
                0.93,
                0.95,
                40,
                0.87,
                List.of(shares),
                new Anatomy.Gain(0.05, 0.04, 0.06),
                List.of(
                        new Anatomy.Without(InputPart.ORDER, 0.012, 0.01, 0.014),
                        new Anatomy.Without(InputPart.TIMES, 0, null, null)));
    }

    @Test
    void aSentenceNamesOnlyWhatItsIntervalTellsFromZero() {
        String said = AnatomyWords.sentence(figure(
                        new Share(InputPart.ITEM, 0.392, 0.38, 0.4, null),
                        new Share(InputPart.HISTORY, 0.05, 0.04, 0.06, null),
                        new Share(InputPart.ATTENTION, 0.0, -0.01, 0.01, null),
                        new Share(InputPart.ITEM_FIELDS, 0.0, 0.0, 0.0, null)))
                .en();
        assertThat(said)
                .isEqualTo("Of AUC 0.942, 0.500 is chance; the rest is 0.392 from the item beyond its popularity,"
                        + " 0.050 from the evenly weighed history. Too small to tell from zero: attention. No"
                        + " difference at all when replaced: the fields of the item. Beside that, and no parts"
                        + " of the sum, since attention works through them: with the order shuffled 0.012"
                        + " [0.010, 0.014] is lost, with another person's times 0.000.");
    }

    @Test
    void whereNothingIsToldItSaysSo() {
        assertThat(AnatomyWords.sentence(figure(new Share(InputPart.ITEM, 0.4, -0.1, 0.9, null)))
                        .en())
                .contains("no part adds so much that it is surely more than zero");
    }

    @Test
    void aModelTrainedWithoutAPartStandsBesideIt() {
        Anatomy beside = new Anatomy(
                        840, 21, 40, 3, List.of(figure(new Share(InputPart.ATTENTION, 0.01, 0.005, 0.02, null))))
                .retrained(InputPart.ATTENTION, metric -> 0.94);
        assertThat(AnatomyWords.sentence(beside.metrics().get(0)).en())
                .endsWith("A model trained without attention has AUC 0.940.");
    }

    @Test
    void everyRunIsAColumnBesidePopularity() {
        Anatomy one = new Anatomy(840, 21, 40, 3, List.of(figure(new Share(InputPart.ITEM, 0.442, 0.4, 0.5, null))));
        Panel panel = AnatomyPanel.of(Map.of("din", one), RankMetric.AUC).orElseThrow();
        assertThat(panel.pictures().get(0).numbers(Locale.ENGLISH).lines())
                .extracting(line -> line.names().get(0))
                .containsExactly("din", "din", "din", "popularity", "popularity", "popularity");
        assertThat(AnatomyPanel.of(Map.of("din", one), RankMetric.GAUC)).isEmpty();
    }

    private static Anatomy anatomy(int candidates, int ofUsers, Share... shares) {
        return new Anatomy(840, candidates, ofUsers, 3, List.of(figure(shares)));
    }

    @Test
    void whatWasMeasuredOfAsManyUsersIsHeld() {
        Share item = new Share(InputPart.ITEM, 0.442, 0.4, 0.5, null);
        assertThat(anatomy(21, 50, item).holds(40, List.of(RankMetric.AUC))).isTrue();
        assertThat(anatomy(21, 50, item).holds(50, List.of(RankMetric.AUC))).isFalse();
        assertThat(anatomy(21, 40, item).holds(99, List.of(RankMetric.AUC))).isTrue();
        assertThat(anatomy(21, 40, item).holds(40, List.of(RankMetric.AUC, RankMetric.GAUC)))
                .isFalse();
        assertThat(anatomy(21, 40, item).of(List.of(RankMetric.AUC)).metrics()).hasSize(1);
        assertThat(anatomy(21, 40, item).of(List.of(RankMetric.GAUC)).metrics()).isEmpty();
    }

    @Test
    void whatIsSaidOfTheRowsFollowsFromThem() {
        Share item = new Share(InputPart.ITEM, 0.442, 0.4, 0.5, null);
        Share attention = new Share(InputPart.ATTENTION, 0.01, 0.005, 0.02, null);
        String noAttention = AnatomyWords.of("about.noAttention").en();
        String drawn =
                AnatomyWords.about(List.of(anatomy(21, 50, item, attention))).en();
        assertThat(drawn)
                .startsWith("840 rows of 40 of 50 users, each true item among 21 candidates")
                .doesNotContain(noAttention);
        assertThat(AnatomyWords.about(List.of(anatomy(1, 50, item))).en())
                .startsWith("840 rows of 40 of 50 users; NDCG@10 ranks the rows of a user.")
                .contains(noAttention);
        assertThat(AnatomyWords.about(List.of(anatomy(2, 50, item, attention))).en())
                .isEqualTo(drawn.replace("21", "2"));
        assertThat(AnatomyWords.without(InputPart.ORDER)).isNotEqualTo(AnatomyWords.without(InputPart.TIMES));
    }
}
