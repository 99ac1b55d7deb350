package dev.interestlens.model;

import dev.interestlens.model.bst.Bst;
import dev.interestlens.model.bst.BstConfig;
import dev.interestlens.model.bst.BstGraph;
import dev.interestlens.model.bst.BstServing;
import dev.interestlens.model.dien.Dien;
import dev.interestlens.model.dien.DienConfig;
import dev.interestlens.model.dien.DienGraph;
import dev.interestlens.model.dien.DienServing;
import dev.interestlens.model.din.Din;
import dev.interestlens.model.din.DinConfig;
import dev.interestlens.model.din.DinGraph;
import dev.interestlens.model.din.DinServing;
import dev.interestlens.model.pool.Pool;
import dev.interestlens.model.pool.PoolConfig;
import dev.interestlens.model.pool.PoolGraph;
import dev.interestlens.model.pool.PoolServing;
import dev.interestlens.model.sasrec.Sasrec;
import dev.interestlens.model.sasrec.SasrecConfig;
import dev.interestlens.model.sasrec.SasrecGraph;
import dev.interestlens.model.sasrec.SasrecServing;
import dev.interestlens.nn.graph.Graph;
import dev.interestlens.store.Problem;
import dev.interestlens.store.ProblemException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** All families; a new one is one line here. */
public final class ModelCatalog {
    private static final List<ModelFamily<?>> FAMILIES = List.of(
            new ModelFamily<>(
                    "pool",
                    PoolConfig.class,
                    PoolConfig::preset,
                    Pool::new,
                    PoolGraph::describe,
                    PoolServing::describe),
            new ModelFamily<>(
                    "din", DinConfig.class, DinConfig::preset, Din::new, DinGraph::describe, DinServing::describe),
            new ModelFamily<>(
                    "dien",
                    DienConfig.class,
                    DienConfig::preset,
                    Dien::new,
                    DienGraph::describe,
                    DienServing::describe),
            new ModelFamily<>(
                    "bst", BstConfig.class, BstConfig::preset, Bst::new, BstGraph::describe, BstServing::describe),
            new ModelFamily<>(
                    "sasrec",
                    SasrecConfig.class,
                    SasrecConfig::preset,
                    Sasrec::new,
                    SasrecGraph::describe,
                    SasrecServing::describe));

    /** Models that came as files: known where a run is read, but nothing of them is built here. */
    private static final ModelFamily<?> FOREIGN = new ModelFamily<>(
            ForeignConfig.ID,
            ForeignConfig.class,
            preset -> ForeignConfig.NONE,
            (config, input) -> {
                throw refused();
            },
            (config, input, graph) -> {
                throw refused();
            },
            (config, input, graphs) -> {
                throw refused();
            });

    private ModelCatalog() {}

    /** Those that can be trained. */
    public static List<ModelFamily<?>> families() {
        return FAMILIES;
    }

    private static ProblemException refused() {
        return Problem.usage(ForeignConfig.class, "notTrainedHere").exception();
    }

    /** The family of that id; a usage problem names those there are. */
    public static ModelFamily<?> family(String id) {
        if (id.equals(ForeignConfig.ID)) {
            return FOREIGN;
        }
        return FAMILIES.stream().filter(f -> f.id().equals(id)).findFirst().orElseThrow(() -> Problem.usage(
                        ModelCatalog.class, "unknownModel")
                .value(id)
                .with("known", FAMILIES.stream().map(ModelFamily::id).collect(Collectors.joining(", ")))
                .exception());
    }

    /** A model of this configuration, refused in words where it cannot work; its parameters are not made yet. */
    public static CtrModel create(ModelConfig config, ModelInput input) {
        config.check(input);
        config.reading().check(input);
        CtrModel model = family(config.id()).make(config, input.with(config.reading()));
        model.read(config.reading());
        return model;
    }

    /**
     * The model of this configuration as a graph with the outputs {@code score}, {@code logit} and, where asked for, its attention.
     *
     * @return what the graph takes
     */
    public static List<GraphInput> describe(ModelConfig config, ModelInput input, Graph graph, boolean attention) {
        GraphModel described = family(config.id()).describe(config, input.with(config.reading()), graph);
        graph.output("score", graph.sigmoid(described.logits()), GraphFeatures.BATCH);
        graph.output("logit", described.logits(), GraphFeatures.BATCH);
        if (attention) {
            described
                    .attention()
                    .forEach(a ->
                            graph.output(a.name(), a.value().get(), a.axes().toArray(new String[0])));
        }
        return described.inputs();
    }

    /**
     * The model of this configuration as two graphs; the second has the outputs {@code score} and {@code logit}.
     */
    public static ServingForm serve(ModelConfig config, ModelInput input, ServingGraphs graphs) {
        ConfigCheck.that(
                config.reading().kind() == ReadingConfig.Kind.ALL,
                ReadingConfig.class,
                "nothingToKeep",
                "reading.kind",
                "value",
                config.reading().kind().name().toLowerCase(Locale.ROOT));
        ServingForm form = family(config.id()).serve(config, input, graphs);
        Graph candidate = graphs.candidate();
        candidate.output("score", candidate.sigmoid(form.logits()), ServingFeatures.CANDIDATES);
        candidate.output("logit", form.logits(), ServingFeatures.CANDIDATES);
        return form;
    }
}
