package dev.interestlens.data.synth;

import dev.interestlens.store.ArrayFill;

/** The items of a {@link PlayShop}: one of each kind and brand. */
final class PlayWorld {
    static final int KINDS = 12;
    static final int BRANDS = 10;
    static final int ITEMS = KINDS * BRANDS;

    private final ShopWords words = ShopWords.load();
    private final int[] partner = new int[KINDS];

    /** @param seed decides which kinds belong together */
    PlayWorld(long seed) {
        int[] ring = ArrayFill.ints(KINDS, kind -> kind);
        Draws.of(seed, -1).shuffle(ring);
        for (int i = 0; i < KINDS; i++) {
            partner[ring[i]] = ring[(i + KINDS / 2) % KINDS];
        }
    }

    static int item(int kind, int brand) {
        return kind * BRANDS + brand;
    }

    /** The kind that belongs to a kind, and to which that one belongs. */
    int partner(int kind) {
        return partner[kind];
    }

    /** {@code item_id,category,brand,title,title_zh}. */
    String line(int item) {
        PlayHistory.Name name = name(item);
        return String.join(
                ",", ShopWorld.key(item), kind(item).en(), brand(item).en(), name.en(), name.zh());
    }

    /** Brand and kind. */
    PlayHistory.Name name(int item) {
        return new PlayHistory.Name(
                brand(item).en() + " " + kind(item).en(),
                brand(item).zh() + " " + kind(item).zh());
    }

    private ShopWords.Word kind(int item) {
        return words.domains().get(item / BRANDS).categories().get(0);
    }

    private ShopWords.Word brand(int item) {
        return words.domains().get(item % BRANDS).brands().get(0);
    }
}
