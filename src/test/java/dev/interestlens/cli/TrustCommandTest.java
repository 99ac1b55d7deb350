package dev.interestlens.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.data.source.PrepareOptions;
import dev.interestlens.data.source.Progress;
import dev.interestlens.data.source.prepare.Sources;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("thorough")
class TrustCommandTest {
    private static final long START = 1_700_000_000;

    @TempDir
    Path folder;

    /** A table of users with a dozen events each. */
    private Path prepare(int users, boolean categories, boolean times) throws IOException {
        StringBuilder rows = new StringBuilder("user_id,item_id");
        rows.append(categories ? ",category" : "")
                .append(times ? ",timestamp" : "")
                .append('\n');
        for (int user = 0; user < users; user++) {
            for (int i = 0; i < 12; i++) {
                int item = (user * 7 + i * i) % 120;
                rows.append('u').append(user).append(",i").append(item);
                rows.append(categories ? ",c" + item % 9 : "")
                        .append(times ? "," + (START + 3600L * i + user) : "")
                        .append('\n');
            }
        }
        Path table = Files.writeString(folder.resolve("log.csv"), rows);
        Path data = folder.resolve("data");
        Sources.prepare(List.of(table), PrepareOptions.defaults(), data, Progress.none())
                .close();
        return data;
    }

    @ParameterizedTest
    @CsvSource({
        "300,false,true,no categories,没有物品类别",
        "300,true,false,no times,没有时间",
        "60,true,true,180 of them; there are 60,日志太小",
    })
    void aLogThatCannotHoldCausesIsLeftAsItIs(
            int users, boolean categories, boolean times, String english, String chinese) throws IOException {
        Path data = prepare(users, categories, times);
        assertThat(refused(Locale.ENGLISH, data)).contains(english, "Nothing was written");
        assertThat(refused(Locale.CHINESE, data)).contains(chinese);
        assertThat(data.resolve("trust")).doesNotExist();
    }

    private static String refused(Locale language, Path data) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream both = new PrintStream(out, true, StandardCharsets.UTF_8);
        assertThat(new CommandLineProgram(both, both, language).run("trust", "--data", data.toString()))
                .isNotZero();
        return out.toString(StandardCharsets.UTF_8);
    }
}
