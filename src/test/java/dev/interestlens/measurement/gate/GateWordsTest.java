package dev.interestlens.measurement.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.explain.words.Text;
import dev.interestlens.figure.table.Cell;
import dev.interestlens.figure.table.Table;
import dev.interestlens.metric.GroupTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class GateWordsTest {
    private static final GroupTest.Found OPEN = new GroupTest.Found(80, -0.038, -2.2, 1, -0.109, 0.026, 0.1);
    private static final GroupTest.Found BEYOND = new GroupTest.Found(80, -0.2852, -4, 1, -0.5988, -0.0583, 0.1);

    private static Gate.Group group(String field, GroupTest.Found found, boolean byRanks) {
        Text name = Text.same(field);
        return new Gate.Group(field, name, name, 0.3, found, BEYOND, byRanks);
    }

    private static GateWords words(Gate.Group loser) {
        return new GateWords(new Gate(
                new Gate.Runs("now", "new", 0),
                Gate.Terms.DEFAULT,
                Gate.Answer.LOSES,
                100,
                3,
                0,
                List.of(group(UserGroup.ALL, OPEN, false), loser),
                new Gate.Churn(0.3, Double.NaN),
                new Examples(List.of(), List.of())));
    }

    @Test
    void whereTheRanksDecideTheirIntervalStandsFirstAndThatOfTheFigureIsSaidNotTo() {
        assertThat(words(group("new items", OPEN, true)).answer().en())
                .isEqualTo("One group loses with new instead of now: new items, ranks × 1.33 [1.06, 1.82], which"
                        + " decides; NDCG@10 alone, −0.0380 [−0.1090, +0.0260], does not; 80 users.");
    }

    @Test
    void whereTheFigureDecidesItStandsFirst() {
        GroupTest.Found beyond = new GroupTest.Found(80, -0.038, -4, 1, -0.109, -0.026, 0.1);
        assertThat(words(group("new items", beyond, false)).answer().en())
                .contains("new items, NDCG@10 −0.0380 [−0.1090, −0.0260], ranks × 1.33 [1.06, 1.82]; 80 users");
    }

    private static final GroupTest.Found LOSS = new GroupTest.Found(80, -0.038, -4, 1, -0.109, -0.026, 0.1);
    private static final GroupTest.Found LITTLE = new GroupTest.Found(70, -0.004, -4, 1, -0.006, -0.002, 0.2);
    private static final GroupTest.Found GAIN = new GroupTest.Found(60, 0.05, 4, 1.5, 0.01, 0.09, 0.3);
    private static final GroupTest.Found BLIND = new GroupTest.Found(30, 0, 0, 1, Double.NaN, Double.NaN, Double.NaN);

    private static Gate gate(Gate.Answer answer, int seeds, double shift, Gate.Group... groups) {
        List<Gate.Group> all = new ArrayList<>(List.of(group(UserGroup.ALL, OPEN, false)));
        all.addAll(List.of(groups));
        return new Gate(
                new Gate.Runs("now", "new", seeds),
                Gate.Terms.DEFAULT,
                answer,
                100,
                3,
                shift,
                all,
                new Gate.Churn(0.3, seeds == 0 ? Double.NaN : 0.2),
                new Examples(List.of(), List.of()));
    }

    private static Gate.Group group(String name, GroupTest.Found found) {
        return group(name, found, false);
    }

    @Test
    void anAnswerThatIsNoLossSaysWhatWouldHaveBeenSeen() {
        assertThat(new GateWords(gate(Gate.Answer.PASSES, 0, 0)).answer().en())
                .startsWith("No group loses 0.01 NDCG@10 or more with new instead of now");
        assertThat(new GateWords(gate(Gate.Answer.UNKNOWN, 0, 0)).answer().en())
                .contains("with 80 users only a loss of 0.1", "or more would show, and 0.01 was asked for");
    }

    @Test
    void seedsThatMoveAllUsersByAsMuchAsIsAskedForAreTooFew() {
        assertThat(new GateWords(gate(Gate.Answer.UNKNOWN, 1, 0.01)).answer().en())
                .contains("2 seeds are too few to tell");
        assertThat(new GateWords(gate(Gate.Answer.UNKNOWN, 1, 0.0099)).answer().en())
                .contains("the log is too small");
    }

    @Test
    void whoElseLosesAndGainsIsSaid() {
        List<String> more = new GateWords(gate(
                        Gate.Answer.LOSES,
                        1,
                        0.02,
                        group("old", LOSS),
                        group("young", LITTLE),
                        group("new", GAIN),
                        group("few", BLIND)))
                .more().stream().map(Text::en).toList();
        assertThat(more).hasSize(5);
        assertThat(more.get(0)).startsWith("Groups that lose less than 0.01: 1, most surely young: NDCG@10 −0.0040");
        assertThat(more.get(1)).startsWith("One group gains: new, NDCG@10 +0.0500");
        assertThat(more.get(2)).contains("a loss of 0.1", "of 0.1", "to 0.3", "1 of 4 groups are so small that");
        assertThat(more.get(3)).startsWith("Another seed of now moves all users together by up to 0.02");
        assertThat(more.get(4)).isEqualTo("Of ten recommended items 3.0 are others; with another seed of now, 2.0.");
    }

    @Test
    void whatIsNotThereIsNotSaid() {
        List<String> more = new GateWords(gate(Gate.Answer.PASSES, 0, 0, group("all else", OPEN)))
                .more().stream().map(Text::en).toList();
        assertThat(more).hasSize(3);
        assertThat(more.get(0)).isEqualTo("No group is known to gain.");
        assertThat(more.get(2)).isEqualTo("Of ten recommended items 3.0 are others.");
    }

    @Test
    void theBarSaysWhatItIsMadeOf() {
        assertThat(new GateWords(gate(Gate.Answer.PASSES, 0, 0, group("new", GAIN)))
                        .basis()
                        .en())
                .contains("z > 3", "train one to know");
        assertThat(new GateWords(gate(Gate.Answer.PASSES, 2, 0, group("new", GAIN)))
                        .basis()
                        .en())
                .contains("between 3 seeds of now", "of 1 groups", "up to 1.5");
    }

    @Test
    void aLabelNamesTheFactorOfANamedGroupAlone() {
        assertThat(GateWords.label(group("new", OPEN, true)).en()).startsWith("new · named by ranks × 1.33");
        assertThat(GateWords.label(group("new", LOSS)).en()).isEqualTo("new · ranks × 1.33");
        assertThat(GateWords.label(group("new", OPEN)).en()).isEqualTo("new");
        assertThat(GateWords.signed(0)).isEqualTo("0.0000");
    }

    @Test
    void noDifferenceIsNeitherALossNorAGain() {
        GroupTest.Found none = new GroupTest.Found(80, 0, 4, 1, -0.1, 0.1, 0.1);
        assertThat(group("none", none, true).named()).isTrue();
        assertThat(group("none", none, true).loses()).isFalse();
        assertThat(group("none", none, true).gains()).isFalse();
    }

    @Test
    void theTableShowsTheNamedGroupsAndTenMore() {
        List<Gate.Group> groups = new ArrayList<>(List.of(group("old", LOSS), group("old ranks", OPEN, true)));
        groups.add(group("new", GAIN));
        for (int i = 0; i < 11; i++) {
            groups.add(group("open " + i, OPEN));
        }
        Gate gate = gate(Gate.Answer.LOSES, 0, 0, groups.toArray(Gate.Group[]::new));
        Table table = GateTables.of(gate).get(0);
        assertThat(table.title().in(Locale.ENGLISH)).startsWith("new instead of now: ");
        assertThat(table.rows()).hasSize(14); // all users, three that are named, ten of eleven others
        assertThat(finding(table, 0)).isEmpty();
        assertThat(finding(table, 1)).isEqualTo("loses");
        assertThat(finding(table, 2)).isEqualTo("loses, by its ranks");
        assertThat(finding(table, 3)).isEqualTo("gains");
        assertThat(table.notes().get(table.notes().size() - 1).in(Locale.ENGLISH))
                .isEqualTo("Groups that are not shown: 1, none of them beyond the bar.");
        Gate all = gate(Gate.Answer.LOSES, 0, 0, groups.subList(0, 13).toArray(Gate.Group[]::new));
        assertThat(GateTables.of(all).get(0).notes())
                .noneMatch(note -> note.in(Locale.ENGLISH).contains("not shown"));
    }

    private static String finding(Table table, int row) {
        List<Cell> cells = table.rows().get(row);
        return cells.get(cells.size() - 1).plain(Locale.ENGLISH);
    }
}
