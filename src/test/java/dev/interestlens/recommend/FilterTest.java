package dev.interestlens.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.protocol.Logs;
import dev.interestlens.data.protocol.ProtocolConfig;
import dev.interestlens.data.protocol.SampleSet;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilterTest {
    @TempDir
    private Path folder;

    private Filter usual(String... rows) {
        try (PreparedDataset data = Logs.of(folder, rows)) {
            return Filter.usual(SampleSet.build(data, ProtocolConfig.defaults(), 1));
        }
    }

    @Test
    void whereRepeatsCountAListMayHoldThem() {
        assertThat(usual("a,x,1,k", "a,y,2,k", "a,x,3,k", "a,y,4,k", "a,x,5,k").seen())
                .isTrue();
    }

    /** "1 changed" was said where nothing was: repeats are usual in such a log. */
    @Test
    void whatIsUsualForALogIsNoChange() {
        Filter usual = usual("a,x,1,k", "a,y,2,k", "a,x,3,k", "a,y,4,k", "a,x,5,k");
        assertThat(usual).isNotEqualTo(Filter.DEFAULT);
        assertThat(usual.differences(usual)).isZero();
        assertThat(usual.withSeen(false).differences(usual)).isEqualTo(1);
        assertThat(usual.withCold(true).withPopularity(Filter.Popularity.TAIL).differences(usual))
                .isEqualTo(2);
    }

    @Test
    void elsewhereListsHoldNewItems() {
        assertThat(usual(
                        "a,x,1,k", "a,y,2,k", "a,z,3,k", "a,v,4,k", "a,w,5,k", "b,v,1,k", "b,w,2,k", "b,x,3,k",
                        "b,y,4,k"))
                .isEqualTo(Filter.DEFAULT);
    }
}
