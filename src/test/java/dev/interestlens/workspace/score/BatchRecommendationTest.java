package dev.interestlens.workspace.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interestlens.cli.CommandLineProgram;
import dev.interestlens.data.source.Progress;
import dev.interestlens.measurement.compare.ListComparison;
import dev.interestlens.recommend.Filter;
import dev.interestlens.recommend.Recommendation.Wish;
import dev.interestlens.store.Json;
import dev.interestlens.store.OutputPath;
import dev.interestlens.store.ProblemException;
import dev.interestlens.testing.TinyShop;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.workspace.OpenRun;
import dev.interestlens.workspace.score.BatchRecommendation.At;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("thorough")
class BatchRecommendationTest {
    private static final Wish PLAIN = new Wish(Filter.DEFAULT, 3, 0, true);

    @TempDir
    static Path folder;

    private static OpenRun run;

    @BeforeAll
    static void trainOnce() {
        Path target = folder.resolve("run");
        String data = TinyShop.prepare(folder).toString();
        String line = "train --model din --preset quick --threads 1 --set training.epochs=1 --set model.head.hidden=8";
        List<String> arguments = new ArrayList<>(List.of(line.split(" ")));
        arguments.addAll(List.of("--data", data, "--run", target.toString()));
        assertThat(said(arguments.toArray(String[]::new)).code()).isZero();
        run = OpenRun.best(new RunFolder(target));
    }

    @AfterAll
    static void free() {
        run.close();
    }

    private record Said(int code, String out, String err) {
        JsonNode json() {
            return Json.read(out, JsonNode.class);
        }
    }

    private static Said said(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = new CommandLineProgram(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        Locale.ENGLISH)
                .run(arguments);
        return new Said(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static Said recommend(String... more) {
        List<String> line = new ArrayList<>(
                List.of("recommend", "--run", folder.resolve("run").toString()));
        line.addAll(List.of(more));
        return said(line.toArray(String[]::new));
    }

    private static String key(int user) {
        return run.data().userKey(user);
    }

    private static BatchRecommendation to(Path target, Progress progress) {
        return new BatchRecommendation(
                run, OutputPath.file(target, OutputPath.Existing.REFUSED), progress, Locale.ENGLISH, 4);
    }

    /** Cancels after so many looks. */
    private static Progress patient(int looks) {
        return new Progress() {
            private int left = looks;

            @Override
            public void at(String stage, double fraction) {
                // nobody watches
            }

            @Override
            public boolean cancelled() {
                return left-- <= 0;
            }
        };
    }

    @Test
    void aCallThatWasStoppedGoesOnToTheSameBytes() throws IOException {
        List<String> users =
                IntStream.range(0, 11).mapToObj(BatchRecommendationTest::key).toList();
        for (String ending : List.of("csv", "json", "html")) {
            Path whole = folder.resolve("whole." + ending);
            to(whole, Progress.none()).to(users, At.NEXT, PLAIN);
            Path stopped = folder.resolve("stopped." + ending);
            assertThatThrownBy(() -> to(stopped, patient(7)).to(users, At.NEXT, PLAIN))
                    .isInstanceOf(ProblemException.class);
            assertThat(stopped).doesNotExist();
            assertThat(to(stopped, Progress.none()).to(users, At.NEXT, PLAIN).taken())
                    .isEqualTo(4);
            assertThat(stopped).hasSameBinaryContentAs(whole);
        }
        assertThat(Json.tree(folder.resolve("whole.json"))).hasSize(11);
        assertThat(Files.readAllLines(folder.resolve("whole.csv"))).hasSize(1 + 11 * 3);
    }

    @Test
    void otherListsAreOtherWork() {
        Path target = folder.resolve("other.csv");
        List<String> users = List.of(key(0), key(1), key(2), key(3), key(4));
        assertThatThrownBy(() -> to(target, patient(4)).to(users, At.NEXT, PLAIN))
                .isInstanceOf(ProblemException.class);
        Wish more = new Wish(Filter.DEFAULT, 4, 0, true);
        assertThat(to(target, Progress.none()).to(users, At.NEXT, more).taken()).isZero();
    }

    @Test
    void whoCannotBeServedIsNamedWithTheReason() {
        Path target = folder.resolve("refused.json");
        BatchRecommendation.Result result = to(target, Progress.none()).to(List.of("nobody", key(0)), At.TEST, PLAIN);
        assertThat(result.empty()).isEqualTo(1);
        assertThat(Json.tree(target).get(0).path("note").asText()).isEqualTo("unknownUser");
        assertThat(Json.tree(target).get(1).path("trueItem").path("rank").asInt())
                .isPositive();
    }

    @Test
    void oneUserIsPrintedAsTheContractSays() {
        JsonNode list = recommend("--user", key(3), "--at", "test", "--top", "4", "--why")
                .json();
        assertThat(list.path("user").asText()).isEqualTo(key(3));
        assertThat(list.path("at").asText()).isEqualTo("test");
        assertThat(list.path("history")).isNotEmpty();
        assertThat(list.path("recommendations")).hasSize(4);
        JsonNode first = list.path("recommendations").get(0);
        assertThat(first.fieldNames())
                .toIterable()
                .contains("rank", "item", "title", "category", "score", "logit", "popularity", "reasons");
        assertThat(first.path("reasons").get(0).fieldNames())
                .toIterable()
                .containsExactly("item", "title", "effect", "effectByTable");
        assertThat(list.path("trueItem").fieldNames()).toIterable().contains("item", "rank");
        assertThat(list.path("sentence").path("en").asText()).isNotEmpty();
        assertThat(list.path("sentence").path("zh").asText()).isNotEmpty();
    }

    @Test
    void aHistoryOfNobodyIsServedToo() throws IOException {
        Path csv = Files.writeString(folder.resolve("mine.csv"), "item_id\ni0001\ni0005\n");
        Path json =
                Files.writeString(folder.resolve("mine.json"), "{\"name\":\"Ann\",\"history\":[\"i0001\",\"i0005\"]}");
        JsonNode one = recommend("--history", csv.toString(), "--why").json();
        JsonNode other = recommend("--history", json.toString(), "--why").json();
        assertThat(one.path("user").asText()).isEqualTo("mine");
        assertThat(other.path("user").asText()).isEqualTo("Ann");
        assertThat(one.path("recommendations")).isEqualTo(other.path("recommendations"));
        for (JsonNode each : one.path("recommendations")) {
            assertThat(each.path("item").asText()).isNotIn("i0001", "i0005"); // touched before
        }
        assertThat(one.path("sentence").path("en").asText()).contains("Only 2 behaviours can be read");
    }

    @Test
    void anEmptyHistoryAndAFilterThatLeavesNothingAreSaidInWords() throws IOException {
        Path empty = Files.writeString(folder.resolve("empty.json"), "[]");
        assertThat(recommend("--history", empty.toString(), "--why")
                        .json()
                        .path("sentence")
                        .path("en")
                        .asText())
                .contains("no history to read");
        String category = run.data().categoryName(2);
        assertThat(recommend("--user", key(0), "--category", category).code()).isZero();
        Said none = recommend("--user", key(0), "--category", "no such thing");
        assertThat(none.code()).isEqualTo(2);
        assertThat(none.err()).contains("No item has this category", category);
    }

    @Test
    void aSlideAndAPageAreWrittenByTheEnding() throws IOException {
        for (String ending : List.of("svg", "html")) {
            Path out = folder.resolve("one." + ending);
            assertThat(recommend("--user", key(0), "--why", "--out", out.toString())
                            .code())
                    .isZero();
            assertThat(Files.readString(out)).contains(key(0));
        }
        assertThat(recommend(
                                "--user",
                                key(0),
                                "--out",
                                folder.resolve("one.txt").toString())
                        .code())
                .isEqualTo(2);
        assertThat(recommend("--all", "--out", folder.resolve("all.svg").toString())
                        .code())
                .isEqualTo(2);
    }

    @Test
    void whomToRecommendToIsSaidExactlyOnce() {
        assertThat(recommend().code()).isEqualTo(2);
        assertThat(recommend("--user", key(0), "--all", "--out", "x.csv").code())
                .isEqualTo(2);
        assertThat(recommend("--all").err()).contains("--out");
        assertThat(recommend("--user", "nobody").err()).contains("no such user");
    }

    @Test
    void twoListsOfOneUserStandSideBySide() {
        ListComparison same = ListComparison.of(run, run, key(2), 5);
        assertThat(same.shared()).isEqualTo(5);
        assertThat(same.one()).isEqualTo(same.other()).allMatch(place -> place.elsewhere() == place.rank());
        assertThatThrownBy(() -> ListComparison.of(run, run, "nobody", 5)).isInstanceOf(ProblemException.class);
    }
}
