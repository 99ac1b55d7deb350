package dev.interestlens.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.data.source.PrepareOptions;
import dev.interestlens.data.source.Roles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PendingSourceTest {
    @TempDir
    private Path folder;

    private PendingSource source(String header, IntFunction<String> row, PrepareOptions options) throws IOException {
        Path log = Files.writeString(
                folder.resolve("log.csv"),
                IntStream.range(0, 300)
                        .mapToObj(r -> "u" + r * 5 % 37 + ",i" + r * 7 % 41 + "," + row.apply(r))
                        .collect(Collectors.joining("\n", "user_id,item_id," + header + "\n", "\n")));
        return PendingSource.of(List.of(log), options);
    }

    @Test
    void aSourceWhoseOrderIsInDoubtIsNotReadableUntilItIsAnswered() throws IOException {
        IntFunction<String> row = r -> "" + r / 10;
        PrepareOptions usual = PrepareOptions.defaults();
        PendingSource asked = source("DAY", row, usual);

        assertThat(asked.isOpen()).isTrue();
        assertThat(asked.isReadable()).isFalse();
        PendingSource day = source("DAY", row, usual.with("timeColumn", "DAY"));
        assertThat(day.isReadable()).isTrue();
        assertThat(day.roles().written()).containsEntry("time", "DAY");
        PendingSource rows = source("DAY", row, usual.with("timeColumn", "none"));
        assertThat(rows.isReadable()).isTrue();
        assertThat(rows.has(Roles.TIME)).isFalse();
    }

    @Test
    void likesAndDislikesAreAskedUntilAThresholdOrNoLabelIsChosen() throws IOException {
        IntFunction<String> row = r -> (1_700_000_000L + r) + "," + (r % 3 == 0 ? -1 : 1);
        PrepareOptions usual = PrepareOptions.defaults();
        PendingSource asked = source("timestamp,like", row, usual);

        assertThat(asked.isAsked()).isTrue();
        assertThat(asked.isReadable()).isFalse();
        assertThat(source("timestamp,like", row, usual.with("minimumLabel", "1"))
                        .isReadable())
                .isTrue();
        Map<String, String> without = Map.of("user", "user_id", "item", "item_id", "time", "timestamp");
        PendingSource left = source("timestamp,like", row, usual.withMapping(without));
        assertThat(left.isReadable()).isTrue();
        assertThat(left.isAsked()).isFalse();
    }
}
