package dev.interestlens.data.synth;

import dev.interestlens.store.FolderKind;
import java.util.Locale;

/** Every log that can be made. */
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
    FIELDS;

    /** A log of this kind as it is meant. */
    public PlantedLog log(int users, long seed) {
        return switch (this) {
            case PAIR -> new PairLog(PairSettings.of(users, seed));
            case FIELDS -> new FieldShop(users, seed);
            default -> new ShopGenerator(ShopSettings.of(ShopKind.valueOf(name()), users, seed)).generate();
        };
    }

    /** The kind of folder that it is written to. */
    public FolderKind folder() {
        return this == FIELDS ? FieldShop.KIND : Shop.KIND;
    }

    /** The name in commands: {@code pair}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
