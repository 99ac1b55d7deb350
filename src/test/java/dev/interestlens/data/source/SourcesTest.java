package dev.interestlens.data.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interestlens.data.DatasetInfo.Finding;
import dev.interestlens.data.Field;
import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.source.file.Duck;
import dev.interestlens.data.source.prepare.Sources;
import dev.interestlens.store.ProblemException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourcesTest {

    @TempDir
    private Path folder;

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private PreparedDataset prepare(PrepareOptions options, Path... sources) {
        return Sources.prepare(List.of(sources), options, folder.resolve("out"), Progress.none());
    }

    private PreparedDataset prepare(Path... sources) {
        return prepare(PrepareOptions.defaults(), sources);
    }

    private void movieLens() throws IOException {
        write(
                "ratings.csv",
                "userId,movieId,rating,timestamp\r\n10,7,4.0,300\r\n10,5,3.0,100\r\n9,5,1.0,50\r\n10,6,5.0,100\r\n");
        write(
                "movies.csv",
                "movieId,title,genres\r\n5,\"Day, The\",Drama|Comedy\r\n"
                        + "6,\"11'09\"\"01\",(no genres listed)\r\n7,Fantômas,Comedy\r\n8,Unseen,War\r\n");
        write("links.csv", "movieId,imdbId,tmdbId\r\n5,0114709,\r\n");
    }

    @Test
    void movieLensIsRecognisedByItsColumns() throws IOException {
        movieLens();
        try (PreparedDataset data = prepare(folder)) {
            assertThat(data.info().origin().format()).isEqualTo("movielens-latest");
            assertThat(data.users()).isEqualTo(2);
            assertThat(data.items()).isEqualTo(3);
            assertThat(data.events()).isEqualTo(4);
        }
    }

    @Test
    void eventsAreSortedByUserTimeAndInputOrder() throws IOException {
        movieLens();
        try (PreparedDataset data = prepare(folder)) {
            int user = data.userOf("10");
            long first = data.firstEvent(user);

            assertThat(data.endEvent(user) - first).isEqualTo(3);
            assertThat(Stream.of(0, 1, 2).map(k -> data.itemKey(data.eventItem(first + k))))
                    .containsExactly("5", "6", "7");
            assertThat(Stream.of(0, 1, 2).map(k -> data.eventTime(first + k))).containsExactly(100L, 100L, 300L);
            assertThat(Stream.of(0, 1, 2).map(k -> data.eventOrder(first + k))).containsExactly(1, 3, 0);
            assertThat(data.info().audit().ties()).isEqualTo(2);
        }
    }

    @Test
    void severalCategoriesAreKeptAndNoGenreIsMissing() throws IOException {
        movieLens();
        try (PreparedDataset data = prepare(folder)) {
            Field category = data.schema().itemFields().get(1);
            int both = data.itemOf("5");

            assertThat(category.width()).isEqualTo(2);
            assertThat(data.info().counts().categories()).isEqualTo(2);
            assertThat(data.categoryName(data.itemField(1, both, 0))).isEqualTo("Drama");
            assertThat(data.categoryName(data.itemField(1, both, 1))).isEqualTo("Comedy");
            assertThat(data.itemField(1, data.itemOf("6"), 0)).isEqualTo(Field.UNKNOWN);
            assertThat(data.itemTitle(data.itemOf("6"), Locale.ENGLISH)).isEqualTo("11'09\"01");
            assertThat(data.itemTitle(data.itemOf("7"), Locale.CHINESE)).isEqualTo("Fantômas");
        }
    }

    @Test
    void itemsWithoutEventsAreCountedAndLeftOut() throws IOException {
        movieLens();
        try (PreparedDataset data = prepare(folder)) {
            assertThat(data.itemOf("8")).isEqualTo(Field.UNKNOWN);
            assertThat(data.info().notes()).contains(new Finding("itemsWithoutEvents", 1, "movies.csv", List.of()));
        }
    }

    @Test
    void anUnclosedQuoteIsNamedWithItsLine() throws IOException {
        StringBuilder text = new StringBuilder("user,item,time\n");
        for (int line = 2; line <= 40; line++) {
            text.append(line == 17 ? "u1,\"broken,5\n" : "u1,\"i" + line + "\"," + line + "\n");
        }
        Path file = write("log.csv", text.toString());

        assertThatThrownBy(() -> prepare(file)).isInstanceOfSatisfying(ProblemException.class, e -> {
            assertThat(e.problem().place()).isEqualTo("log.csv:17:2");
            assertThat(e.problem().kind().exitCode()).isEqualTo(3);
            assertThat(e.problem().fix(Locale.ENGLISH)).contains("line 17");
        });
        assertThat(folder).isDirectoryNotContaining(path -> path.toString().contains("out"));
    }

    @Test
    void anUnclosedQuoteWithoutAnyOtherIsNamedToo() throws IOException {
        Path file = write("log.csv", "user,item,time\nu1,a,1\nu1,\"b,2\nu1,c,3\n");

        assertThatThrownBy(() -> prepare(file)).isInstanceOfSatisfying(ProblemException.class, e -> assertThat(
                        e.problem().place())
                .isEqualTo("log.csv:3:2"));
    }

    @Test
    void rejectedRowsKeepTheirLineAndReason() throws IOException {
        Path file = write(
                "log.csv", "user,item,time\nu1,a,1\n\nu1,\"b\nb\",2\nu1,c\nu2,,4\nu2,d,soon\nu2,e,6\nu2,f,7\nu2,g,8\n");
        PrepareOptions options = generous();
        try (PreparedDataset data = prepare(options, file)) {
            assertThat(data.events()).isEqualTo(5);
            assertThat(data.info().rejected())
                    .containsExactlyInAnyOrder(
                            new Finding("tooFewValues", 1, "log.csv", List.of(6L)),
                            new Finding("noItem", 1, "log.csv", List.of(7L)),
                            new Finding("noTime", 1, "log.csv", List.of(8L)));
            assertThat(folder.resolve("out/rejected.csv")).content().contains("\"log.csv\",6,tooFewValues,\"u1,c\"");
        }
    }

    private static PrepareOptions generous() {
        return PrepareOptions.defaults().with("rejectShare", "0.9").with("threads", "2");
    }

    @Test
    void tooManyRejectedRowsStopTheImport() throws IOException {
        Path file = write("log.csv", "user,item,time\nu1,a,1\nu1,b,x\nu1,c,y\n");

        assertThatThrownBy(() -> prepare(file))
                .hasMessageContaining(
                        "2 rows of log.csv have no time that can be read as seconds; the first is \"x\" in line 3");
    }

    @Test
    void aMappingNamesTheColumnsOfAnyTable() throws IOException {
        Path file = write(
                "shop.txt",
                "who;what;when;kind;colour;age\n"
                        + "a;x;2024-01-31 10:00:00;k1;red;31\n"
                        + "a;y;2024-02-01 10:00:00;k2;blue;31\n");
        PrepareOptions options = PrepareOptions.defaults()
                .withMapping(Map.of(
                        "user",
                        "who",
                        "item",
                        "what",
                        "time",
                        "when",
                        "category",
                        "kind",
                        "item.colour",
                        "colour",
                        "user.age",
                        "age",
                        "context.when",
                        "when"));
        try (PreparedDataset data = prepare(options, file)) {
            assertThat(data.schema().itemFields())
                    .extracting(Field::name)
                    .containsExactly("item", "category", "colour");
            assertThat(data.schema().userFields()).extracting(Field::name).containsExactly("age");
            assertThat(data.schema().contextFields()).extracting(Field::name).containsExactly("when");
            assertThat(data.eventTime(0)).isEqualTo(1706695200L);
            assertThat(data.itemValue(2, data.itemField(2, data.itemOf("x"), 0)))
                    .isEqualTo("red");
            assertThat(data.userValue(0, data.userField(0, 0, 0))).isEqualTo("31");
            assertThat(data.contextField(0, 1)).isEqualTo(3);
        }
    }

    @Test
    void columnsWithoutUserAndItemAddToWhatIsRecognised() throws IOException {
        StringBuilder text = new StringBuilder("user_id,item_id,when_done,genre,shelf\n");
        for (int k = 0; k < 60; k++) {
            text.append("u" + k % 5 + ",x" + k % 7 + ",2023-W" + (10 + k % 40) + "-1,g" + k % 7 % 3 + ",s" + k % 7 % 2
                    + "\n");
        }
        Path file = write("log.csv", text.toString());
        PrepareOptions wrong = PrepareOptions.defaults().withColumns(Map.of("time", "when"));
        assertThatThrownBy(() -> prepare(wrong, file)).hasMessageContaining("\"when_done\"");
        PrepareOptions nobody = PrepareOptions.defaults().withColumns(Map.of("user", "person"));
        assertThatThrownBy(() -> prepare(nobody, file)).hasMessageContaining("\"user_id\"");

        Map<String, String> named = new LinkedHashMap<>();
        named.put("category", "shelf");
        named.put("time", "when_done");
        PrepareOptions options = PrepareOptions.defaults().withColumns(named).with("time", "%G-W%V-%u");
        try (PreparedDataset data = prepare(options, file)) {
            assertThat(data.info().times().timed()).isTrue();
            assertThat(data.eventTime(0)).isEqualTo(1_678_060_800);
            assertThat(data.info().origin().settings())
                    .containsEntry("map.log.csv.user", "user_id")
                    .containsEntry("map.log.csv.item", "item_id")
                    .containsEntry("map.log.csv.category", "shelf")
                    .containsEntry("map.log.csv.item.genre", "genre");
        }
    }

    @Test
    void aColumnThatIsNotThereIsRefusedWithTheOnesThatAre() throws IOException {
        Path file = write("log.csv", "user,item,time\nu1,a,1\n");
        PrepareOptions options = PrepareOptions.defaults().withMapping(Map.of("user", "person", "item", "item"));

        assertThatThrownBy(() -> prepare(options, file)).hasMessageContaining("\"item\", \"time\", \"user\"");
    }

    @Test
    void chineseTablesInGb18030AreRead() throws IOException {
        Path file = folder.resolve("日志.csv");
        Files.write(file, "用户,商品,时间,类目\n甲,键盘,1700000000,外设\n甲,鼠标,1700000100,外设\n".getBytes(Charset.forName("GB18030")));
        try (PreparedDataset data = prepare(file)) {
            assertThat(data.info().origin().settings()).containsEntry("encoding", "GB18030");
            assertThat(data.itemKey(data.eventItem(0))).isEqualTo("键盘");
            assertThat(data.categoryName(2)).isEqualTo("外设");
        }
    }

    @Test
    void utf16WithAMarkIsRead() throws IOException {
        Path file = folder.resolve("log.csv");
        Files.write(file, "\uFEFFuser\titem\ttime\nu1\tä\t5\n".getBytes(StandardCharsets.UTF_16LE));
        try (PreparedDataset data = prepare(file)) {
            assertThat(data.itemKey(2)).isEqualTo("ä");
        }
    }

    @Test
    void sameInputGivesSameBytesWhateverTheThreads() throws IOException {
        movieLens();
        PrepareOptions two = generous();
        PrepareOptions one = generous().with("threads", "1");
        Path a = folder.resolve("a");
        Path b = folder.resolve("b");
        Sources.prepare(List.of(folder), one, a, Progress.none()).close();
        Sources.prepare(List.of(folder), two, b, Progress.none()).close();

        try (Stream<Path> files = Files.list(a)) {
            for (Path file : files.toList()) {
                assertThat(b.resolve(file.getFileName())).hasSameBinaryContentAs(file);
            }
        }
    }

    @Test
    void aCancelledImportLeavesNothing() throws IOException {
        movieLens();
        Progress cancelled = new Progress() {
            @Override
            public void at(String stage, double fraction) {}

            @Override
            public boolean cancelled() {
                return true;
            }
        };

        assertThatThrownBy(() ->
                        Sources.prepare(List.of(folder), PrepareOptions.defaults(), folder.resolve("out"), cancelled))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().kind().exitCode()).isEqualTo(130));
        assertThat(folder).isDirectoryNotContaining(path -> path.toString().contains("out"));
    }

    @Test
    void aRunningQueryIsBrokenOff() {
        AtomicBoolean cancelled = new AtomicBoolean();
        List<Runnable> actions = new ArrayList<>();
        Progress progress = new Progress() {
            @Override
            public void at(String stage, double fraction) {}

            @Override
            public boolean cancelled() {
                return cancelled.get();
            }

            @Override
            public Runnable watch(Runnable breakOff, DoubleSupplier fraction) {
                actions.add(breakOff);
                return () -> {};
            }
        };
        try (Duck duck = new Duck(folder, List.of(), PrepareOptions.defaults(), progress)) {
            Thread person = new Thread(() -> {
                cancelled.set(true);
                while (cancelled.get()) {
                    actions.forEach(Runnable::run);
                    Thread.onSpinWait();
                }
            });
            assertThatThrownBy(() -> {
                        person.start();
                        duck.run("CREATE TABLE t AS SELECT count(*) FROM range(100000000000)");
                    })
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            e -> assertThat(e.problem().key()).isEqualTo("cancelled"));
            cancelled.set(false);
        }
    }
}
