package dev.interestlens.data.synth;

import dev.interestlens.store.ArrayFill;

/** The items of a {@link FarShop} by category and slot, and which category is the cause of which other one. */
final class FarWorld {
    private final int[] cause = new int[FarSettings.CATEGORIES];
    private final int[] askedBy = new int[FarSettings.CATEGORIES];

    FarWorld(long seed) {
        int[] ring = ArrayFill.ints(FarSettings.CATEGORIES, c -> c);
        Draws.of(seed, -1).shuffle(ring); // a cyclic order, so that no category is its own cause
        for (int i = 0; i < ring.length; i++) {
            int next = ring[(i + 1) % ring.length];
            cause[ring[i]] = next;
            askedBy[next] = ring[i];
        }
    }

    int item(int category, int slot) {
        return category * FarSettings.SLOTS + slot;
    }

    int category(int item) {
        return item / FarSettings.SLOTS;
    }

    /** The category whose behaviours cause candidates of the given one. */
    int causeOf(int category) {
        return cause[category];
    }

    /** The category of candidates that behaviours of the given one cause. */
    int askedBy(int category) {
        return askedBy[category];
    }

    String categoryName(int item) {
        return "Category " + two(category(item));
    }

    String title(int item) {
        return "Item " + two(category(item)) + "-" + item % FarSettings.SLOTS;
    }

    String chineseTitle(int item) {
        return "商品 " + two(category(item)) + "-" + item % FarSettings.SLOTS;
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : String.valueOf(number);
    }
}
