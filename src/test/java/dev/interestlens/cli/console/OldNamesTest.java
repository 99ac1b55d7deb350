package dev.interestlens.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OldNamesTest {
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    private String today(String line) {
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        return String.join(" ", new OldNames(new Console(out, out, Locale.ENGLISH)).today(line.split(" ")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bench --json | doctor --speed --json | \"bench\" is now \"doctor --speed\".",
                "resume --run r | train --run r | \"resume\" is now \"train\".",
                "verify din.zip --run r | doctor din.zip --run r | \"verify\" is now \"doctor\".",
                "latency --run r --pareto --users 4 | pareto --run r --users 4 | \"latency --pareto\" is now \"pareto\".",
                "fidelity --run r --view categories --out o | categories --run r --out o | \"fidelity --view categories\" is now \"categories\".",
                "fidelity --view=categories --run r | categories --run r | \"fidelity --view categories\" is now \"categories\".",
                "doctor --model m.onnx --data d | doctor m.onnx --data d | \"doctor --model FILE\" is now \"doctor FILE\".",
                "doctor --data d --model=m.onnx | doctor --data d m.onnx | \"doctor --model FILE\" is now \"doctor FILE\"."
            })
    void anOldNameSaysTheNewOne(String old, String now, String words) {
        assertThat(today(old)).isEqualTo(now);
        assertThat(said.toString(StandardCharsets.UTF_8)).isEqualToIgnoringNewLines(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "train --run r | train --run r",
                "doctor | doctor",
                "latency --run r | latency --run r",
                "fidelity --run r --view gates | fidelity --run r --view gates",
                "doctor d | doctor d",
                "serve --stdio --run r | serve --run r",
                "schema verify | schema doctor"
            })
    void nothingIsSaidOfTodaysNames(String line, String now) {
        assertThat(today(line)).isEqualTo(now);
        assertThat(said.size()).isZero();
    }
}
