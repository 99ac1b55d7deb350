package dev.interestlens.data.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interestlens.data.DatasetInfo.Finding;
import dev.interestlens.data.Field;
import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.source.prepare.Preview;
import dev.interestlens.data.source.prepare.Sources;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.zip.GZIPOutputStream;
import org.duckdb.DuckDBDriver;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every layout is recognised by what is in the folder. */
class LayoutsTest {

    @TempDir
    private Path temporary;

    private Path folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectory(temporary.resolve("source"));
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private void gzip(String name, String text) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve(name)))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private PreparedDataset prepare(String format) {
        PreparedDataset data =
                Sources.prepare(List.of(folder), PrepareOptions.defaults(), temporary.resolve("out"), Progress.none());
        assertThat(data.info().origin().format()).isEqualTo(format);
        return data;
    }

    private static String category(PreparedDataset data, String item) {
        return data.categoryName(data.itemField(1, data.itemOf(item), 0));
    }

    @Test
    void aLayoutWithColumnsOfItsOwnTakesNoOthers() throws IOException {
        write("ratings.dat", "1::12::7::1365029107\n2::12::3::1365029109\n");
        PrepareOptions options =
                PrepareOptions.defaults().with("format", "movielens-1m").withColumns(Map.of("item", "1"));
        assertThatThrownBy(() -> Sources.prepare(List.of(folder), options, temporary.resolve("out"), Progress.none()))
                .hasMessageContaining("movielens-1m has columns of its own");
    }

    @Test
    void movieTweetingsKeepsLeadingZerosAndEmptyGenres() throws IOException {
        write("ratings.dat", "1::0002844::7::1365029107\n1::12::8::1365029108\n2::0002844::3::1365029109\n");
        write("movies.dat", "0002844::Fantômas: \"I\" (1913)::Crime|Drama\n12::9:03 (2012)::\n");
        try (PreparedDataset data = prepare("movielens-1m")) {
            assertThat(data.itemTitle(data.itemOf("0002844"), Locale.ENGLISH)).isEqualTo("Fantômas: \"I\" (1913)");
            assertThat(category(data, "0002844")).isEqualTo("Crime");
            assertThat(data.itemField(1, data.itemOf("12"), 0)).isEqualTo(Field.UNKNOWN);
        }
    }

    @Test
    void titlesBesideTheOnlyChosenFileAreReadAndTold() throws IOException {
        write("ratings.csv", "userId,movieId,rating,timestamp\n1,10,4.0,978300760\n2,10,3.0,978300761\n");
        write("movies.csv", "movieId,title,genres\n10,Toy Story (1995),Animation\n");
        List<Path> chosen = List.of(folder.resolve("ratings.csv"));
        Preview preview = Preview.of(chosen, PrepareOptions.defaults());
        assertThat(preview.format()).isEqualTo("movielens-latest");
        assertThat(preview.tables().get(0).examples()).extracting(ToldRow::item).containsOnly("Toy Story (1995)");
    }

    @Test
    void movieLens1MHasUsersWithFields() throws IOException {
        write("ratings.dat", "1::10::5::978300760\n2::10::3::978300761\n");
        write("movies.dat", "10::Toy Story (1995)::Animation\n");
        write("users.dat", "1::F::1::10::48067\n2::M::56::16::70072\n");
        try (PreparedDataset data = prepare("movielens-1m")) {
            assertThat(data.schema().userFields())
                    .extracting(Field::name)
                    .containsExactly("gender", "age", "occupation");
            assertThat(data.userValue(0, data.userField(0, data.userOf("2"), 0)))
                    .isEqualTo("M");
        }
    }

    @Test
    void movieLens100KReadsItsFlagsInLatin1() throws IOException {
        write("u.data", "196\t242\t3\t881250949\n196\t1\t3\t881250950\n");
        String none = "|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0";
        String items =
                "242|Café (1997)|01-Jan-1997||http://x|0|1|1" + none + "\n1|Lost|01-Jan-1997||u|1|0|0" + none + "\n";
        Files.write(folder.resolve("u.item"), items.getBytes(StandardCharsets.ISO_8859_1));
        try (PreparedDataset data = prepare("movielens-100k")) {
            assertThat(data.itemTitle(data.itemOf("242"), Locale.ENGLISH)).isEqualTo("Café (1997)");
            assertThat(category(data, "242")).isEqualTo("Action");
            assertThat(data.categoryName(data.itemField(1, data.itemOf("242"), 1)))
                    .isEqualTo("Adventure");
            assertThat(data.itemField(1, data.itemOf("1"), 0)).isEqualTo(Field.UNKNOWN);
        }
    }

    @Test
    void theShopKeepsBothTitlesAndReadsNoCauses() throws IOException {
        write("events.csv", "user_id,item_id,timestamp\nu0,i1,1700000000\nu0,i0,1700000100\n");
        write(
                "items.csv",
                "item_id,category,domain,series,title,title_zh\ni0,Lens,Photo,Vista,A Lens,镜头\ni1,Tent,Camp,Nomad,Tent,帐篷\n");
        write("causes.csv", "user_id,seq,channel,trigger,support\nu0,1,C,0,0\n");
        try (PreparedDataset data = prepare("shop")) {
            assertThat(data.itemTitle(data.itemOf("i0"), Locale.CHINESE)).isEqualTo("镜头");
            assertThat(data.itemTitle(data.itemOf("i0"), Locale.ENGLISH)).isEqualTo("A Lens");
            assertThat(data.schema().itemFields()).extracting(Field::name).containsExactly("item", "category");
            assertThat(data.schema().userFields()).isEmpty();
        }
    }

    @Test
    void aFileOfUsersBesideAKnownLayoutIsReadAndOtherTablesAreTold() throws IOException {
        write("events.csv", "user_id,item_id,timestamp\nu0,i1,1700000000\nu0,i0,1700000100\n");
        write(
                "items.csv",
                "item_id,category,domain,series,title,title_zh\ni0,Lens,Photo,Vista,A Lens,镜头\ni1,Tent,Camp,Nomad,Tent,帐篷\n");
        StringBuilder users = new StringBuilder("user_id,city,job\n");
        for (int user = 0; user < 30; user++) {
            users.append("u" + user + ",c" + user % 4 + ",j" + user % 3 + "\n");
        }
        write("users.csv", users.toString());
        write("prices.csv", "a,b\n1,2\n");
        try (PreparedDataset data = prepare("shop")) {
            assertThat(data.schema().userFields()).extracting(Field::name).containsExactly("city", "job");
            assertThat(data.info().notes())
                    .filteredOn(note -> note.reason().equals("tableBeside"))
                    .extracting(Finding::file)
                    .containsExactly("prices.csv");
        }
    }

    @Test
    void amazon2014ReadsPythonLiterals() throws IOException {
        gzip(
                "reviews_Electronics_5.json.gz",
                "{\"reviewerID\": \"AO94DHGC771SJ\", \"asin\": \"0528881469\", \"overall\": 5.0, \"unixReviewTime\": 1370131200}\n"
                        + "{\"reviewerID\": \"AO94DHGC771SJ\", \"asin\": \"B00001\", \"overall\": 1.0, \"unixReviewTime\": 1370131300}\n");
        write(
                "meta_Electronics.json",
                "{'asin': '0528881469', 'title': \"Rand McNally's \\\"GPS\\\"\", 'price': 299.99, 'categories': [['Electronics', 'GPS & Navigation']]}\n"
                        + "{'asin': 'B00001', 'title': u'Kabel \\xe4', 'related': None, 'categories': [['Electronics'], ['Cables', 'USB']]}\n");
        try (PreparedDataset data = prepare("amazon")) {
            assertThat(category(data, "0528881469")).isEqualTo("GPS & Navigation");
            assertThat(category(data, "B00001")).isEqualTo("USB");
            assertThat(data.itemTitle(data.itemOf("0528881469"), Locale.ENGLISH))
                    .isEqualTo("Rand McNally's \"GPS\"");
            assertThat(data.itemTitle(data.itemOf("B00001"), Locale.ENGLISH)).isEqualTo("Kabel ä");
        }
    }

    @Test
    void amazon2018RatingsHaveTheItemFirst() throws IOException {
        write(
                "Electronics.csv",
                "0449819906,A1D4G1SNUZWQOT,5.0,1106697600\n0449819906,A3DDWDH9PX2YX2,2.0,1411862400\n");
        try (PreparedDataset data = prepare("amazon")) {
            assertThat(data.items()).isEqualTo(1);
            assertThat(data.users()).isEqualTo(2);
            assertThat(data.userOf("A1D4G1SNUZWQOT")).isNotNegative();
        }
    }

    @Test
    void amazon2018TakesTheLastOfTheCategoryPath() throws IOException {
        write(
                "Electronics_5.json",
                "{\"overall\": 5.0, \"reviewerID\": \"A1\", \"asin\": \"B1\", \"unixReviewTime\": 937612800}\n"
                        + "{\"overall\": 5.0, \"reviewerID\": \"A1\", \"asin\": \"B2\", \"unixReviewTime\": 937612801}\n");
        write(
                "meta_Electronics.json",
                "{\"category\": [\"Electronics\", \"Camera\"], \"title\": \"C\", \"asin\": \"B1\"}\n"
                        + "{\"category\": [\"Electronics\", \"Phone\"], \"title\": \"P\", \"asin\": \"B1\"}\n");
        try (PreparedDataset data = prepare("amazon")) {
            assertThat(category(data, "B1")).isEqualTo("Camera");
            assertThat(data.info().notes())
                    .contains(
                            new Finding("itemsRepeated", 1, "meta_Electronics.json", List.of()),
                            new Finding("itemsUndescribed", 1, "meta_Electronics.json", List.of()));
        }
    }

    @Test
    void amazon2023CountsMillisecondsAndJoinsOnTheParent() throws IOException {
        write(
                "All_Beauty.jsonl",
                "{\"rating\": 5.0, \"asin\": \"B0CHILD\", \"parent_asin\": \"B0PARENT\", \"user_id\": \"U1\", \"timestamp\": 1588687728923}\n");
        write(
                "meta_All_Beauty.jsonl",
                "{\"main_category\": \"All Beauty\", \"title\": \"Soap\", \"categories\": [], \"parent_asin\": \"B0PARENT\"}\n");
        try (PreparedDataset data = prepare("amazon")) {
            assertThat(data.eventTime(0)).isEqualTo(1588687728);
            assertThat(category(data, "B0PARENT")).isEqualTo("All Beauty");
        }
    }

    @Test
    void taobaoIsKnownByItsBehaviours() throws IOException {
        write("UserBehavior.csv", "1,2268318,2520377,pv,1511544070\n1,2333346,2520771,buy,1511561733\n");
        try (PreparedDataset data = prepare("taobao")) {
            assertThat(category(data, "2268318")).isEqualTo("2520377");
            assertThat(data.events()).isEqualTo(2);
        }
    }

    @Test
    void anEventTypeThatNoRowHasIsTold() throws IOException {
        Path log = Files.writeString(
                folder.resolve("log.csv"), "user,item,time,event\nu,a,1700000001,view\nu,b,1700000002,buy\n");
        PrepareOptions misspelt = PrepareOptions.defaults().with("eventTypes", "view, Buy");
        try (PreparedDataset data = Sources.prepare(List.of(log), misspelt, folder.resolve("typed"), Progress.none())) {
            assertThat(data.events()).isEqualTo(1);
            assertThat(data.info().notes())
                    .extracting(note -> Findings.text(note, Locale.ENGLISH))
                    .contains("No row is of the event type \"Buy\"; there are: buy, view");
        }
    }

    @Test
    void thatAllTypesOfEventsCountIsToldWhereNothingPartsThem() throws IOException {
        String rows = IntStream.range(0, 60)
                .mapToObj(n -> "u" + n % 7 + ",i" + n % 11 + "," + (1_700_000_000 + n)
                        + (n % 3 == 0 ? ",click,1\n" : ",impression,0\n"))
                .collect(Collectors.joining());
        Path log = Files.writeString(folder.resolve("log.csv"), "user,item,time,event_type,label\n" + rows);
        Map<String, String> columns = Map.of("user", "user", "item", "item", "time", "time", "event", "event_type");
        PrepareOptions all = PrepareOptions.defaults().withMapping(columns);

        assertThat(reasons(log, all)).contains("eventTypesAlike");
        assertThat(reasons(log, all.with("eventTypes", "click"))).doesNotContain("eventTypesAlike");
        assertThat(reasons(log, PrepareOptions.defaults())).doesNotContain("eventTypesAlike");
    }

    private List<String> reasons(Path log, PrepareOptions options) throws IOException {
        Path out = Files.createTempDirectory(temporary, "out").resolve("data");
        try (PreparedDataset data = Sources.prepare(List.of(log), options, out, Progress.none())) {
            return data.info().notes().stream().map(Finding::reason).toList();
        }
    }

    @Test
    void oneColumnIsNotBothUserAndItem() throws IOException {
        Path log = Files.writeString(folder.resolve("log.csv"), "who,what,time\nu,a,1700000001\n");
        PrepareOptions mapped =
                PrepareOptions.defaults().withMapping(Map.of("user", "who", "item", "who", "time", "time"));
        assertThatThrownBy(() -> Sources.prepare(List.of(log), mapped, folder.resolve("one"), Progress.none()))
                .hasMessageContaining("cannot be both");
    }

    @Test
    void eventTypesThatDoNotCountAreLeftOutByARule() throws IOException {
        write("UserBehavior.csv", "1,2268318,2520377,pv,1511544070\n1,2333346,2520771,buy,1511561733\n");
        PrepareOptions onlyBuy = PrepareOptions.defaults().with("eventTypes", "buy, cart");
        try (PreparedDataset data =
                Sources.prepare(List.of(folder), onlyBuy, temporary.resolve("out"), Progress.none())) {
            assertThat(data.events()).isEqualTo(1);
            assertThat(data.info().rejected())
                    .containsExactly(new Finding("eventType", 1, "UserBehavior.csv", List.of(1L)));
        }
    }

    @Test
    void recBoleFilesHaveTypedHeaders() throws IOException {
        write(
                "ml.inter",
                "user_id:token\titem_id:token\trating:float\ttimestamp:float\n1\t10\t4\t881250949\n2\t11\t3\t881250950\n");
        write(
                "ml.item",
                "item_id:token\tmovie_title:token_seq\trelease_year:token\tclass:token_seq\n10\tToy Story\t1995\tAnimation Comedy\n");
        write("ml.user", "user_id:token\tage:token\tgender:token\tzip_code:token\n1\t24\tM\t85711\n2\t53\tF\t94043\n");
        try (PreparedDataset data = prepare("recbole")) {
            assertThat(category(data, "10")).isEqualTo("Animation");
            assertThat(data.categoryName(data.itemField(1, data.itemOf("10"), 1)))
                    .isEqualTo("Comedy");
            assertThat(data.itemTitle(data.itemOf("10"), Locale.ENGLISH)).isEqualTo("Toy Story");
            assertThat(data.schema().userFields()).extracting(Field::name).containsExactly("age", "gender");
        }
    }

    @Test
    void dienFilesBecomeEventsAndImpressions() throws IOException {
        write(
                "local_train_splitByUser",
                "0\tA1\tB9\tTV\tB1\u0002B2\tRadio\u0002Phone\n1\tA1\tB3\tPhone\tB1\u0002B2\tRadio\u0002Phone\n");
        try (PreparedDataset data = prepare("dien")) {
            assertThat(data.events()).isEqualTo(3);
            assertThat(List.of(0L, 1L, 2L).stream().map(e -> data.itemKey(data.eventItem(e))))
                    .containsExactly("B1", "B2", "B3");
            assertThat(data.impressions().orElseThrow().size()).isEqualTo(1);
            assertThat(category(data, "B9")).isEqualTo("TV");
            assertThat(category(data, "B1")).isEqualTo("Radio");
            assertThat(data.info().times().timed()).isFalse();
        }
    }

    @Test
    void jsonLinesAreReadByTheirKeys() throws IOException {
        write(
                "log.jsonl",
                "{\"user\": \"a\", \"item\": \"x\", \"time\": \"2024-05-01T10:00:00Z\", \"categories\": [\"p\", \"q\"]}\n\n"
                        + "{broken\n{\"user\": \"a\", \"item\": \"y\", \"time\": \"2024-05-01T10:00:01Z\", \"categories\": []}\n"
                        + "{\"user\": \"b\", \"time\": \"2024-05-01T10:00:01Z\"}\n");
        PrepareOptions generous = PrepareOptions.defaults().with("rejectShare", "0.9");
        try (PreparedDataset data =
                Sources.prepare(List.of(folder), generous, temporary.resolve("out"), Progress.none())) {
            assertThat(data.eventTime(1)).isEqualTo(1714557601);
            assertThat(data.categoryName(data.itemField(1, data.itemOf("x"), 1)))
                    .isEqualTo("q");
            assertThat(data.info().rejected())
                    .containsExactlyInAnyOrder(
                            new Finding("badJson", 1, "log.jsonl", List.of(3L)),
                            new Finding("noItem", 1, "log.jsonl", List.of(5L)));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 40_000})
    void aKeyThatComesLateInJsonLinesIsAColumn(int without) throws IOException {
        String rows = IntStream.range(0, 2 * without)
                .mapToObj(n -> "{\"user\":\"u" + n % 7 + "\",\"item\":\"i" + n % 11 + "\",\"time\":"
                        + (1_700_000_000 + n) + (n < without ? "}" : ",\"shop\":\"s" + n % 3 + "\"}"))
                .collect(Collectors.joining("\n"));
        write("log.jsonl", rows);

        assertThat(Preview.of(List.of(folder), PrepareOptions.defaults())
                        .tables()
                        .get(0)
                        .assignment()
                        .mapping()
                        .written())
                .containsEntry("context.shop", "shop");
    }

    @Test
    void objectsWithinJsonLinesAreReadByNamesWithDots() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int k = 0; k < 30; k++) {
            lines.append(String.format(
                    Locale.ROOT,
                    "{\"user\": {\"id\": \"u%d\"}, \"item\": {\"id\": \"x%d\", \"kind\": {\"category\": [\"p%d\"]}},"
                            + " \"ts\": %d, \"rank\": {\"k%d\": 1}%s}%n",
                    k % 3,
                    k % 7,
                    k % 7 % 2,
                    1_700_000_000 + k,
                    k,
                    k % 3 == 0 ? ", \"page\": {\"device\": \"d" + k % 2 + "\"}" : ""));
        }
        write("log.jsonl", lines.toString());
        try (PreparedDataset data = prepare("table")) {
            assertThat(data.userOf("u2")).isNotNegative();
            assertThat(category(data, "x3")).isEqualTo("p1");
            assertThat(data.info().origin().settings().toString())
                    .as("what all objects of few rows have is a column; what few of them have is a value")
                    .contains("page.device")
                    .doesNotContain("rank");
        }
    }

    @Test
    void parquetIsReadByItsColumns() throws IOException, SQLException {
        try (var connection = new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
                Statement statement = connection.createStatement()) {
            statement.execute("COPY (SELECT * FROM (VALUES (7::BIGINT, 'x', TIMESTAMP '2024-05-01 10:00:00'),"
                    + " (7, 'y', TIMESTAMP '2024-05-01 10:00:05')) AS t(user_id, item_id, ts)) TO '"
                    + folder.resolve("log.parquet") + "' (FORMAT parquet)");
        }
        try (PreparedDataset data = prepare("table")) {
            assertThat(data.userKey(0)).isEqualTo("7");
            assertThat(data.eventTime(1) - data.eventTime(0)).isEqualTo(5);
        }
    }

    @Test
    void mindReadsHistoriesOnceAndEachItemThatWasShown() throws IOException {
        write(
                "behaviors.tsv",
                "1\tU1\t11/15/2019 10:22:32 PM\tN9 N8\tN1-0 N2-1\n"
                        + "2\tU2\t11/11/2019 9:03:52 AM\t\tN2-0 N1-1 N3-0\n"
                        + "3\tU1\t11/13/2019 8:00:00 AM\tN9 N8\tN3-1\n");
        write(
                "news.tsv",
                "N1\tsports\tsoccer\tA \"late\" goal\tabstract\turl\t[]\t[]\nN9\tnews\tworld\tElections\t\turl\t[]\t[]\n");
        write("entity_embedding.vec", "Q1\t0.1\n");
        try (PreparedDataset data = prepare("mind")) {
            int user = data.userOf("U1");
            assertThat(LongStream.range(data.firstEvent(user), data.endEvent(user))
                            .mapToObj(event -> data.itemKey(data.eventItem(event))))
                    .containsExactly("N9", "N8", "N3", "N2");
            assertThat(data.events()).isEqualTo(5);
            assertThat(data.info().counts().impressions()).isEqualTo(3);
            assertThat(data.itemTitle(data.itemOf("N1"), Locale.ENGLISH)).isEqualTo("A \"late\" goal");
            assertThat(category(data, "N1")).isEqualTo("sports");
            assertThat(data.info().notes()).extracting(Finding::reason).contains("historyTimes", "fileUnread");
        }
        Preview preview = Preview.of(List.of(folder), PrepareOptions.defaults());
        assertThat(preview.tables().get(0).examples())
                .containsExactly(
                        new ToldRow("U1", "A \"late\" goal", "", "2019-11-15 22:22:32", false),
                        new ToldRow("U2", "N2", "", "2019-11-11 09:03:52", false));
    }

    @Test
    void aTestSetOfMindIsCalledSo() throws IOException {
        write("behaviors.tsv", "1\tU1\t11/15/2019 10:22:32 PM\tN9 N8\tN1 N2\n");

        assertThatThrownBy(() -> prepare("mind")).hasMessageContaining("this is a test set of MIND");
    }

    @Test
    void aTableLikeMindWithoutListsIsAnyTable() throws IOException {
        write(
                "log.tsv",
                "id\tuser\ttime\titem\tkind\n1\tU1\t11/15/2019 10:22:32 PM\tN9\tbuy\n2\tU1\t11/15/2019 10:22:33 PM\tN8\tbuy\n");

        prepare("table").close();
    }
}
