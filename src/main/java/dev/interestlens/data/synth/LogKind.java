package dev.interestlens.data.synth;

import dev.interestlens.store.FolderKind;
import java.util.List;

/** All kinds of logs that can be generated. */
public enum LogKind {
    MIXED,
    BRANDS,
    BAG,
    DRIFT,
    ORDER,
    NULL,
    /** Candidates that need two interests at once. */
    PAIR,
    /** Fields of user, context and item are the causes. */
    FIELDS,
    /** Long histories with causes far back. */
    FAR;

    /** A log of this kind with its usual settings. */
    public PlantedLog log(int users, long seed) {
        return log(users, seed, 0);
    }

    /**
     * The same.
     *
     * @param repeats the share of events of a shop that repeat an item, in [0, 1]
     */
    public PlantedLog log(int users, long seed, double repeats) {
        return switch (this) {
            case PAIR -> new PairLog(PairSettings.of(users, seed));
            case FIELDS -> new FieldShop(users, seed);
            case FAR -> new FarShop(FarSettings.of(FarCause.SAME, users, FarSettings.USUAL_LENGTH, List.of(), seed));
            default ->
                new ShopGenerator(ShopSettings.of(ShopKind.valueOf(name()), users, seed)
                                .withRepeats(repeats))
                        .generate();
        };
    }

    /** The kind of folder that it is written to. */
    public FolderKind folder() {
        return switch (this) {
            case FIELDS -> FieldShop.KIND;
            case FAR -> FarShop.KIND;
            default -> Shop.KIND;
        };
    }
}
