package dev.interestlens.data.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.entry;

import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.source.prepare.Preview;
import dev.interestlens.data.source.prepare.Sources;
import dev.interestlens.data.source.role.ColumnGuess;
import dev.interestlens.data.source.role.ReasonKind;
import dev.interestlens.store.Problem;
import dev.interestlens.store.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreviewTest {

    @TempDir
    private Path folder;

    /** What follows from two columns that a person chose is no choice of the person. */
    @Test
    void guessesStayGuessesBesideChosenColumns() throws IOException {
        StringBuilder text = new StringBuilder("a,b,at,kind,device\n");
        for (int row = 0; row < 600; row++) {
            int item = row * 7 % 60;
            text.append('p')
                    .append(row % 50)
                    .append(",t")
                    .append(item)
                    .append(",2023-0")
                    .append(1 + row % 9);
            text.append("-1")
                    .append(row % 10)
                    .append(" 10:00:00,k")
                    .append(item % 3)
                    .append(",d")
                    .append(row % 2);
            text.append('\n');
        }
        Path log = Files.writeString(folder.resolve("chosen.csv"), text);
        PrepareOptions answered = PrepareOptions.defaults().with("user", "b").with("item", "a");
        ColumnMapping all =
                Preview.of(List.of(log), answered).tables().get(0).assignment().mapping();
        List<ColumnGuess> again = Preview.of(
                        List.of(log), PrepareOptions.defaults().withMapping(all))
                .tables()
                .get(0)
                .assignment()
                .told()
                .columns();
        assertThat(again)
                .filteredOn(each -> each.why().kind() == ReasonKind.GIVEN)
                .extracting(ColumnGuess::column)
                .containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void rolesAreGuessedFromTheNamesOfColumns() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), "买家;商品编号;下单时间\n张三;A1;2024-01-01\n");

        Preview.Table table =
                Preview.of(List.of(file), PrepareOptions.defaults()).tables().get(0);

        assertThat(table.separator()).isEqualTo(";");
        assertThat(table.assignment().mapping().written())
                .containsEntry("user", "买家")
                .containsEntry("item", "商品编号")
                .containsEntry("time", "下单时间");
        assertThat(table.rows()).containsExactly(List.of("张三", "A1", "2024-01-01"));
    }

    @Test
    void aRowIsToldByTheTitleOfItsItemWhereTheItemStandsFarDownInItsFile() throws IOException {
        StringBuilder movies = new StringBuilder();
        for (int item = 0; item < 2_000; item++) {
            movies.append(item).append("::Film ").append(item).append("::Drama\n");
        }
        Files.writeString(folder.resolve("movies.dat"), movies);
        Files.writeString(folder.resolve("ratings.dat"), "1::1999::7::1365029107\n");

        List<ToldRow> told = Preview.of(List.of(folder), PrepareOptions.defaults())
                .tables()
                .get(0)
                .examples();

        assertThat(told).extracting(ToldRow::item).containsExactly("Film 1999");
    }

    @Test
    void twoColumnsOfOneNameAreAsked() throws IOException {
        Path file =
                Files.writeString(folder.resolve("a.csv"), "user,item,time,item\nu,1,1700000000,a\nu,2,1700000001,b\n");
        List<Path> source = List.of(file);
        Problem problem = catchThrowableOfType(
                        ProblemException.class,
                        () -> Sources.prepare(
                                source, PrepareOptions.defaults(), folder.resolve("out"), Progress.none()))
                .problem();

        assertThat(problem.text(Locale.ENGLISH)).isEqualTo("""
            a.csv has 2 columns that could be the item: item (2), item_ (4).
            a.csv  "item"
            Nothing was imported.
            Say which one is meant; the second of two equal names has a _ behind it: --map user=user,item=item,time=time, --map user=user,item=item_,time=time\
            """);
        Preview.Table table =
                Preview.of(source, PrepareOptions.defaults()).tables().get(0);
        assertThat(table.assignment().mapping().written()).containsOnlyKeys("user", "time");
        assertThat(table.assignment().unclear()).containsExactly("item", "item_");
        PrepareOptions chosen =
                PrepareOptions.defaults().withMapping(Map.of("user", "user", "item", "item_", "time", "time"));
        assertThat(Preview.of(source, chosen).tables().get(0).assignment().unclear())
                .isEmpty();
        try (PreparedDataset data = Sources.prepare(source, chosen, folder.resolve("out"), Progress.none())) {
            assertThat(data.itemKey(data.itemOf("a"))).isEqualTo("a");
        }
    }

    @ParameterizedTest
    @CsvSource({"bought_at,time", "OrderDate,time", "浏览时间,time", "watch_time,", "release_date,"})
    void theTimeIsThatOfAnEventAndNotADuration(String column, String role) throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), "customer,product," + column + "\nu,i,2024-01-01\n");

        Preview.Table table =
                Preview.of(List.of(file), PrepareOptions.defaults()).tables().get(0);

        assertThat(table.assignment().mapping().written().get("time")).isEqualTo(role == null ? null : column);
    }

    @Test
    void namesThatAreMadeOfPartsAreUnderstood() throws IOException {
        Path file = Files.writeString(
                folder.resolve("a.csv"),
                "ordered_when,client_no,article,group_name,bought_yn,client_age\n2024-01-01,u,i,c,1,34\n");

        Preview.Table table =
                Preview.of(List.of(file), PrepareOptions.defaults()).tables().get(0);

        assertThat(table.assignment().mapping().written())
                .containsOnly(
                        entry("user", "client_no"),
                        entry("item", "article"),
                        entry("time", "ordered_when"),
                        entry("category", "group_name"),
                        entry("label", "bought_yn"));
    }

    @Test
    void aTableWeDoNotUnderstandIsShownAllTheSame() throws IOException {
        Path file = Files.writeString(folder.resolve("a.tsv"), "17\tx\n18\ty\n");

        Preview preview = Preview.of(List.of(file), PrepareOptions.defaults());

        assertThat(preview.format()).isEmpty();
        assertThat(preview.tables().get(0).columns()).containsExactly("column1", "column2");
    }

    private Problem refused(Path source) {
        return catchThrowableOfType(
                        ProblemException.class, () -> Preview.of(List.of(source), PrepareOptions.defaults()))
                .problem();
    }

    @Test
    void aPictureIsSaidToBeNoTextWhateverItsName() throws IOException {
        byte[] bytes = new byte[4000];
        new Random(5).nextBytes(bytes);
        Path file = Files.write(folder.resolve("picture.csv"), bytes);

        assertThat(refused(file).key()).isEqualTo("notText");
        assertThat(refused(file).fix(Locale.ENGLISH)).doesNotContain("--");
    }

    @Test
    void aFolderWithoutATableNamesItsFiles() throws IOException {
        Files.writeString(folder.resolve("readme.md"), "# hello");
        Files.write(folder.resolve("photo.jpg"), new byte[] {1, 2, 3});

        assertThat(refused(folder).what(Locale.ENGLISH)).contains("photo.jpg, readme.md");
    }

    @Test
    void anEmptyFolderIsSaidToBeEmpty() {
        assertThat(refused(folder).key()).isEqualTo("emptyFolder");
    }
}
