package dev.interestlens.data.protocol.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.data.protocol.SampleCounts;
import dev.interestlens.data.protocol.SampleCounts.Parts;
import dev.interestlens.store.SealedJson;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LeaksTest {
    private static final SampleCounts COUNTS =
            new SampleCounts(new Parts(100, 10, 20), new Parts(50, 5, 10), 1, 2, 3, 4, 5, 6, 7);

    private static Leaks leaks(LeakProbes probes, Map<String, Double> fields) {
        return new Leaks(COUNTS, probes, new FieldProbes(fields, .7, List.of(10, 10)), true, false);
    }

    @Test
    void theyAreKeptAndReadAgainWithWhatIsNotDefined() {
        Leaks found = leaks(
                new LeakProbes(.5, .9, Double.NaN, .51, 0, 3, 0),
                Map.of("item.category", .6, "context.place", Double.NaN));
        assertThat(SealedJson.read(SealedJson.bytes(found), Leaks.class)).isEqualTo(found);
    }

    @Test
    void itIsNoLeakThatPeopleComeBack() {
        Leaks found = leaks(new LeakProbes(.5, .9, .5, .5, 0, 0, 0), Map.of());
        assertThat(found.isHarmless("alreadyInHistory")).isTrue();
        assertThat(found.showsAnswer()).isFalse();
        assertThat(new Leaks(found.counts(), found.probes(), found.fields(), false, false).showsAnswer())
                .isTrue();
    }

    @Test
    void aCountAnAucAndAFieldThatIsTheLabelShowTheAnswer() {
        LeakProbes none = new LeakProbes(.5, .5, .5, .5, 0, 0, 0);
        assertThat(leaks(none, Map.of()).showsAnswer()).isFalse();
        assertThat(leaks(new LeakProbes(.5, .5, .5, .5, 1, 0, 0), Map.of()).showsAnswer())
                .isTrue();
        assertThat(leaks(new LeakProbes(.44, .5, .5, .5, 0, 0, 0), Map.of()).showsAnswer())
                .isTrue();
        assertThat(leaks(none, Map.of("context.next", .99)).showsAnswer()).isTrue();
    }
}
