package dev.interestlens.data.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.RawBatch;
import dev.interestlens.data.protocol.draw.NegativeKind;
import dev.interestlens.data.protocol.draw.SharedKind;
import dev.interestlens.store.ProblemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OmissionTest {
    private static final BatchOptions OPTIONS =
            new BatchOptions(2, NegativeKind.POPULARITY, 0.3, 3, SharedKind.UNIFORM);
    private static final List<Function<SampleSet, BatchSource>> SOURCES = List.of(
            samples -> samples.training(16, 3, OPTIONS),
            samples -> samples.groups(16, 3, OPTIONS),
            samples -> samples.sequences(4, 0, 3, new BatchOptions(0, NegativeKind.UNIFORM, 0.3, 5, SharedKind.MIXED)));

    @TempDir
    private Path folder;

    private PreparedDataset data;

    @BeforeEach
    void prepare() {
        data = Logs.random(folder, 40, 2);
    }

    @AfterEach
    void close() {
        data.close();
    }

    private SampleSet without(BitSet events) {
        return SampleSet.build(data, ProtocolConfig.defaults(), 1, new Omission(events, new BitSet()));
    }

    private BitSet eventsOfUser(int user) {
        BitSet events = new BitSet();
        events.set((int) data.firstEvent(user), (int) data.endEvent(user));
        return events;
    }

    private BitSet everyThird() {
        return IntStream.range(0, (int) data.events())
                .filter(event -> event % 3 == 0)
                .collect(BitSet::new, BitSet::set, BitSet::or);
    }

    private static List<RawBatch> epoch(BatchSource source) {
        return IntStream.range(0, source.batches())
                .mapToObj(index -> source.batch(2, index))
                .toList();
    }

    /** Fifteen of forty users are asked; one of them is left out, then one who is not. */
    @Test
    void theOthersWhoAreRankedOfTheValidationPartStayTheSame() {
        List<Catalogue.Query> all =
                new Catalogue(without(new BitSet())).queries(Part.VALID, 15).all();
        List<Integer> asked = all.stream().map(Catalogue.Query::user).distinct().toList();
        int other = IntStream.range(0, data.users())
                .filter(user -> !asked.contains(user))
                .findFirst()
                .orElseThrow();

        for (int user : List.of(asked.get(3), other)) {
            Catalogue.Queries rest = new Catalogue(without(eventsOfUser(user))).queries(Part.VALID, 15);
            assertThat(rest.all())
                    .containsExactlyElementsOf(
                            all.stream().filter(query -> query.user() != user).toList());
            assertThat(rest.users()).isEqualTo(user == other ? 15 : 14);
        }
    }

    @Test
    void noBatchReadsWhatIsLeftOut() {
        for (BitSet events : List.of(eventsOfUser(4), everyThird())) {
            for (Function<SampleSet, BatchSource> source : SOURCES) {
                Reads reads = new Reads();
                Reads all = new Reads();
                epoch(source.apply(without(events).noting(reads)));
                epoch(source.apply(without(new BitSet()).noting(all)));

                BitSet both = reads.events();
                both.and(events);
                assertThat(both.isEmpty()).isTrue();
                BitSet lost = all.events();
                lost.andNot(reads.events());
                lost.andNot(events);
                assertThat(lost.cardinality())
                        .as("others that are not read any more")
                        .isLessThan(40);
            }
        }
    }

    @Test
    void aBatchHoldsNobodyWhoIsLeftOut() {
        for (Function<SampleSet, BatchSource> source : SOURCES) {
            assertThat(epoch(source.apply(without(eventsOfUser(4)))))
                    .allSatisfy(batch -> assertThat(batch.origin.users()).doesNotContain(4));
        }
    }

    @Test
    void nothingLeftOutGivesTheSameBatches() {
        for (Function<SampleSet, BatchSource> source : SOURCES) {
            List<RawBatch> none = epoch(source.apply(without(new BitSet())));
            List<RawBatch> all = epoch(source.apply(SampleSet.build(data, ProtocolConfig.defaults(), 1)));
            for (int b = 0; b < all.size(); b++) {
                assertThat(rows(none.get(b))).containsExactlyElementsOf(rows(all.get(b)));
            }
        }
    }

    @Test
    void otherPeopleKeepTheirBatchAndTheirDraws() {
        for (Function<SampleSet, BatchSource> source : SOURCES) {
            List<RawBatch> some = epoch(source.apply(without(eventsOfUser(4))));
            List<RawBatch> all = epoch(source.apply(without(new BitSet())));
            for (int b = 0; b < all.size(); b++) {
                List<String> others = rows(all.get(b));
                others.removeIf(row -> row.startsWith("user 4 "));
                assertThat(rows(some.get(b))).containsExactlyElementsOf(others);
            }
        }
    }

    /** Everything of each row that was drawn or read. */
    private static List<String> rows(RawBatch batch) {
        List<String> rows = new ArrayList<>();
        for (int b = 0; b < batch.size(); b++) {
            int from = batch.offsets[b];
            int to = batch.offsets[b + 1];
            int k = batch.negativesPerStep;
            rows.add("user " + batch.origin.users()[b] + " " + batch.labels[b] + " " + batch.candidate[0][b]
                    + Arrays.toString(Arrays.copyOfRange(batch.history[0], from, to))
                    + (batch.hidden == null ? "" : Arrays.toString(Arrays.copyOfRange(batch.hidden, from, to)))
                    + (k == 0 ? "" : Arrays.toString(Arrays.copyOfRange(batch.negatives[0], k * from, k * to)))
                    + (batch.shared == null ? "" : Arrays.toString(batch.shared.items().candidate[0])));
        }
        return rows;
    }

    @Test
    void whatIsLeftInAHistoryKeepsItsDraws() {
        SampleSet some = without(everyThird());
        List<RawBatch> left = epoch(SOURCES.get(0).apply(some));
        List<RawBatch> all = epoch(SOURCES.get(0).apply(without(new BitSet())));
        Map<Boolean, Integer> compared = new HashMap<>();
        for (int b = 0; b < all.size(); b++) {
            RawBatch whole = all.get(b);
            RawBatch part = left.get(b);
            int row = 0;
            for (int w = 0; w < whole.size() && row < part.size(); w++) {
                boolean same = whole.origin.users()[w] == part.origin.users()[row]
                        && whole.candidate[0][w] == part.candidate[0][row]
                        && whole.offsets[w + 1] - whole.offsets[w] > part.offsets[row + 1] - part.offsets[row]
                        && part.offsets[row + 1] > part.offsets[row];
                if (same) { // the newest behaviour that is left stands somewhere in the whole history, with the same
                    // draw
                    int n = part.offsets[row];
                    int at = whole.offsets[w];
                    while (at < whole.offsets[w + 1]
                            && (whole.history[0][at] != part.history[0][n]
                                    || whole.negatives[0][2 * at] != part.negatives[0][2 * n]
                                    || whole.hidden[at] != part.hidden[n])) {
                        at++;
                    }
                    compared.merge(at < whole.offsets[w + 1], 1, Integer::sum);
                }
                row += whole.candidate[0][w] == part.candidate[0][row]
                                && whole.origin.users()[w] == part.origin.users()[row]
                        ? 1
                        : 0;
            }
        }
        assertThat(compared.get(true)).isGreaterThan(50);
        assertThat(compared).doesNotContainKey(false);
    }

    @Test
    void validationLosesTheirRowsAndTheTestKeepsThem() {
        SampleSet all = without(new BitSet());
        SampleSet some = without(eventsOfUser(4));

        assertThat(some.users(Part.VALID)).doesNotContain(4).hasSize(all.size(Part.VALID) - all.group(Part.VALID));
        assertThat(some.users(Part.TEST)).isEqualTo(all.users(Part.TEST)).contains(4);
        int last = some.size(Part.VALID) - 1;
        int lastOfAll = all.size(Part.VALID) - 1;
        assertThat(some.sample(Part.VALID, last)).isEqualTo(all.sample(Part.VALID, lastOfAll));
        assertThat(some.sample(Part.TEST, 30)).isEqualTo(all.sample(Part.TEST, 30));
    }

    @Test
    void tablesAreMadeOfWhatIsLeft() {
        SampleSet all = without(new BitSet());
        SampleSet some = without(eventsOfUser(4));
        int seen = all.seenEvents(4);

        assertThat(Arrays.stream(some.readEvents()).sum())
                .isEqualTo(Arrays.stream(all.readEvents()).sum() - seen);
        assertThat(new TrainingLog(some).sequence(4)).isEmpty();
        assertThat(new TrainingLog(all).sequence(4)).hasSize(seen);
        assertThat(Arrays.equals(new Catalogue(some).popularity(), new Catalogue(all).popularity()))
                .isFalse();
        assertThat(new Catalogue(some).events()).isEqualTo(new Catalogue(all).events());
    }

    @Test
    void aBatchThatIsLeftOutAsAWholeHoldsOneOtherRow() {
        BitSet nearlyAll = new BitSet();
        nearlyAll.set(0, (int) data.events());
        nearlyAll.andNot(eventsOfUser(7));
        List<RawBatch> batches = epoch(SOURCES.get(0).apply(without(nearlyAll)));

        assertThat(batches).allSatisfy(batch -> assertThat(batch.size()).isPositive());
        assertThat(batches).allSatisfy(batch -> assertThat(batch.origin.users()).containsOnly(7));
    }

    @Test
    void whereEverythingIsLeftOutNothingIsTrained() {
        BitSet all = new BitSet();
        all.set(0, (int) data.events());

        assertThatThrownBy(() -> without(all).requireTrainable()).isInstanceOf(ProblemException.class);
    }
}
