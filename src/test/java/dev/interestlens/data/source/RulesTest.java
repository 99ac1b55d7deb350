package dev.interestlens.data.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.interestlens.data.DatasetInfo.Finding;
import dev.interestlens.data.Field;
import dev.interestlens.data.FieldScale;
import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.Schema;
import dev.interestlens.data.source.prepare.Sources;
import dev.interestlens.store.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules leave sound rows out, and the audit says how many and where. */
class RulesTest {

    @TempDir
    private Path folder;

    private PreparedDataset prepare(String text, String... settings) throws IOException {
        Path file = Files.writeString(folder.resolve("log.csv"), text);
        PrepareOptions options = PrepareOptions.defaults();
        for (String setting : settings) {
            options = options.with(setting.split("=")[0], setting.split("=", 2)[1]);
        }
        return Sources.prepare(List.of(file), options, folder.resolve("out"), Progress.none());
    }

    @Test
    void theCoreIsWhatIsLeftWhenNothingFewIsLeft() throws IOException {
        // c and z fall first; then b has one event, and with it y.
        String log = "user,item,time\na,x,1\na,w,2\nd,x,3\nd,w,4\nb,y,5\nb,z,6\nc,y,7\n";
        try (PreparedDataset data = prepare(log, "core=2")) {
            assertThat(data.users()).isEqualTo(2);
            assertThat(data.items()).isEqualTo(2);
            assertThat(data.events()).isEqualTo(4);
            assertThat(data.info().rejected()).containsExactly(new Finding("core", 3, "log.csv", List.of(6L, 7L, 8L)));
            assertThat(data.info().origin().settings()).containsEntry("core", "2");
        }
    }

    @Test
    void aHeaderWithinTheLogIsNoRow() throws IOException {
        try (PreparedDataset data = prepare("user,item\na,x\nuser,item\nb,y\na,y\n")) {
            assertThat(data.users()).isEqualTo(2);
            assertThat(data.info().rejected()).containsExactly(new Finding("headerAgain", 1, "log.csv", List.of(3L)));
        }
    }

    @Test
    void whatStandsForAMissingCategoryHidesNoneThatAnotherRowKnows() throws IOException {
        String log = "user,item,time,category\na,x,1,null\na,y,2,NaN\nb,x,3,shoes\nb,NULL,4,hats\n";
        try (PreparedDataset data = prepare(log)) {
            assertThat(data.schema().hasCategory()).isTrue();
            assertThat(data.categoryName(data.itemField(Schema.CATEGORY, data.itemOf("x"), 0)))
                    .isEqualTo("shoes");
            assertThat(data.info().notes())
                    .extracting(Finding::reason, Finding::count)
                    .contains(tuple("itemsWithoutCategory", 1L), tuple("itemsNamedMissing", 1L));
        }
    }

    @Test
    void idsThatASpreadsheetRoundedAreTold() throws IOException {
        String log = "user,item,time\n1.23457E+14,x,1\n1.23457E+14,y,2\n4e5,x,3\n1.5,y,4\n";
        try (PreparedDataset data = prepare(log)) {
            assertThat(data.info().notes())
                    .extracting(Finding::reason, Finding::count)
                    .contains(tuple("usersRounded", 1L))
                    .doesNotContain(tuple("itemsRounded", 0L));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "Unknown", "anonymous", "None", "匿名"})
    void aUserThatStandsForManyIsTold(String nobody) throws IOException {
        String log = "user,item,time\n" + nobody + ",x,1700000001\nu1,x,1700000002\n";
        try (PreparedDataset data = prepare(log)) {
            assertThat(data.info().notes()).contains(new Finding("usersNamedMissing", 1, "", List.of(), nobody));
        }
    }

    @Test
    void idsThatAFloatingPointColumnRoundedAreTold() throws IOException {
        String log = "user,item,time\n9007199254740992.0,x,1700000001\n90071992547.0,9007199254740992,1700000002\n";
        try (PreparedDataset data = prepare(log)) {
            assertThat(data.info().notes())
                    .extracting(Finding::reason, Finding::count, Finding::example)
                    .contains(tuple("usersRounded", 1L, "9007199254740992.0"));
            assertThat(data.info().notes()).extracting(Finding::reason).doesNotContain("itemsRounded");
        }
    }

    @Test
    void rowsThatMayBeReturnsAreTold() throws IOException {
        String log = IntStream.range(0, 60)
                .mapToObj(
                        n -> "u" + n % 7 + ",i" + n % 11 + "," + (1_700_000_000 + n) + "," + (n % 10 == 0 ? -1 : n % 4))
                .collect(Collectors.joining("\n", "user,item,time,quantity\n", "\n"));
        try (PreparedDataset data = prepare(log)) {
            assertThat(data.info().notes()).contains(new Finding("mayBeReturns", 1, "quantity", List.of(), "-1"));
        }
    }

    @Test
    void contradictingTitlesOfAnItemAreCounted() throws IOException {
        String log = "user,item,time,title\na,x,1,Shoe\na,y,2,Hat\nb,x,3,Red shoe\nb,z,4,\nc,z,5,Coat\n";
        try (PreparedDataset data = prepare(log)) {
            assertThat(data.info().notes())
                    .contains(new Finding("severalValues", 1, "title", List.of(), "x: Red shoe, Shoe"));
            assertThat(data.itemText(data.itemOf("x"), Locale.ENGLISH)).isEqualTo("Shoe");
        }
    }

    @Test
    void filesThatAreLogsWithOtherColumnsAreNamed() throws IOException {
        Path several = Files.createDirectory(folder.resolve("several"));
        Files.writeString(several.resolve("a.csv"), "user,item,time\na,x,1700000000\n");
        Files.writeString(several.resolve("b.csv"), "user,item,time\nb,y,1700000001\n");
        Files.writeString(several.resolve("c.csv"), "item,user,time\nz,c,1700000002\n");
        try (PreparedDataset data =
                Sources.prepare(List.of(several), PrepareOptions.defaults(), folder.resolve("out"), Progress.none())) {
            assertThat(data.events()).isEqualTo(2);
            assertThat(data.info().notes()).contains(new Finding("fileUnlike", 1, "c.csv", List.of()));
        }
    }

    @Test
    void numbersKeepTheirValuesAndGetAScaleOfTheirUsualOnes() throws IOException {
        StringBuilder log = new StringBuilder("user,item,time,price,hour\n");
        List<String> odd = List.of("NaN", "inf", "1e400", "-1e30");
        for (int k = 0; k < 104; k++) {
            String price = k < 100 ? String.valueOf(100_000 + 1_000 * k) : odd.get(k - 100);
            log.append("u" + k % 9 + ",i" + k + "," + k + "," + price + "," + k / 2.0 + "\n");
        }
        Path file = Files.writeString(folder.resolve("numbers.csv"), log);
        PrepareOptions options = PrepareOptions.defaults()
                .withMapping(Map.of(
                        "user", "user", "item", "item", "time", "time", "item.price", "price", "context.hour", "hour"));
        try (PreparedDataset data = Sources.prepare(List.of(file), options, folder.resolve("out"), Progress.none())) {
            assertThat(data.schema().itemNumbers())
                    .extracting(Field::scale)
                    .containsExactly(new FieldScale(109_000, 189_000));
            assertThat(data.schema().contextNumbers().get(0).scale().high()).isBetween(45f, 48f);
            assertThat(data.itemNumber(0, data.itemOf("i7"))).isEqualTo(107_000);
            assertThat(data.itemNumber(0, data.itemOf("i100"))).isZero();
            assertThat(data.itemNumber(0, data.itemOf("i103"))).isEqualTo(-1e30f);
            assertThat(FieldScale.scaled(
                            new float[] {149_000, 189_000, -1e30f, 1e30f, 109_000},
                            data.schema().itemNumbers()))
                    .containsExactly(0, 1, -5, 5, -1);
            assertThat(data.info().notes()).contains(new Finding("numberMissing", 3, "items.field.price", List.of()));
        }
    }

    @Test
    void aShareOfTheUsersKeepsTheSameUsersWhateverElseTheLogHolds() throws IOException {
        StringBuilder log = new StringBuilder("user,item,time\n");
        IntStream.range(0, 2000).forEach(k -> log.append("u" + k % 1000 + ",x" + k % 7 + "," + k + "\n"));
        List<String> kept;
        try (PreparedDataset data = prepare(log.toString(), "users.share=0.1", "users.seed=3")) {
            kept = IntStream.range(0, data.users()).mapToObj(data::userKey).toList();
            assertThat(data.users()).isBetween(70, 130);
            assertThat(data.events()).isEqualTo(2L * data.users());
            assertThat(data.info().rejected()).extracting(Finding::reason).containsExactly("usersLeftOut");
            assertThat(data.info().rejected().get(0).count()).isEqualTo(2000 - data.events());
            assertThat(data.info().origin().settings())
                    .containsEntry("users.share", "0.1")
                    .containsEntry("users.seed", "3");
        }
        Sources.prepare(
                        List.of(Files.writeString(folder.resolve("more.csv"), log + "new,z,5\nu1,z,6\n")),
                        PrepareOptions.defaults().with("users.share", "0.5").with("users.seed", "3"),
                        folder.resolve("half"),
                        Progress.none())
                .close();
        try (PreparedDataset half = PreparedDataset.open(folder.resolve("half"))) {
            assertThat(kept).allMatch(user -> half.userOf(user) >= 0);
        }
    }

    @Test
    void aShareOfNoUsersIsRefused() {
        for (String share : List.of("0", "1.5", "-1", "NaN", "")) {
            assertThatThrownBy(() -> PrepareOptions.defaults().with("users.share", share))
                    .isInstanceOf(ProblemException.class);
        }
    }

    @Test
    void aRuleAboutAColumnThatTheLogDoesNotHaveIsRefused() throws IOException {
        Path log = Files.writeString(folder.resolve("plain.csv"), "user,item,time\nu,x,1700000001\n");
        for (String[] rule : new String[][] {
            {"minimumRating", "4", "no column of ratings"},
            {"minimumLabel", "4", "neither a label nor a rating"},
            {"eventTypes", "buy", "no column with the types of events"}
        }) {
            PrepareOptions options = PrepareOptions.defaults().with(rule[0], rule[1]);
            assertThatThrownBy(() -> Sources.prepare(List.of(log), options, folder.resolve(rule[0]), Progress.none()))
                    .hasMessageContaining(rule[2]);
        }
    }

    @Test
    void aFileThatIsGivenTwiceIsRefused() throws IOException {
        Path log = Files.writeString(folder.resolve("log.csv"), "user,item,time\nu,x,1700000001\n");
        for (List<Path> twice : List.of(List.of(log, folder.resolve("./log.csv")), List.of(folder, log))) {
            assertThatThrownBy(() -> Sources.prepare(
                            twice, PrepareOptions.defaults(), folder.resolveSibling("twice"), Progress.none()))
                    .hasMessageContaining("log.csv is given twice");
        }
    }

    @Test
    void aCoreThatLeavesNothingIsRefused() {
        assertThatThrownBy(() -> prepare("user,item,time\na,x,1\nb,y,2\n", "core=3"))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.problem().what(Locale.ENGLISH))
                                .isEqualTo("The rules leave none of the rows of log.csv: 2 were left out."));
    }

    @Test
    void duplicatesThatARuleDropsAreNamedByLine() throws IOException {
        try (PreparedDataset data = prepare("user,item,time\na,x,1\na,x,1\na,y,2\na,x,1\n", "dropDuplicates=true")) {
            assertThat(data.events()).isEqualTo(2);
            assertThat(data.info().rejected())
                    .containsExactly(new Finding("duplicatesDropped", 2, "log.csv", List.of(3L, 5L)));
        }
    }

    @Test
    void timesFarFromAllOthersAreDroppedByARule() throws IOException {
        StringBuilder log = new StringBuilder("user,item,time\n");
        IntStream.range(0, 500).forEach(k -> log.append("a,x")
                .append(k)
                .append(',')
                .append(1_500_000_000 + k * 1000)
                .append('\n'));
        try (PreparedDataset data = prepare(log + "a,y,-5\n", "dropFarTimes=true")) {
            assertThat(data.events()).isEqualTo(500);
            assertThat(data.info().times().firstTime()).isEqualTo(1_500_000_000);
            assertThat(data.info().rejected())
                    .containsExactly(new Finding("outsideYears", 1, "log.csv", List.of(502L), "-5"));
        }
    }

    @Test
    void datesThatCouldBeReadTwoWaysAreAskedUntilAWayIsChosen() throws IOException {
        String log = "user,item,time\na,x,03/04/2020\na,y,05/06/2020\n";
        assertThatThrownBy(() -> prepare(log))
                .hasMessageContaining("03/04/2020 = 2020-03-04 (%m/%d/%Y), 2020-04-03 (%d/%m/%Y)")
                .hasMessageContaining("--set time=%m/%d/%Y, --set time=%d/%m/%Y");
        try (PreparedDataset data = prepare(log, "time=%d/%m/%Y")) {
            assertThat(data.info().times().firstTime()).isEqualTo(1585872000); // 3 April
        }
    }

    @Test
    void aUnitOfTimeCanBeChosen() throws IOException {
        try (PreparedDataset data = prepare("user,item,time\na,x,5000\na,y,7000\n", "time=milliseconds")) {
            assertThat(data.info().times().lastTime()).isEqualTo(7);
        }
    }

    @Test
    void settingsGoThereAndBackAndAWrongOneIsRefusedWithTheNearest() {
        PrepareOptions options = PrepareOptions.defaults().with("core", "5").with("minimumRating", "4");
        assertThat(options.settings()).isEqualTo(Map.of("core", "5", "minimumRating", "4.0"));
        assertThatThrownBy(() -> options.with("minimumRaitng", "4"))
                .hasMessageContaining("the nearest is minimumRating");
        assertThatThrownBy(() -> options.with("dropDuplicates", "perhaps"))
                .hasMessageContaining("cannot be \"perhaps\"");
    }
}
