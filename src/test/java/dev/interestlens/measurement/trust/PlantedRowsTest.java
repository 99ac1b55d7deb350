package dev.interestlens.measurement.trust;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.data.synth.cause.Cause;
import dev.interestlens.data.synth.cause.Channel;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlantedRowsTest {
    /** Ten events; 4 is caused by 1, 8 by 5. */
    private static final List<Cause> EVENTS = IntStream.range(0, 10)
            .mapToObj(event -> event == 4 ? caused(event, 1) : event == 8 ? caused(event, 5) : caused(event))
            .toList();

    private static Cause caused(int event, int... by) {
        Channel channel = by.length == 0 ? Channel.N : Channel.R;
        return new Cause(event, channel, by.length == 0 ? -1 : by[0], by);
    }

    @Test
    void whatWasPlantedForEarlierEffectsIsAside() {
        assertThat(PlantedRows.plantedForOthers(EVENTS, 8, 0)).containsExactlyInAnyOrder(1, 4);
        assertThat(PlantedRows.plantedForOthers(EVENTS, 9, 0)).containsExactlyInAnyOrder(1, 4, 5, 8);
        assertThat(PlantedRows.plantedForOthers(EVENTS, 3, 0)).isEmpty();
    }

    @Test
    void placesAreThoseOfTheHistoryThatCanBeRead() {
        assertThat(PlantedRows.plantedForOthers(EVENTS, 9, 2)).containsExactlyInAnyOrder(2, 3, 6);
    }
}
