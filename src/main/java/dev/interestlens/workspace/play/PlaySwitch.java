package dev.interestlens.workspace.play;

import java.util.List;

/**
 * A switch of a model that the playground offers.
 *
 * @param setting its dotted name in a configuration
 * @param choices its values as they are written there, the usual one first
 */
public record PlaySwitch(String setting, List<String> choices) {
    private static final List<String> POSITIONS = List.of("indexAndTime", "none", "index", "time");

    public PlaySwitch {
        choices = List.copyOf(choices);
    }

    private static PlaySwitch of(String setting, String... choices) {
        return new PlaySwitch(setting, List.of(choices));
    }

    /** Those of a family; BST has no switch for its residual connections. */
    public static List<PlaySwitch> ofFamily(String family) {
        return switch (family) {
            case "din" ->
                List.of(
                        of("model.normalisation", "softmax", "none"),
                        of("model.unit.inputs", "differenceProduct", "concat", "outerProduct"),
                        new PlaySwitch("model.position", POSITIONS),
                        of("model.interests", "1", "2"));
            case "dien" ->
                List.of(
                        of("model.evolution", "augru", "agru", "aigru", "gru"),
                        of("model.auxiliary.kind", "innerProduct", "none"),
                        new PlaySwitch("model.position", POSITIONS),
                        of("model.beside", "none", "attended"));
            case "bst" ->
                List.of(
                        of("model.encoder.heads", "2", "1", "4"),
                        of("model.encoder.blocks", "1", "2"),
                        new PlaySwitch("model.position.kind", POSITIONS),
                        of("model.encoder.start", "similarity", "random"));
            case "pool" -> List.of(of("model.pooling", "mean", "sum", "none"));
            default -> throw new IllegalArgumentException(family);
        };
    }

    /** Its name below the model. */
    public String field() {
        return setting.substring(setting.indexOf('.') + 1);
    }

    /** The usual value. */
    public String usual() {
        return choices.get(0);
    }
}
