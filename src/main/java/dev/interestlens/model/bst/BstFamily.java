package dev.interestlens.model.bst;

import dev.interestlens.model.FamilyParts;
import dev.interestlens.model.ModelFamily;
import dev.interestlens.model.bst.BstConfig.CandidatePlace;
import dev.interestlens.model.bst.BstConfig.ReadOut;
import dev.interestlens.model.bst.PositionConfig.SequencePosition;
import dev.interestlens.model.family.AblationVariant;
import dev.interestlens.model.family.BenchmarkShape;
import dev.interestlens.model.family.DataFinding;
import dev.interestlens.model.family.Suitability;
import dev.interestlens.model.family.TeachingStep;
import dev.interestlens.model.family.TeachingStep.Over;
import dev.interestlens.model.family.TeachingSteps;
import dev.interestlens.nn.TraceNames;
import dev.interestlens.nn.layer.Window;
import dev.interestlens.store.KeyedText;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything that belongs to BST apart from its model. */
public final class BstFamily implements ModelFamily<BstConfig> {
    @Override
    public FamilyParts<BstConfig> parts() {
        return new FamilyParts<>(
                "bst", BstConfig.class, BstConfig::preset, Bst::new, BstGraph::describe, BstServing::describe);
    }

    @Override
    public List<TeachingStep> teaching(BstConfig config) {
        boolean inside = config.candidate() == CandidatePlace.INSIDE;
        TeachingSteps steps = new TeachingSteps(texts());
        steps.add("input")
                .shows(TraceNames.INPUT, Over.UNITS)
                .title(placed(config) ? "placed" : "unplaced")
                .formula(
                        config.encoder().width() == 0 ? "kept" : "projected",
                        element(config, steps),
                        steps.words("order." + config.candidate()))
                .text(config.candidate());
        steps.add("attend")
                .shows(TraceNames.attention(0), Over.HISTORY)
                .title(seen(config))
                .formula(config.encoder().norm())
                .text(config.candidate());
        steps.add("block")
                .shows(TraceNames.layerOutput(0), Over.UNITS)
                .by(config.encoder().norm());
        steps.add("read")
                .shows(TraceNames.INTEREST, Over.UNITS)
                .formula(config.readOut())
                .text(config.readOut());
        if (config.head().multiplies()) {
            steps.addProducts();
        }
        boolean read = config.readOut() == ReadOut.CANDIDATE || config.readOut() == ReadOut.CONCAT;
        steps.add("head").shows(TraceNames.LOGIT, Over.UNITS).formula(inside && read ? "inside" : "beside");
        return steps.list();
    }

    private static String seen(BstConfig config) {
        Window window = config.window();
        return window == Window.ALL ? "FULL" : window.global() ? "WINDOW" : "NEIGHBOURS";
    }

    private static boolean placed(BstConfig config) {
        return config.position().kind() != SequencePosition.NONE;
    }

    /** An element of the sequence: an item, with its position where that is read. */
    private static KeyedText element(BstConfig config, TeachingSteps steps) {
        KeyedText item = steps.words("item." + config.itemFields());
        String end = config.candidate() == CandidatePlace.INSIDE ? "n + 1" : "n";
        return placed(config)
                ? steps.words(
                        "place." + config.position().use(),
                        item,
                        steps.words("position." + config.position().kind(), end))
                : item;
    }

    /** Chen et al. 2019, table 2 on the number of blocks, and section 2.1 on positions. */
    @Override
    public List<AblationVariant> ablations() {
        return List.of(
                AblationVariant.instead("pool"),
                AblationVariant.instead("din"),
                AblationVariant.of(id(), "blocks2", "model.encoder.blocks=2"),
                AblationVariant.of(id(), "blocks3", "model.encoder.blocks=3"),
                AblationVariant.of(id(), "noPosition", "model.position.kind=none"),
                AblationVariant.of(id(), "sinusoid", "model.position.kind=sinusoid"),
                AblationVariant.of(id(), "oneHead", "model.encoder.heads=1"));
    }

    @Override
    public Optional<Suitability> suitability() {
        return Optional.of(new Suitability(
                2,
                Map.of(
                        DataFinding.MIDDLING_HISTORIES, 1,
                        DataFinding.LONG_HISTORIES, 1,
                        DataFinding.ORDER_MATTERS, 1)));
    }

    /** Two blocks: query, key, value, output and feed-forward a position, attention by the mean length. */
    @Override
    public Optional<BenchmarkShape> benchmark() {
        return Optional.of(new BenchmarkShape(
                List.of(),
                false,
                0,
                0,
                (n, b) -> 2 * 2 * n * (4 * 64 * 64 + 2 * 64 * 256 + 2 * 64 * n / b) + 2 * b * (128 * 256 + 256)));
    }
}
