package dev.interestlens.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interestlens.cli.console.AskedLists;
import dev.interestlens.cli.console.Interrupt;
import dev.interestlens.cli.console.OptionValues;
import dev.interestlens.cli.console.PrintedProgress;
import dev.interestlens.cli.console.WritingCommand;
import dev.interestlens.cli.document.ListsJson;
import dev.interestlens.export.report.RecommendationPage;
import dev.interestlens.export.report.RecommendationSlide;
import dev.interestlens.export.report.json.RecommendationJson;
import dev.interestlens.figure.Palette;
import dev.interestlens.figure.file.FigureFile;
import dev.interestlens.model.config.Allowed;
import dev.interestlens.model.config.Needs;
import dev.interestlens.recommend.People;
import dev.interestlens.recommend.Person;
import dev.interestlens.recommend.Recommendation;
import dev.interestlens.recommend.Recommender;
import dev.interestlens.store.Disk;
import dev.interestlens.store.EnumNames;
import dev.interestlens.store.Json;
import dev.interestlens.store.OutputPath;
import dev.interestlens.store.Problem;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.workspace.OpenRun;
import dev.interestlens.workspace.score.BatchRecommendation;
import dev.interestlens.workspace.score.BatchRecommendation.At;
import dev.interestlens.workspace.score.HistoryFile;
import dev.interestlens.workspace.score.UserKeys;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Recommends the best items of the whole catalogue to one user, to many, or to a history put together by hand. */
@Command(name = "recommend")
final class RecommendCommand extends WritingCommand implements Runnable {
    @Option(names = "--run", required = true)
    private Path run;

    @Option(names = "--user")
    private String user;

    @Option(names = "--users")
    private Path users;

    @Option(names = "--all")
    private boolean all;

    @Option(names = "--history")
    private Path history;

    @Mixin
    private AskedLists asked;

    @Option(names = "--out")
    private Path out;

    @Option(names = "--progress")
    @Needs({"--users", "--all", "--out"})
    @Allowed(values = "json")
    private String progress;

    @Override
    public void run() {
        check();
        OutputPath target = overwrite.file(endings(), out, users, history);
        try (OpenRun open = OpenRun.best(new RunFolder(run));
                Interrupt interrupt = new Interrupt(console)) {
            Recommendation.Wish wish = asked.wish(open.samples());
            boolean several = users != null || all;
            if (several || user != null && isTable()) {
                many(open, wish, target, interrupt);
            }
            if (!several && (json || !isTable())) {
                one(open, wish, isTable() ? null : target);
            }
        }
    }

    private void check() {
        long named = Stream.of(user != null, users != null, all, history != null)
                .filter(given -> given)
                .count();
        if (named != 1) {
            throw Problem.usage(RecommendCommand.class, "recommendWhom").exception();
        }
        if ((users != null || all) && out == null) {
            throw Problem.usage(RecommendCommand.class, "recommendNeedsFile")
                    .exception("option", all ? "--all" : "--users");
        }
        if (history != null && isTable()) {
            throw Problem.usage(RecommendCommand.class, "historyAsTable", out).exception();
        }
        OptionValues.idle(progress != null && users == null && !all && !isTable(), "--progress", out);
    }

    private List<String> endings() {
        Stream<String> slide = users == null && !all ? FigureFile.ENDINGS.stream() : Stream.empty();
        return Stream.concat(BatchRecommendation.ENDINGS.stream(), slide).toList();
    }

    private boolean isTable() {
        return out != null && OutputPath.ending(out).matches("csv|parquet");
    }

    private void one(OpenRun open, Recommendation.Wish wish, OutputPath target) {
        People people = new People(open.samples());
        Person person = person(open, people);
        At place = asked.at();
        Recommendation made;
        try (Recommender recommender = new Recommender(open.model(), open.samples())) {
            made = Recommendation.of(recommender, people, person, EnumNames.lower(place), wish, () -> false)
                    .orElseThrow();
        }
        if (target != null) {
            write(open, made, target);
            console.say("recommend.done", 1, out);
        }
        if (json || target == null) {
            console.json(tree(open, made));
        }
        if (made.entries().isEmpty()) {
            console.say("recommend.nothing");
        }
    }

    private Person person(OpenRun open, People people) {
        if (history != null) {
            HistoryFile file = HistoryFile.read(history);
            return people.made(file.name(), file.in(open.data(), history));
        }
        int number = OptionValues.named("--user", () -> people.user(user));
        return asked.at() == At.TEST
                ? OptionValues.named("--at", () -> people.beforeTest(number))
                : people.next(number);
    }

    private void write(OpenRun open, Recommendation made, OutputPath target) {
        String ending = OutputPath.ending(out);
        byte[] bytes =
                switch (ending) {
                    case "json" -> utf8(Json.pretty(tree(open, made)));
                    case "html", "htm" ->
                        utf8(RecommendationPage.begin(
                                        open.description().name(), open.data().info(), console.locale())
                                + RecommendationPage.article(made)
                                + RecommendationPage.end());
                    default ->
                        new FigureFile(Palette.LIGHT, console.locale())
                                .of(
                                        ending,
                                        new RecommendationSlide(made, open.provenance(made.at())),
                                        made.person().name());
                };
        target.write(Disk.real(), stream -> stream.write(bytes));
    }

    private static ObjectNode tree(OpenRun open, Recommendation made) {
        return RecommendationJson.tree(made, open.data().info().mark());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void many(OpenRun open, Recommendation.Wish wish, OutputPath target, Interrupt interrupt) {
        BatchRecommendation work = new BatchRecommendation(
                open,
                target,
                new PrintedProgress(console, "json".equals(progress), interrupt),
                console.locale(),
                BatchRecommendation.PIECE);
        BatchRecommendation.Result result = work.to(keys(open), asked.at(), wish);
        if (result.taken() > 0) {
            console.say("recommend.resumed", result.taken());
        }
        if (result.empty() > 0) {
            console.say("recommend.empty", result.empty());
        }
        console.say("recommend.done", result.users(), out);
        if (json && (users != null || all)) {
            console.json(ListsJson.of(out.toString(), result));
        }
    }

    private List<String> keys(OpenRun open) {
        if (user != null) {
            OptionValues.named("--user", () -> new People(open.samples()).user(user));
            return List.of(user);
        }
        return all
                ? IntStream.range(0, open.data().users())
                        .mapToObj(open.data()::userKey)
                        .toList()
                : UserKeys.read(users);
    }
}
