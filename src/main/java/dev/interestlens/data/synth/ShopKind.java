package dev.interestlens.data.synth;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.interestlens.store.EnumNames;

/** Kinds of shops, by the structure that a model can learn. */
public enum ShopKind {
    /** Everything at once; the bundled sample. */
    MIXED(new ShopSettings.Behaviour(.40, .15, .15, .70, .70, 1, 4, 1, 0)),
    /** 48 fine interests, identified by the brand in the title: attention is far better than pooling. */
    BRANDS(new ShopSettings.Behaviour(.40, .15, .15, .70, .70, 1, 4, 4, 0)),
    /** Only which items there are: any order of the history gives the same probabilities. */
    BAG(new ShopSettings.Behaviour(0, .20, .15, 1, 0, 1, 5, 4, 0)),
    /** Only how recent an interest is. */
    DRIFT(new ShopSettings.Behaviour(.40, .15, .15, .40, 0, 1, 4, 1, 0)),
    /** Only the chain: the last item of an interest decides. */
    ORDER(new ShopSettings.Behaviour(0, .20, .15, 1, .95, 2, 4, 1, 0)),
    /** Almost only popularity: a result above the ceiling indicates a leak. */
    NULL(new ShopSettings.Behaviour(.40, 1, 1, 1, 0, 1, 4, 1, 0));

    private final ShopSettings.Behaviour behaviour;

    ShopKind(ShopSettings.Behaviour behaviour) {
        this.behaviour = behaviour;
    }

    public ShopSettings.Behaviour behaviour() {
        return behaviour;
    }

    /** The name in files and commands: {@code mixed}. */
    @JsonValue
    public String id() {
        return EnumNames.lower(this);
    }
}
