package dev.interestlens.export.serving;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.interestlens.data.Field;
import dev.interestlens.data.Schema;
import dev.interestlens.export.PrecisionCost;
import dev.interestlens.model.TrainedModel;
import dev.interestlens.model.graph.CacheRule;
import dev.interestlens.model.graph.GraphInput;
import dev.interestlens.model.graph.GraphModel;
import dev.interestlens.model.graph.ServingForm;
import dev.interestlens.model.graph.ServingForm.Carried;
import dev.interestlens.store.EnumNames;
import dev.interestlens.store.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * {@code serving.json}: inputs and outputs of the two graphs, and what may be cached. The graphs and the accuracy are flattened.
 *
 * @param format {@link #FORMAT}
 * @param version of the format
 * @param model its family
 * @param historyLength the most behaviours a history holds
 * @param precision of the ONNX files: {@code float, int8, float16-embeddings}
 * @param cache what may be reused when the history changes
 * @param candidatesAtOnce best number of candidates for the second graph; null for any number
 */
public record ServingManifest(
        String format,
        int version,
        String model,
        int historyLength,
        String precision,
        @JsonUnwrapped Graphs graphs,
        Cache cache,
        Integer candidatesAtOnce,
        @JsonUnwrapped Accuracy accuracy) {
    /** Its format. */
    public static final String FORMAT = "interest-lens-serving";

    /** Its name in the folder. */
    public static final String NAME = "serving.json";

    /**
     * The two graphs, and what goes between them.
     *
     * @param user the graph of a user's history
     * @param candidate the graph of the candidates of one user
     * @param passed outputs of the first that are inputs of the second, under the same names
     * @param carried states that the first takes, zeros at the beginning of a history, and returns
     */
    public record Graphs(Part user, Part candidate, List<Tensor> passed, List<Carried> carried) {}

    /**
     * How near the scores are to those of the model.
     *
     * @param checked what was compared after writing, in 32-bit floats
     * @param precisionCost cost of reduced precision; null for 32-bit floats
     */
    public record Accuracy(Checked checked, PrecisionCost precisionCost) {}

    /**
     * A graph.
     *
     * @param onnx its file
     * @param torchscript its archive, or null where none was written
     * @param arguments names of all inputs in the order of the archive
     * @param outputs in the order of the archive
     */
    public record Part(
            String onnx, String torchscript, List<Input> inputs, List<String> arguments, List<String> outputs) {}

    /**
     * A field that a graph takes.
     *
     * @param ids number of its ids, 0 for numbers and seconds
     */
    public record Input(String name, String holds, String type, List<String> axes, int ids) {}

    /**
     * A tensor that is passed.
     *
     * @param axes the first is of users in the first graph and 1 in the second
     * @param whenAppended {@code concatenate} along axis 1, or {@code replace}
     */
    public record Tensor(String name, List<String> axes, String whenAppended) {}

    /** What may be reused. */
    public record Cache(Rule append, Rule drop) {}

    /** Whether the scores then equal those of the whole history, and the reason in words. */
    public record Rule(boolean exact, String reason, String en, String zh) {
        static Rule of(String what, CacheRule.Answer answer) {
            String reason = EnumNames.lower(answer);
            Texts words = Texts.beside(ServingManifest.class);
            return new Rule(
                    answer.exact(),
                    reason,
                    words.text(what + reason, Locale.ENGLISH),
                    words.text(what + reason, Locale.CHINESE));
        }
    }

    /** Rows that were compared with the model, and the largest difference of a score: of pairs, and of users with an appended behaviour. */
    public record Checked(int rows, double largestScore, int appended, double largestAppended) {}

    static ServingManifest of(
            TrainedModel trained,
            ServingForm form,
            ServingExport.Options options,
            Checked checked,
            Optional<PrecisionCost> cost) {
        Schema schema = trained.input().schema();
        boolean torchscript = options.torchscript();
        List<Tensor> passed = new ArrayList<>();
        form.passed().forEach(each -> {
            List<String> axes = new ArrayList<>(List.of("1"));
            axes.addAll(each.axes());
            passed.add(new Tensor(each.name(), axes, each.grows() ? "concatenate" : "replace"));
        });
        return new ServingManifest(
                FORMAT,
                1,
                trained.config().id(),
                Math.min(options.history(), trained.input().historyLength()),
                options.precision().word(),
                new Graphs(
                        part("user", torchscript, form.user(), schema, form.gives()),
                        part(
                                "candidate",
                                torchscript,
                                form.candidate(),
                                schema,
                                List.of(GraphModel.SCORE, GraphModel.LOGIT)),
                        passed,
                        form.carried()),
                new Cache(
                        Rule.of("append.", form.cache().append()),
                        Rule.of("drop.", form.cache().drop())),
                form.candidatesAtOnce() == ServingForm.ANY ? null : form.candidatesAtOnce(),
                new Accuracy(checked, cost.orElse(null)));
    }

    private static Part part(
            String name, boolean torchscript, ServingForm.Takes takes, Schema schema, List<String> outputs) {
        return new Part(
                name + ".onnx",
                torchscript ? name + ".pt" : null,
                takes.fields().stream().map(each -> input(each, schema)).toList(),
                takes.arguments(),
                outputs);
    }

    private static Input input(GraphInput input, Schema schema) {
        List<Field> fields =
                switch (input.source()) {
                    case HISTORY, CANDIDATE -> schema.categoricalItemFields();
                    case USER -> schema.categoricalUserFields();
                    case CONTEXT -> schema.categoricalContextFields();
                    default -> List.of();
                };
        return new Input(
                input.name(),
                EnumNames.lower(input.source()),
                input.type() == dev.interestlens.nn.graph.Graph.Type.I64 ? "int64" : "float32",
                input.axes(),
                fields.isEmpty() ? 0 : fields.get(input.field()).size());
    }
}
