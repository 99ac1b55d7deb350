package dev.interestlens.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.cli.CommandLineProgram;
import dev.interestlens.cli.Parts;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** What is wrong with a command line is said in the language of the program, with values as a person writes them. */
class WrongUsageTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "generate --out D --kind wild | --kind: \"wild\" is not allowed. Allowed: mixed, brands, bag, drift, order,"
                        + " null, pair, fields, far. | --kind：不允许的值“wild”。允许：mixed, brands, bag, drift, order, null, pair,"
                        + " fields, far。",
                "generate --out D --users many | --users: \"many\" is not a whole number, or has too many digits. |"
                        + " --users：“many”不是整数，或位数太多。",
                "generate --out D --users 99999999999 | --users: \"99999999999\" is not a whole number, or has too many"
                        + " digits. | --users：“99999999999”不是整数，或位数太多。",
                "recommend --run A --diversity x | --diversity: \"x\" is not a number. | --diversity：“x”不是数字。",
                "latency --run R --length 10,x | --length: \"x\" is not a whole number, or has too many digits. |"
                        + " --length：“x”不是整数，或位数太多。",
                "generate --users 5 | Missing: --out=OUT | 缺少：--out=OUT",
                "train | Missing: --run=RUN | 缺少：--run=RUN",
                "inspect | Missing: DATASET | 缺少：DATASET",
                "generate --out | --out needs a value behind it. | --out 后面需要一个值。",
                "generate --out --users 5 | --out needs a value behind it. | --out 后面需要一个值。",
                "generate --out D --users 5 --users 6 | --users is given twice. | --users 给出了两次。",
                "generate --out D --userz 5 | interest-lens generate has no option --userz. Did you mean"
                        + " --users? | interest-lens generate 没有选项 --userz。您是否想写：--users？",
                "explain --run R --smaple 3 | interest-lens explain has no option --smaple. Did you mean"
                        + " --sample? | interest-lens explain 没有选项 --smaple。您是否想写：--sample？",
                "generate -x 5 | interest-lens generate has no option -x. | interest-lens generate 没有选项 -x。",
                "explain --run R 3 | Missing: --sample=SAMPLE | 缺少：--sample=SAMPLE",
                "inspect A B | \"B\" is one argument too many. | 多余的参数“B”。",
                "trian | There is no command trian. Did you mean train? | 没有命令 trian。您是否想写：train？",
                "explan | There is no command explan. Did you mean explain? | 没有命令 explan。您是否想写：explain？",
                "foo | There is no command foo. | 没有命令 foo。",
                "inspect A --json=5 | --json takes no value; it was given \"5\". | --json 不带值，却给出了“5”。",
                "prepare S --out D --map user | --map: \"user\" is not ROLE=COLUMN. | --map：“user”的写法不是 ROLE=COLUMN。"
            })
    void itIsSaidInBothLanguages(String line, String english, String chinese) {
        assertThat(said(Locale.ENGLISH, line.split(" "))).startsWith(english + "\n");
        assertThat(said(Locale.SIMPLIFIED_CHINESE, line.split(" "))).startsWith(chinese + "\n");
    }

    @Test
    void everyChoiceIsListedAsAPersonWritesIt() {
        List<String> names = new ArrayList<>();
        Console console = new Console(System.out, System.err, Locale.ENGLISH);
        for (CommandLine command : new CommandLine(new CommandLineProgram.Root(), new Parts(console))
                .getSubcommands()
                .values()) {
            for (OptionSpec option : command.getCommandSpec().options()) {
                Class<?> type = option.auxiliaryTypes()[0];
                if (type.isEnum()) {
                    String text = said(Locale.CHINESE, command.getCommandName(), option.longestName() + "=WRONG?");
                    List<String> known = Arrays.stream(type.getEnumConstants())
                            .map(each -> ((Enum<?>) each).name().toLowerCase(Locale.ROOT))
                            .toList();
                    assertThat(text)
                            .startsWith(option.longestName() + "：不允许的值“WRONG?”。允许：" + String.join(", ", known) + "。\n");
                    names.add(option.longestName());
                }
            }
        }
        assertThat(names).hasSizeGreaterThan(12);
    }

    private static String said(Locale language, String... line) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(err, true, StandardCharsets.UTF_8);
        assertThat(new CommandLineProgram(out, out, language).run(line)).isEqualTo(2);
        return err.toString(StandardCharsets.UTF_8);
    }
}
