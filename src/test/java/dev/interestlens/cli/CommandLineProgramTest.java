package dev.interestlens.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interestlens.cli.document.Schemas;
import dev.interestlens.store.Json;
import dev.interestlens.testing.HeldSchema;
import dev.interestlens.testing.TinyShop;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The commands as a person or a script calls them. */
@Tag("thorough")
class CommandLineProgramTest {
    @TempDir
    static Path folder;

    private static Outcome trained;
    private static Path dataset;
    private static Path run;

    /** What a call gave. */
    private record Outcome(int code, String out, String err) {
        JsonNode json() {
            return Json.read(out, JsonNode.class);
        }
    }

    private static Outcome call(Locale locale, Object... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        String[] texts = new String[arguments.length];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = arguments[i].toString();
        }
        int code = new CommandLineProgram(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        locale)
                .run(texts);
        return new Outcome(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static Outcome call(Object... arguments) {
        return call(Locale.ENGLISH, arguments);
    }

    @BeforeAll
    static void trainOnce() {
        dataset = TinyShop.prepare(folder);
        run = folder.resolve("run");
        trained = call(train(run, "--json"));
        assertThat(trained.code()).as(trained.err()).isZero();
    }

    /** In one line, the last one, and in the document. */
    @Test
    void trainingEndsWithHowTheModelStandsToWhatIsSimpler() {
        assertThat(trained.err().lines().reduce((before, last) -> last).orElseThrow())
                .contains("less that of what is simpler", "popularity ", "co-occurrence ")
                .doesNotContain("its own table"); // it has none
        JsonNode compared = trained.json().path("compared");
        assertThat(compared.path("epoch").asInt())
                .isEqualTo(trained.json().path("bestEpoch").asInt());
        assertThat(compared.at("/rivals/0/name").asText()).isEqualTo("popularity");
        assertThat(compared.at("/rivals/0/lead").asText()).isIn("ahead", "behind", "equal", "unknown");
    }

    private static Object[] train(Path target, Object... more) {
        List<Object> arguments = new ArrayList<>(List.of(
                "train", "--data", dataset, "--model", "din", "--preset", "quick", "--run", target, "--threads", 1));
        for (String setting : List.of(
                "model.embeddingSize=4",
                "model.head.hidden=8",
                "model.neighbours.kind=none", // else two seeds rank by the same table, and are equal
                "training.epochs=1")) {
            arguments.add("--set");
            arguments.add(setting);
        }
        arguments.addAll(List.of(more));
        return arguments.toArray();
    }

    @Test
    void inspectGivesCountsAndSamplesAsJson() {
        JsonNode json =
                call("inspect", dataset, "--protocol", "lastOut", "--json").json();
        assertThat(json.path("users").asInt()).isEqualTo(60);
        int warm = 60 - json.path("cold").asInt();
        assertThat(json.path("samples").path("test").asInt()).isEqualTo(warm * 21);
        assertThat(json.path("historyLength").path("median").asInt()).isPositive();
        assertThat(json.path("probes").path("historyAfterTarget").asInt()).isZero();
    }

    @Test
    void aSettingOfInspectHoldsForEveryProtocol() {
        String few = "data.protocol.training.positionsPerUser=1";
        JsonNode both = call("inspect", dataset, "--protocol", "lastOut,time", "--set", few, "--json")
                .json();
        for (String protocol : List.of("lastOut", "time")) {
            JsonNode alone = call("inspect", dataset, "--protocol", protocol, "--set", few, "--json")
                    .json();
            assertThat(both.path("protocols").path(protocol).path("samples")).isEqualTo(alone.path("samples"));
        }
    }

    private static int testRows() {
        return call("inspect", dataset, "--protocol", "lastOut", "--json")
                .json()
                .path("samples")
                .path("test")
                .asInt();
    }

    @Test
    void trainingProgressIsOneObjectALine() {
        Outcome trained = call(train(folder.resolve("progress"), "--progress", "json"));
        List<String> events = trained.out()
                .lines()
                .map(line -> Json.read(line, JsonNode.class).path("event").asText())
                .toList();
        assertThat(events).startsWith("start").endsWith("end").contains("step", "epoch", "checkpoint");
    }

    @Test
    void lengthsSayWhichReadingTheModelCannotTake() {
        Outcome refused = call("lengths", "--run", run, "--length", 5, "--reading", "recent,dot");
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("cannot read histories in this way: dot");

        JsonNode taken = call("lengths", "--run", run, "--length", 5, "--json").json();
        assertThat(taken.path("part").asText()).isEqualTo("test");
        assertThat(taken.path("lengths").findValuesAsText("reading")).containsExactly("all", "recent", "category");
    }

    @Test
    void evaluateStandsBesideItsBaselines() {
        JsonNode json = call("evaluate", "--run", run, "--json").json();
        assertThat(json.path("auc").asDouble()).isBetween(0.3, 1.0);
        assertThat(json.path("intervals").path("auc").path("low").asDouble())
                .isLessThan(json.path("auc").asDouble());
        assertThat(json.path("baselines").path("popularity").path("auc").asDouble())
                .isPositive();
        assertThat(json.path("samples").asInt()).isEqualTo(testRows());
    }

    @Test
    void placesCountAmongDrawnCandidatesTooAndDoubtfulOnesAreSaid() {
        Outcome told = call("evaluate", "--run", run, "--ranking", "sampled", "--k", "5,10,10,99", "--json");
        JsonNode sampled = told.json().path("sampled");
        assertThat(sampled.at("/atK/ndcg/10").doubleValue())
                .isEqualTo(sampled.path("ndcg10").doubleValue());
        assertThat(sampled.at("/atK/hitRate/10").doubleValue())
                .isEqualTo(sampled.path("hitRate10").doubleValue());
        assertThat(sampled.at("/atK/mrr/99").doubleValue())
                .isEqualTo(sampled.path("mrr").doubleValue());
        assertThat(sampled.at("/atK/recall/99").doubleValue()).isEqualTo(1);
        assertThat(told.err()).contains("--k: 10 is given twice", "--k 99: a true item stands among 21 drawn");
    }

    @Test
    void evaluateTellsOtherPlacesAndOtherCurrencies() {
        JsonNode json = call("evaluate", "--run", run, "--k", "10,1000", "--currencies", "--json")
                .json();
        JsonNode ranking = json.path("ranking");
        assertThat(ranking.at("/ndcg/10").doubleValue())
                .isEqualTo(ranking.path("ndcg10").doubleValue());
        assertThat(ranking.at("/hitRate/10").doubleValue())
                .isEqualTo(ranking.path("hitRate10").doubleValue());
        assertThat(ranking.at("/hitRate/1000").doubleValue()).isEqualTo(1);
        assertThat(ranking.path("recall")).isEqualTo(ranking.path("hitRate"));
        assertThat(ranking.at("/mrr/10").doubleValue())
                .isEqualTo(ranking.path("mrr10").doubleValue());
        assertThat(ranking.at("/intervals/ndcg1000").size()).isEqualTo(2);
        assertThat(json.at("/baselines/popularity/ranking/ndcg/10").doubleValue())
                .isEqualTo(json.at("/baselines/popularity/ranking/ndcg10").doubleValue());
        assertThat(json.path("currencies")
                        .valueStream()
                        .map(each -> each.path("id").textValue() + each.path("k")))
                .startsWith("catalogue10", "catalogue1000", "catalogue-met10")
                .contains("uniform-20" + 10, "uniform-99" + 10, "uniform-100" + 1000, "popularity-100" + 10)
                .endsWith("pair-uniform10", "pair-uniform1000", "pair-popularity10", "pair-popularity1000");
        JsonNode whole = json.at("/currencies/0");
        assertThat(whole.path("ndcg").doubleValue())
                .isCloseTo(ranking.path("ndcg10").doubleValue(), within(1e-12));
        assertThat(whole.path("low").doubleValue())
                .isCloseTo(ranking.at("/intervals/ndcg10/0").doubleValue(), within(1e-12));
        assertThat(whole.path("among").textValue()).isEqualTo("catalogue");
        assertThat(whole.path("others").isNull()).isTrue();
        assertThat(whole.path("exact").booleanValue()).isTrue();
        assertThat(call("evaluate", "--run", run, "--currencies").out())
                .containsSubsequence("The same weights have NDCG@10", "among all", "uniform-20", "pair-popularity");
        assertThat(call("evaluate", "--run", run, "--ranking", "sampled", "--currencies")
                        .code())
                .isEqualTo(2);
    }

    @Test
    void theWholeCatalogueIsRankedAndTheSampledRankingIsNamedForWhatItIs() {
        JsonNode json = call("evaluate", "--run", run, "--json").json();
        for (JsonNode ranking : List.of(
                json.path("ranking"),
                json.path("baselines").path("popularity").path("ranking"),
                json.path("baselines").path("neighbours").path("ranking"))) {
            for (String name :
                    List.of("hitRate10", "ndcg10", "mrr10", "coverage10", "gini10", "headShare10", "novelty10")) {
                assertThat(ranking.path(name).isNumber()).as(name).isTrue();
            }
            assertThat(ranking.path("intervals").path("ndcg10")).hasSize(2);
        }
        assertThat(json.path("ranking").path("users").asInt())
                .isEqualTo(json.path("users").asInt());
        assertThat(json.path("sampled").path("candidates").asInt()).isEqualTo(21);
        assertThat(json.path("sampled").path("hitRate10").asDouble())
                .isEqualTo(json.path("hitRate10").asDouble());
        assertThat(json.path("sampled").path("random").path("hitRate10").asDouble())
                .isEqualTo(10.0 / 21);
        JsonNode full = call("evaluate", "--run", run, "--ranking", "full", "--users", 3, "--json")
                .json();
        assertThat(full.path("ranking").path("users").asInt()).isEqualTo(3);
        assertThat(full.has("sampled") || full.has("hitRate10")).isFalse();
        assertThat(call("evaluate", "--run", run).out()).containsSubsequence("whole catalogue", "among 21", "gauc");
    }

    @Test
    void compareEvaluateAndReportShowTheSameNumbers() throws IOException {
        Path other = folder.resolve("other");
        assertThat(call(train(other, "--set", "training.seed=8")).code()).isZero();
        Outcome compared = call("compare", "--run", run, "--run", other, "--json");
        assertThat(compared.code()).as(compared.err()).isZero();
        JsonNode json = compared.json();
        JsonNode evaluated = call("evaluate", "--run", run, "--json").json();
        JsonNode first = json.path("runs").get(0);
        for (String name : List.of("ndcg10", "hitRate10", "mrr10")) {
            assertThat(first.path(name).asDouble())
                    .isEqualTo(evaluated.path("ranking").path(name).asDouble());
        }
        assertThat(first.path("auc").asDouble()).isEqualTo(evaluated.path("auc").asDouble());
        assertThat(json.path("pairs")).hasSize(2);
        for (JsonNode pair : json.path("pairs")) {
            double difference = pair.path("difference").asDouble();
            String metric = pair.path("metric").asText();
            assertThat(pair.path("a").asText()).isEqualTo(first.path("name").asText());
            assertThat(difference)
                    .isEqualTo(first.path(metric).asDouble()
                            - json.path("runs").get(1).path(metric).asDouble())
                    .isBetween(pair.path("low").asDouble(), pair.path("high").asDouble());
        }
        assertThat(first.path("calibrated").isBoolean()).isTrue();
        assertThat(call("runs", run, other).out()).endsWith("Measured on the validation part at the best epoch.\n");
        Path report = folder.resolve("report.md");
        assertThat(call("report", "--run", run, "--run", other, "--language", "en", "--out", report)
                        .code())
                .isZero();
        assertThat(Files.readString(report))
                .contains(String.format(
                        Locale.ROOT,
                        "| NDCG@10, all %d items | %.4f",
                        evaluated.path("ranking").path("items").asInt(),
                        evaluated.path("ranking").path("ndcg10").asDouble()));
        assertThat(call("compare", "--run", run, "--run", other).out()).contains("paired by user", "ndcg10");
        Outcome same = call("compare", "--run", run, "--run", other, "--run", run + "/.");
        assertThat(same.code()).isEqualTo(2);
        assertThat(same.err()).contains("is given twice");
        for (String ending : List.of("tex", "md", "csv")) {
            Path settings = folder.resolve("settings." + ending);
            assertThat(call("report", "--settings", "--run", run, "--run", other, "--out", settings)
                            .code())
                    .isZero();
            assertThat(Files.readString(settings)).contains("training.learningRate", "model.interests");
        }
        assertThat(call("compare", "--run", run).code()).isEqualTo(2);
        theGateAnswersByItsExitCode(other);
    }

    private static void theGateAnswersByItsExitCode(Path other) throws IOException {
        Outcome unknown = call("gate", "--run", run, "--run", other, "--loss", ".0001", "--json");
        assertThat(unknown.code()).as(unknown.err()).isEqualTo(2);
        assertThat(new HeldSchema(Schemas.of("gate").orElseThrow()).wrong(unknown.out(), "gate"))
                .isEmpty();
        assertThat(unknown.json().path("gate").asText()).isEqualTo("unknown");
        JsonNode all = unknown.json().path("groups").get(0);
        assertThat(all.path("field").asText()).isEqualTo("all");
        assertThat(all.path("difference").asDouble())
                .isCloseTo(
                        call("compare", "--run", other, "--run", run, "--json")
                                .json()
                                .path("pairs")
                                .get(0)
                                .path("difference")
                                .asDouble(),
                        within(1e-12));
        Path page = folder.resolve("gate.md");
        Path third = folder.resolve("third");
        assertThat(call(train(third, "--set", "training.seed=9")).code()).isZero();
        for (Path twice : List.of(third, third.resolve("."), other, run)) {
            Outcome refused = call("gate", "--run", run, "--run", other, "--null", third, "--null", twice, "--loss", 1);
            assertThat(refused.code()).isEqualTo(64);
            assertThat(refused.err()).contains("counts no further seed");
        }
        Outcome passes = call("gate", "--run", run, "--run", other, "--null", third, "--loss", 1, "--out", page);
        assertThat(passes.code()).as(passes.err()).isZero();
        assertThat(Files.readString(page)).contains("no group loses", "| all users |", "Rank with run");
        assertThat(call("gate", "--run", run).code()).isEqualTo(64);
        assertThat(call("gate", "--run", run, "--run", other, "--null", run).code())
                .isEqualTo(64);
        assertThat(call("gate", "--wrong").code()).isEqualTo(64);
        Outcome old = call("compare", "--run", run, "--gate", "--run", other, "--loss", ".0001", "--json");
        assertThat(old.code()).isEqualTo(2);
        assertThat(old.out()).isEqualTo(unknown.out());
        assertThat(call("gate", "--run", run, "--run", folder.resolve("none")).code())
                .isEqualTo(3);
        assertThat(call("compare", "--run", run, "--run", other, "--loss", ".1").code())
                .isEqualTo(2);
    }

    @Test
    void whatWasLeftOutIsTold() {
        JsonNode caps =
                call("evaluate", "--run", run, "--users", 3, "--json").json().path("caps");
        assertThat(caps.path("positionsPerUser").asInt()).isEqualTo(200);
        assertThat(caps.path("positionsLeftOut").asInt()).isZero();
        assertThat(caps.path("usersNotRanked").asInt()).isPositive();
        Path capped = folder.resolve("capped");
        assertThat(call(train(capped, "--set", "data.protocol.training.positionsPerUser=2"))
                        .code())
                .isZero();
        assertThat(call("evaluate", "--run", capped, "--json")
                        .json()
                        .at("/caps/positionsLeftOut")
                        .asInt())
                .isPositive();
        assertThat(call("evaluate", "--run", capped).out()).contains("at most the 2 most recent positions");
    }

    @Test
    void negativesOfAnotherKindMakeAnotherTest() throws IOException {
        JsonNode uniform =
                call("evaluate", "--run", run, "--ranking", "sampled", "--json").json();
        JsonNode popular = call("evaluate", "--run", run, "--ranking", "sampled", "--negatives", "popularity", "--json")
                .json();
        assertThat(popular.path("negatives").asText()).isEqualTo("popularity");
        Path report = folder.resolve("popular.md");
        assertThat(call("report", "--run", run, "--negatives", "popularity", "--language", "en", "--out", report)
                        .code())
                .isZero();
        assertThat(Files.readString(report))
                .contains(
                        "drawn by popularity",
                        String.format(
                                Locale.ROOT,
                                "| AUC | %.4f \\[",
                                popular.path("auc").asDouble()));
        Path settings = folder.resolve("alone.md");
        assertThat(call("report", "--settings", "--run", run, "--negatives", "popularity", "--out", settings)
                        .code())
                .isEqualTo(2);
        assertThat(settings).doesNotExist();
        Path other = folder.resolve("other-negatives");
        assertThat(call(train(other, "--set", "training.seed=8")).code()).isZero();
        Outcome compared = call("compare", "--run", run, "--run", other, "--negatives", "popularity", "--json");
        assertThat(compared.json().at("/runs/0/auc").asDouble())
                .isEqualTo(popular.path("auc").asDouble());
        assertThat(uniform.has("ranking")).isFalse();
        assertThat(popular.at("/baselines/popularity/auc").asDouble())
                .isLessThan(uniform.at("/baselines/popularity/auc").asDouble());
    }

    @Test
    void predictWritesALineARow() throws IOException {
        Path file = folder.resolve("scores.csv");
        assertThat(call("predict", "--run", run, "--out", file).code()).isZero();
        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(testRows() + 1);
        assertThat(lines.get(0)).isEqualTo("sample,user,item,label,score");
    }

    @Test
    void explainGivesLookAndEffectOfEveryBehaviour() {
        JsonNode json = call("explain", "--run", run, "--sample", 0, "--json").json();
        assertThat(json.path("history").size()).isPositive();
        assertThat(json.path("history").get(0).has("look")).isTrue();
        assertThat(json.path("history").get(0).has("effect")).isTrue();
        assertThat(json.path("sentence").path("zh").asText()).isNotEmpty();
        JsonNode whole = json.path("whole");
        assertThat(json.path("logit").asDouble() - whole.path("logitWithout").asDouble())
                .isCloseTo(whole.path("effect").asDouble(), within(1e-4));
        assertThat(json.path("level").path("kind").asText()).isIn("high", "typical", "low");
        assertThat(json.path("level").path("rank").asInt())
                .isBetween(1, json.path("level").path("among").asInt());
    }

    @Test
    void severalExplanationsAreOneDocument() {
        Outcome several = call("explain", "--run", run, "--sample", "0,3", "--json");
        assertThat(new HeldSchema(Schemas.of("explain").orElseThrow()).wrong(several.out(), "explain"))
                .isEmpty();
        JsonNode samples = several.json().path("samples");
        assertThat(samples.size()).isEqualTo(2);
        JsonNode alone =
                call("explain", "--run", run, "--sample", "3", "--json").json();
        assertThat(alone.has("samples")).isFalse();
        assertThat(samples.get(1).path("user")).isEqualTo(alone.path("user"));
        assertThat(samples.get(1).path("candidate")).isEqualTo(alone.path("candidate"));
    }

    @Test
    void everyViewOfAnExplanationIsNamedInTheHelp() {
        JsonNode json = call("explain", "--run", run, "--sample", 0, "--beyond", "--json")
                .json();
        String help = CommandReference.program(Locale.ENGLISH, "explain")
                .getSubcommands()
                .get("explain")
                .getCommandSpec()
                .findOption("--view")
                .description()[0];
        List<String> named = json.path("panels")
                .valueStream()
                .map(panel -> panel.path("name").asText())
                .toList();
        assertThat(named).contains("reasons", "opinions").allMatch(help::contains);
        assertThat(call("explain", "--run", run, "--sample", 0, "--view", "opinions", "--out", folder.resolve("o.svg"))
                        .err())
                .contains("no view \"opinions\"", "--beyond");
    }

    @Test
    void whatIsNoRunIsSaid() {
        assertThat(call("evaluate", "--run", folder.resolve("nowhere")).err())
                .contains("There is no folder " + folder.resolve("nowhere"));
        assertThat(call("evaluate", "--run", run.resolve("run.json")).err()).contains("run.json is a file, not");
        assertThat(call("evaluate", "--run", dataset).err()).contains("The folder " + dataset + " holds no run");
        assertThat(call("runs", run.resolve("run.json")).err()).contains("run.json is a file, not");
        for (String line : List.of("doctor ", "plant --out x --data ", "inspect ")) {
            Object[] words = (line + folder.resolve("nowhere")).split(" ");
            assertThat(call(words).err()).contains("There is no file or folder " + folder.resolve("nowhere"));
        }
    }

    @Test
    void aRunIsNotReadAsALog() {
        for (String line : List.of("inspect ", "prepare --out x ", "train --run x --data ")) {
            Outcome refused = call((Object[]) (line + run).split(" "));
            assertThat(refused.code()).isEqualTo(2);
            assertThat(refused.err()).contains("holds a run", dataset.toString(), "doctor " + run);
        }
    }

    @Test
    void explainWritesAPage() throws IOException {
        Path page = folder.resolve("page.html");
        assertThat(call("explain", "--run", run, "--sample", 3, "--out", page).code())
                .isZero();
        assertThat(Files.readString(page)).contains("<svg");
    }

    @Test
    void exportReadsItsFileBack() {
        Path file = folder.resolve("model.safetensors");
        Outcome exported = call("export", "--run", run, "--format", "safetensors", "--out", file);
        assertThat(exported.code()).as(exported.err()).isZero();
        assertThat(file).exists();
    }

    @Test
    void aHistoryLongerThanTheModelReadsIsRefused() {
        Path file = folder.resolve("longer.onnx");
        Outcome export = call("export", "--run", run, "--format", "onnx", "--history", 51, "--out", file);
        assertThat(export.code()).isEqualTo(2);
        assertThat(export.err()).contains("--history", "at most 50", "51").doesNotContain("...");
        assertThat(file).doesNotExist();

        Outcome front = call("latency", "--run", run, "--pareto", "--history", "5,51");
        assertThat(front.code()).isEqualTo(2);
        assertThat(front.err()).contains("--history", "at most 50", "51").doesNotContain("...");
    }

    @Test
    void aFormatNamesTheOptionThatItLacks() {
        assertThat(call("export", "--format", "onnx", "--out", folder.resolve("o.onnx"))
                        .err())
                .contains("onnx is for a run", "--run");
        assertThat(call("export", "--format", "recbole", "--out", folder.resolve("o"))
                        .err())
                .contains("recbole is for a data set", "--data");
    }

    @Test
    void aPointOfTheFrontIsExportedByTheCommandThatItNames() {
        JsonNode front = call(
                        "latency",
                        "--run",
                        run,
                        "--pareto",
                        "--history",
                        "3,5",
                        "--users",
                        4,
                        "--candidates",
                        4,
                        "--precision",
                        "float16-embeddings",
                        "--json")
                .json();
        assertThat(front.path("points")).hasSize(6); // two histories; two forms of floats, one of 16 bits
        assertThat(front.path("points"))
                .anySatisfy(point ->
                        assertThat(point.path("frontByAuc").asBoolean()).isTrue());
        for (JsonNode point : front.path("points")) {
            List<Object> arguments = new ArrayList<>();
            point.path("export").forEach(each -> arguments.add(each.asText()));
            Path target = folder.resolve("point");
            arguments.addAll(List.of("--out", target, "--overwrite", "--json"));
            if (point.path("form").asText().equals("split")) {
                Outcome exported = call(arguments.toArray());
                assertThat(exported.code()).as(exported.err()).isZero();
                JsonNode serving = Json.tree(target.resolve("serving.json"));
                assertThat(serving.path("precision")).isEqualTo(point.path("precision"));
                assertThat(serving.path("historyLength")).isEqualTo(point.path("history"));
            }
        }
    }

    @Test
    void theHistoriesThatAreTimedByThemselvesAreNoLongerThanARunReads() {
        Path reads = folder.resolve("reads");
        assertThat(call(train(reads, "--set", "data.protocol.history.maxLength=20"))
                        .code())
                .isZero();
        Outcome timed = call("latency", "--run", reads, "--candidates", 1, "--json");
        assertThat(timed.code()).as(timed.err()).isZero();
        assertThat(timed.json().findValues("length")).isNotEmpty().allMatch(length -> length.asInt() == 20);
        assertThat(call("latency", "--run", reads, "--candidates", 1, "--length", 21)
                        .err())
                .contains("20", "21");
    }

    @Test
    void severalRunsAreTimedAlongTheFrontOnly() {
        assertThat(call("latency", "--run", run, "--run", run).code()).isEqualTo(2);
    }

    @Test
    void aSoundRunAndDataSetVerify() {
        assertThat(call("verify", run).code()).isZero();
        assertThat(call("verify", dataset).code()).isZero();
    }

    @Test
    void aFlippedByteInACheckpointIsFound() throws IOException {
        Path damaged = folder.resolve("damaged");
        call(train(damaged));
        Path best = damaged.resolve("checkpoints/best.safetensors");
        byte[] bytes = Files.readAllBytes(best);
        bytes[bytes.length - 1] ^= 1;
        Files.write(best, bytes);
        Outcome verified = call("verify", damaged);
        assertThat(verified.code()).isEqualTo(3);
        assertThat(verified.err()).contains("best.safetensors");
    }

    @Test
    void anUnknownSettingIsRefusedWithTheNearestOne() {
        Outcome refused = call(train(folder.resolve("unknown"), "--set", "training.epoch=3"));
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("training.epoch").contains("training.epochs");
    }

    @Test
    void anUnclosedQuoteNamesFileAndLine() throws IOException {
        StringBuilder csv = new StringBuilder("user,item,time\n");
        for (int line = 2; line <= 40; line++) {
            csv.append('u')
                    .append(line % 5)
                    .append(line == 17 ? ",\"i3," : ",i3,")
                    .append(line)
                    .append('\n');
        }
        Path file = Files.writeString(folder.resolve("log.csv"), csv);
        Outcome refused =
                call("prepare", file, "--out", folder.resolve("log"), "--map", "user=user,item=item,time=time");
        assertThat(refused.code()).isEqualTo(3);
        assertThat(refused.err()).contains("log.csv").contains("17");
        assertThat(folder.resolve("log")).doesNotExist();
    }

    @Test
    void aFolderThatHoldsNoRunIsBadInput() {
        assertThat(call("evaluate", "--run", folder.resolve("nothing")).code()).isEqualTo(3);
    }

    @Test
    void aFidelityReportOfOtherWeightsIsRefused() throws IOException {
        Path unknown = Files.writeString(folder.resolve("unknown.json"), "{\"samples\": 3}");
        Path other = Files.writeString(folder.resolve("other.json"), "{\"samples\": 3, \"weights\": \"0\"}");

        for (Path wrong : List.of(unknown, other)) {
            for (String format : List.of("bundle")) {
                Path target = folder.resolve("refused." + format);
                Outcome export = call("export", "--run", run, "--format", format, "--out", target, "--fidelity", wrong);
                assertThat(export.code()).as(export.err()).isEqualTo(2);
                assertThat(export.err()).contains(wrong.getFileName().toString());
                assertThat(target).doesNotExist();
            }
            assertThat(call("report", "--run", run, "--out", folder.resolve("refused.html"), "--fidelity", wrong)
                            .code())
                    .isEqualTo(2);
        }
    }

    @Test
    void aFidelityReportBelongsToOneRun() throws IOException {
        Path report = Files.writeString(folder.resolve("one.json"), "{}");

        Outcome refused =
                call("report", "--run", run, "--run", run, "--out", folder.resolve("two.html"), "--fidelity", report);

        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("--fidelity");
    }

    @Test
    void fidelitySaysWhereThereIsNoHistoryToJudge() {
        Path shortRun = folder.resolve("short");
        assertThat(call(train(shortRun, "--set", "data.protocol.history.maxLength=1"))
                        .code())
                .isZero();

        Outcome fidelity = call("fidelity", "--run", shortRun);

        assertThat(fidelity.code()).as(fidelity.err()).isEqualTo(3);
        assertThat(fidelity.err()).contains("part test", "--part").doesNotContain("Exception");
    }

    @Test
    void fidelityMapsCategories() throws IOException {
        Path json = folder.resolve("map.json");
        Path csv = folder.resolve("map.csv");
        Path svg = folder.resolve("map.svg");
        Path html = folder.resolve("map.html");
        for (Path out : List.of(json, csv, svg, html)) {
            Outcome written = call("fidelity", "--run", run, "--view", "categories", "--samples", 100, "--out", out);
            assertThat(written.code()).as(written.err()).isZero();
        }
        JsonNode pictures = Json.read(Files.readString(json), JsonNode.class).path("pictures");
        assertThat(pictures.get(0).path("title").asText()).isEqualTo("Look");
        assertThat(pictures.get(1).path("title").asText()).startsWith("Effect");
        assertThat(Files.readAllLines(csv))
                .startsWith(
                        "Run,Category of the candidate,Category of the behaviour,Look over even share,\"Effect, first order\"")
                .hasSizeGreaterThan(3);
        assertThat(Files.readString(svg)).contains("100 predictions", "Look", "Effect, first order");
        assertThat(Files.readString(html)).contains("100 predictions", "一阶");
    }

    @Test
    void aMapOfCategoriesIsWrittenToAFileOfAKnownKind() {
        Path out = folder.resolve("nothing.txt");
        for (Outcome refused : List.of(
                call("fidelity", "--run", run, "--view", "categories", "--retrain"),
                call("fidelity", "--run", run, "--view", "categories", "--out", out))) {
            assertThat(refused.code()).as(refused.err()).isEqualTo(2);
        }
        assertThat(out).doesNotExist();
    }

    @Test
    void aMissingOptionIsWrongUsage() {
        assertThat(call("train", "--model", "din").code()).isEqualTo(2);
    }

    @Test
    void aRunIsNotTrainedOver() {
        assertThat(call(train(run)).code()).isEqualTo(2);
    }

    @Test
    void problemsSpeakChineseToo() {
        Outcome refused = call(Locale.CHINESE, "evaluate", "--run", folder.resolve("nothing"));
        assertThat(refused.err()).contains("训练");
    }

    @Test
    void theHelpOfEveryCommandEndsInExamplesThatItTakes() {
        for (Locale language : List.of(Locale.ENGLISH, Locale.CHINESE)) {
            CommandLineProgram program = new CommandLineProgram(System.out, System.err, language);
            for (CommandLine each : leaves(program.commands())) {
                CommandLine command =
                        program.commands(words(each.getCommandSpec().qualifiedName()));
                for (String name : words(each.getCommandSpec().qualifiedName())) {
                    command = command.getSubcommands().get(name);
                }
                String[] examples = command.getCommandSpec().usageMessage().footer();
                assertThat(examples).as(command.getCommandName()).isNotEmpty();
                for (String example : examples) {
                    assertThat(example + " ")
                            .startsWith(command.getCommandSpec().qualifiedName() + " ");
                    program.commands().parseArgs(words(example)); // throws where it is wrong
                }
                assertThat(command.getUsageMessage()).contains(examples).doesNotContain("=<");
            }
        }
    }

    private static List<CommandLine> leaves(CommandLine line) {
        return line.getSubcommands().isEmpty()
                ? List.of(line)
                : line.getSubcommands().values().stream()
                        .filter(each -> !each.getCommandSpec().usageMessage().hidden())
                        .flatMap(each -> leaves(each).stream())
                        .toList();
    }

    /** Without the program's name; what stands in quotes is one word. */
    private static String[] words(String line) {
        return Pattern.compile("\"([^\"]*)\"|\\S+")
                .matcher(line)
                .results()
                .skip(1)
                .map(word -> word.group(1) == null ? word.group() : word.group(1))
                .toArray(String[]::new);
    }

    @Test
    void aBundleIsExportedVerifiedAndReported() throws IOException {
        Path bundle = folder.resolve("taken.zip");
        JsonNode written = call("export", "--run", run, "--format", "bundle", "--out", bundle, "--json")
                .json();
        assertThat(written.path("deviation").asDouble()).isLessThan(1e-6);
        Outcome verified = call("verify", bundle, "--json");
        assertThat(verified.json().path("sound").asBoolean()).isTrue();
        assertThat(verified.err()).contains("model.onnx: ");
        Path weights = folder.resolve("taken.safetensors");
        call("export", "--run", run, "--format", "safetensors", "--out", weights);
        assertThat(call("verify", weights, "--run", run).code()).isZero();
        Path page = folder.resolve("both.html");
        assertThat(call("report", "--run", run, "--run", run, "--out", page).code())
                .isZero();
        assertThat(Files.readString(page)).contains("<svg").contains("指标");
        assertThat(call("report", "--run", run, "--out", folder.resolve("page.txt"))
                        .code())
                .isEqualTo(2);
    }

    @Test
    void theVersionNamesTheCommit() {
        assertThat(call("--version").out()).matches("Interest Lens \\S+ \\(\\w+\\), Java .*\\R");
    }

    @Test
    void preparingSaysWhatWasLeftOut() throws IOException {
        StringBuilder log = new StringBuilder("user,item,time\nu0,i0,never\n");
        for (int i = 0; i < 40; i++) {
            log.append("u")
                    .append(i % 4)
                    .append(",i")
                    .append(i % 7)
                    .append(',')
                    .append(1_700_000_000 + i)
                    .append('\n');
        }
        Path source = Files.writeString(folder.resolve("left.csv"), log);

        Outcome prepared = call("prepare", source, "--out", folder.resolve("left"));

        assertThat(prepared.code()).as(prepared.err()).isZero();
        assertThat(prepared.err()).contains("40 events of 4 users", "Left out: 1 row", "left.csv, first in lines [2]");
    }
}
