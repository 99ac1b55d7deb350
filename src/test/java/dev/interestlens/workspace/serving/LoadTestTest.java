package dev.interestlens.workspace.serving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.data.source.Progress;
import dev.interestlens.workspace.StagedProgress;
import dev.interestlens.workspace.export.ModelExport;
import dev.interestlens.workspace.serving.LoadTest.Served;
import dev.interestlens.workspace.serving.LoadTest.Server;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Requests by a clock that the test moves. */
class LoadTestTest {
    private long cpu;
    private final List<Integer> computed = new ArrayList<>();

    private final Server<String> server = new Server<>() {
        @Override
        public String user(int user) {
            computed.add(user);
            cpu += 5_000_000;
            return "user " + user;
        }

        @Override
        public void candidates(int user, String kept) {
            assertThat(kept).isEqualTo("user " + user);
            cpu += 1_000_000;
        }
    };

    private Served served(int kept, int requests, int... arriving) {
        LoadTest.Settings settings =
                new LoadTest.Settings(10, requests, kept, 10, 1, ModelExport.Numbers.PLAIN, List.of());
        return LoadTest.served(server, arriving, settings, () -> cpu, new StagedProgress(Progress.none()));
    }

    @Test
    void aKeptUserIsNotComputedAgain() {
        Served served = served(2, 4, 7, 7, 8, 7);
        assertThat(computed).containsExactly(7, 8);
        assertThat(served.hit()).containsExactly(false, true, false, true);
        assertThat(served.milliseconds()).containsExactly(6, 1, 6, 1);
    }

    @Test
    void whoCameLongestAgoLeavesAFullCache() {
        served(2, 5, 1, 2, 1, 3, 2);
        assertThat(computed).containsExactly(1, 2, 3, 2);
    }

    @Test
    void nobodyIsKeptWhereNobodyMayBe() {
        assertThat(served(0, 3, 1, 1, 1).hits()).isZero();
        assertThat(computed).containsExactly(1, 1, 1);
    }

    @Test
    void requestsThatFillTheCacheDoNotCount() {
        Served served = served(10, 2, 1, 2, 1, 2);
        assertThat(served.hits()).isEqualTo(1);
        assertThat(served.mean(true)).isEqualTo(1);
        assertThat(served.mean(false)).isNaN();
        assertThat(IntStream.range(0, 2)).allMatch(i -> served.milliseconds()[i] == 1);
    }
}
