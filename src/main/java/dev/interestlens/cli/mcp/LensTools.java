package dev.interestlens.cli.mcp;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interestlens.cli.document.RunJson;
import dev.interestlens.cli.mcp.Tool.Argument;
import dev.interestlens.data.protocol.Part;
import dev.interestlens.explain.Explanation;
import dev.interestlens.explain.look.Impression;
import dev.interestlens.export.report.json.ExplanationJson;
import dev.interestlens.export.report.json.RecommendationJson;
import dev.interestlens.measurement.Findings;
import dev.interestlens.measurement.Measurements;
import dev.interestlens.measurement.quality.FidelityFigures;
import dev.interestlens.recommend.Filter;
import dev.interestlens.recommend.Person;
import dev.interestlens.recommend.Recommendation;
import dev.interestlens.store.Problem;
import dev.interestlens.workspace.RunSummary;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** The tools through which an assistant reads trained runs. Their documents are those of the commands with {@code --json}. */
public record LensTools(ServedRuns runs) {
    private static final Argument RUN = Argument.text("run", true, "Name of the run, as list_runs gives it.");
    private static final Argument USER =
            Argument.text("user", false, "Key of a user in the data's source. Either user or history is needed.");
    private static final Argument HISTORY =
            Argument.texts("history", "Item keys, oldest first: a history that nobody in the log has.");
    private static final Argument AT = Argument.word(
            "at",
            "next: after everything in the log; test: before the user's last test event, whose true item is known.",
            List.of("next", "test"));

    /** Fields that only a window can show. */
    private static final List<String> PICTURES = List.of("panels", "matrices", "attentions", "curves");

    private static final int USERS = 300;

    public List<Tool> all() {
        MeasurementTools measurements = new MeasurementTools(runs);
        return Stream.concat(own().stream(), Measurements.all().stream().map(measurements::of))
                .toList();
    }

    private List<Tool> own() {
        return List.of(
                new Tool(
                        "list_runs",
                        "List the runs",
                        "All trained runs with model, data set, state and validation measures. Begin here: other tools want a run's name.",
                        List.of(),
                        (given, cancelled) -> list()),
                new Tool(
                        "recommend",
                        "Recommend items",
                        "The best items of the whole catalogue for one user, or for a history put together by hand. With why, the behaviours that"
                                + " raise each item most, measured by removing them.",
                        List.of(
                                RUN,
                                USER,
                                HISTORY,
                                AT,
                                Argument.number("top", "Items of the list; 10 unless given.", 1, 100),
                                Argument.flag("why", "With reasons and a sentence; takes several times as long."),
                                Argument.texts("categories", "Only items of one of these categories."),
                                Argument.flag("with_seen", "Also items that the user has met.")),
                        this::recommend),
                new Tool(
                        "explain",
                        "Explain a score",
                        "Why an item gets its score before a history: for each behaviour Look (the attention weight) and Effect (what removing it does"
                                + " to the logit), groups, fields, and the sentence that may be said. Only its template strong says because. Give an"
                                + " item with a user or a history, or a sample of the test part.",
                        List.of(
                                RUN,
                                Argument.text("item", false, "Key of the item."),
                                USER,
                                HISTORY,
                                AT,
                                Argument.number("sample", "Row of the test part, from 0.", 0, Integer.MAX_VALUE)),
                        this::explain),
                new Tool(
                        "figures",
                        "Measure a run",
                        "How good a run is: AUC, GAUC and the true item's rank in the whole catalogue with intervals, beside baselines and leak probes;"
                                + " and, where it was measured, whether its attention matches what matters. Takes seconds to minutes.",
                        List.of(
                                RUN,
                                Argument.word("part", "Which samples.", List.of("test", "valid")),
                                Argument.number(
                                        "users",
                                        "Rank the catalogue for so many users; 300 unless given.",
                                        1,
                                        1_000_000)),
                        this::measure));
    }

    private ObjectNode list() {
        ObjectNode tree = Rpc.object();
        ArrayNode list = tree.putArray("runs");
        runs.byName().forEach((name, run) -> list.add(RunJson.of(name, run)));
        return tree;
    }

    private ObjectNode recommend(Arguments given, BooleanSupplier cancelled) {
        ServedRun run = runs.of(given.text("run").orElseThrow());
        Filter usual = Filter.usual(run.open().samples());
        Filter filter = usual.withSeen(usual.seen() || given.flag("with_seen"))
                .withCategories(Filter.categories(run.open().data(), given.texts("categories")));
        Recommendation.Wish wish = new Recommendation.Wish(filter, given.number("top", 10), 0, given.flag("why"));
        return Recommendation.of(run.recommender(), run.people(), person(run, given), at(given), wish, cancelled)
                .map(made ->
                        RecommendationJson.tree(made, run.open().data().info().mark()))
                .orElseGet(Rpc::object);
    }

    private ObjectNode explain(Arguments given, BooleanSupplier cancelled) {
        ServedRun run = runs.of(given.text("run").orElseThrow());
        boolean row = given.has("sample");
        if (row == given.has("item")) {
            throw Problem.usage(LensTools.class, "itemOrSample").exception();
        }
        Impression impression = row
                ? row(run, given)
                : impression(run, given, given.text("item").orElseThrow());
        String sample = row ? "test #" + given.number("sample", 0) : at(given);
        Optional<Explanation> found = run.explainer().explain(impression, cancelled);
        return found.map(each -> ExplanationJson.tree(each, run.open().provenance(sample))
                        .remove(PICTURES))
                .orElseGet(Rpc::object);
    }

    private static Impression impression(ServedRun run, Arguments given, String item) {
        int number = run.people().items(List.of(item)).get(0);
        return run.people().impression(person(run, given), number);
    }

    private static Impression row(ServedRun run, Arguments given) {
        int count = run.open().samples().size(Part.TEST);
        int row = given.number("sample", 0);
        if (given.has("user") || given.has("history") || given.has("at")) {
            throw Problem.usage(LensTools.class, "itemOrSample").exception();
        }
        if (row >= count) {
            throw Problem.usage(LensTools.class, "noSuchSample")
                    .value(Integer.toString(row))
                    .exception("count", count);
        }
        return run.explainer().impressions().of(Part.TEST, row);
    }

    private static Person person(ServedRun run, Arguments given) {
        if (given.has("user") == given.has("history") || given.has("history") && given.has("at")) {
            throw Problem.usage(LensTools.class, "userOrHistory").exception();
        }
        return run.person(given.text("user"), given.texts("history"), at(given).equals("test"));
    }

    private static String at(Arguments given) {
        return given.text("at").orElse("next");
    }

    private ObjectNode measure(Arguments given, BooleanSupplier cancelled) {
        String name = given.text("run").orElseThrow();
        ServedRun run = runs.of(name);
        ObjectNode tree = RunJson.of(name, RunSummary.of(run.open().folder()));
        Map<String, List<String>> settings = Map.of(
                "part", List.of(given.text("part").orElse("test")),
                "users", List.of(String.valueOf(given.number("users", USERS))));
        tree.set(
                "evaluation",
                Findings.of(Measurements.EVALUATE, name, run.open(), settings, new Cancelled(cancelled))
                        .document());
        tree.set(
                "fidelity",
                FidelityFigures.read(run.open().folder()).map(Rpc::tree).orElse(null));
        return tree;
    }
}
