package dev.interestlens.model;

import dev.interestlens.model.bst.BstFamily;
import dev.interestlens.model.config.ModelConfig;
import dev.interestlens.model.config.ModelInput;
import dev.interestlens.model.dien.DienFamily;
import dev.interestlens.model.din.DinFamily;
import dev.interestlens.model.family.DataFinding;
import dev.interestlens.model.family.TeachingStep;
import dev.interestlens.model.graph.FeatureSource;
import dev.interestlens.model.graph.GraphFeatures;
import dev.interestlens.model.graph.GraphInput;
import dev.interestlens.model.graph.GraphModel;
import dev.interestlens.model.graph.ServingFeatures;
import dev.interestlens.model.graph.ServingForm;
import dev.interestlens.model.graph.ServingGraphs;
import dev.interestlens.model.hstu.HstuFamily;
import dev.interestlens.model.neighbours.NeighboursFamily;
import dev.interestlens.model.onetrans.OneTransFamily;
import dev.interestlens.model.pool.PoolFamily;
import dev.interestlens.model.sasrec.SasrecFamily;
import dev.interestlens.nn.graph.Graph;
import dev.interestlens.store.Problem;
import java.util.List;
import java.util.Locale;

/** All families; a new one is one line here. */
public final class ModelCatalog {
    private static final List<ModelFamily<?>> FAMILIES = List.of(
            new PoolFamily(),
            new DinFamily(),
            new DienFamily(),
            new BstFamily(),
            new SasrecFamily(),
            new HstuFamily(),
            new OneTransFamily(),
            new NeighboursFamily());

    private static final ModelFamily<?> FOREIGN = new ForeignFamily();

    private ModelCatalog() {}

    /** The families that can be trained. */
    public static List<ModelFamily<?>> families() {
        return FAMILIES;
    }

    /** Their ids. */
    public static List<String> ids() {
        return FAMILIES.stream().map(family -> family.id()).toList();
    }

    /** The default family. */
    public static ModelFamily<?> first() {
        return FAMILIES.stream()
                .filter(family -> family.suitability()
                        .filter(suits -> suits.votes(DataFinding.PLACE_TO_START) > 0)
                        .isPresent())
                .findFirst()
                .orElseThrow();
    }

    /** The family of that id; a usage problem lists the known ones. */
    public static ModelFamily<?> family(String id) {
        if (id.equals(ForeignConfig.ID)) {
            return FOREIGN;
        }
        return FAMILIES.stream().filter(f -> f.id().equals(id)).findFirst().orElseThrow(() -> Problem.usage(
                        ModelCatalog.class, "unknownModel")
                .value(id)
                .exception("known", String.join(", ", ids())));
    }

    /** A model of this configuration, whose parameters are not made yet; a problem where the configuration cannot work. */
    public static CtrModel create(ModelConfig config, ModelInput input) {
        config.check(input);
        config.reading().check(input);
        CtrModel model = make(family(config.id()), config, input.with(config));
        model.read(config.reading());
        return model;
    }

    /**
     * The model of this configuration as a graph with the outputs {@code score}, {@code logit} and, where asked for, its attention.
     *
     * @return what the graph takes
     */
    public static List<GraphInput> describe(ModelConfig config, ModelInput input, Graph graph, boolean attention) {
        GraphModel described = describe(family(config.id()), config, new FeatureSource.OfFile(graph, input));
        graph.output(GraphModel.SCORE, graph.sigmoid(described.logits()), GraphFeatures.BATCH);
        graph.output(GraphModel.LOGIT, described.logits(), GraphFeatures.BATCH);
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
        ServingForm form = serve(family(config.id()), config, input, graphs);
        Graph candidate = graphs.candidate();
        candidate.output(GraphModel.SCORE, candidate.sigmoid(form.logits()), ServingFeatures.CANDIDATES);
        candidate.output(GraphModel.LOGIT, form.logits(), ServingFeatures.CANDIDATES);
        return form;
    }

    /** The name of a family where texts have no language, such as a stamp on a figure. */
    public static String name(String id) {
        return family(id).name(Locale.ENGLISH);
    }

    /** What a model of this configuration computes, step by step. */
    public static List<TeachingStep> teaching(ModelConfig config) {
        return teaching(family(config.id()), config);
    }

    private static <C extends ModelConfig> CtrModel make(ModelFamily<C> family, ModelConfig config, ModelInput input) {
        return family.model(family.configType().cast(config), input);
    }

    private static <C extends ModelConfig> GraphModel describe(
            ModelFamily<C> family, ModelConfig config, FeatureSource source) {
        return family.graph(family.configType().cast(config), source);
    }

    private static <C extends ModelConfig> ServingForm serve(
            ModelFamily<C> family, ModelConfig config, ModelInput input, ServingGraphs graphs) {
        return family.serving(family.configType().cast(config), input, graphs);
    }

    private static <C extends ModelConfig> List<TeachingStep> teaching(ModelFamily<C> family, ModelConfig config) {
        return family.teaching(family.configType().cast(config));
    }
}
