package dev.interestlens.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.protocol.ProtocolConfig;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.data.source.PrepareOptions;
import dev.interestlens.data.source.Progress;
import dev.interestlens.data.source.prepare.Sources;
import dev.interestlens.store.Problem;
import dev.interestlens.store.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who asks about a user whose last item is new hears which item that is. */
class ColdTestEventTest {
    @TempDir
    private Path folder;

    private Path log() throws IOException {
        StringBuilder text = new StringBuilder("user,item,title,time\n");
        for (int user = 0; user < 8; user++) {
            for (int k = 0; k < 6; k++) {
                boolean cold = user == 0 && k == 5;
                String item = cold ? "fresh,Fresh from the press" : "i" + (user + k) % 7 + ",Book " + (user + k) % 7;
                text.append('u').append(user).append(',').append(item).append(',');
                text.append(1_600_000_000L + 86_400L * k + user).append('\n');
            }
        }
        text.append("short,i1,Book 1,1600000000\n");
        return Files.writeString(folder.resolve("log.csv"), text);
    }

    @Test
    void theItemThatCannotBeRankedIsNamed() throws IOException {
        try (PreparedDataset data =
                Sources.prepare(List.of(log()), PrepareOptions.defaults(), folder.resolve("data"), Progress.none())) {
            People people = new People(SampleSet.build(data, ProtocolConfig.defaults(), 1));
            Problem cold = refused(people, data.userOf("u0"));
            assertThat(cold.key()).isEqualTo("coldTestEvent");
            assertThat(cold.what(Locale.ENGLISH)).contains("\"fresh\" (Fresh from the press)");
            assertThat(cold.fix(Locale.ENGLISH)).contains("--at next");
            assertThat(people.coldPosition(data.userOf("u0"))).hasValue(5);

            assertThat(refused(people, data.userOf("short")).key()).isEqualTo("noTestEvent");
            assertThat(people.beforeTest(data.userOf("u1")).position()).isEqualTo(5);
        }
    }

    private static Problem refused(People people, int user) {
        return assertThrows(ProblemException.class, () -> people.beforeTest(user))
                .problem();
    }
}
