package dev.interestlens.model.family;

import java.util.List;

/**
 * A model without one part of the full model, or with another one in its place, to measure the effect of that part.
 *
 * @param id its name is the text {@code ablation.ID}, of the family or of all families
 * @param model id of the family it is trained with
 * @param settings what is set differently from the full model, as {@code --set} takes it
 */
public record AblationVariant(String id, String model, List<String> settings) {
    /** The id of the full model. */
    public static final String FULL = "full";

    public AblationVariant {
        settings = List.copyOf(settings);
    }

    /** The same family with other switches. */
    public static AblationVariant of(String family, String id, String... settings) {
        return new AblationVariant(id, family, List.of(settings));
    }

    /** Another family instead; its id also names the variant. */
    public static AblationVariant instead(String family) {
        return new AblationVariant(family, family, List.of());
    }
}
