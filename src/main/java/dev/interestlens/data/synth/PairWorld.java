package dev.interestlens.data.synth;

import java.util.ArrayList;
import java.util.List;

/**
 * Single items, {@link #ITEMS} of each interest, which fill histories; and pairs, one for any two interests, which are the candidates. An interest is a
 * category of the shop; a pair has two.
 */
final class PairWorld {

    static final int INTERESTS = 24;
    static final int ITEMS = 6;
    static final int SINGLES = INTERESTS * ITEMS;

    private final List<ShopWords.Word> categories = new ArrayList<>();
    private final List<ShopWords.Domain> domains = new ArrayList<>();
    private final ShopWords words = ShopWords.load();

    PairWorld() {
        for (int k = 0; k < INTERESTS; k++) {
            ShopWords.Domain domain = words.domains().get(k / 2);
            domains.add(domain);
            categories.add(domain.categories().get(2 * (k % 2)));
        }
    }

    /** Number of items, singles first. */
    int items() {
        return SINGLES + INTERESTS * (INTERESTS - 1) / 2;
    }

    static int single(int interest, int which) {
        return interest * ITEMS + which;
    }

    /** The pair of two different interests, in any order. */
    static int pair(int one, int other) {
        int low = Math.min(one, other);
        int high = Math.max(one, other);
        return SINGLES + high * (high - 1) / 2 + low;
    }

    /** {@code item_id,category,domain,series,title,title_zh}. */
    String line(int item) {
        return item < SINGLES ? single(item) : pair(item);
    }

    private String single(int item) {
        int interest = item / ITEMS;
        ShopWords.Domain domain = domains.get(interest);
        ShopWords.Word category = categories.get(interest);
        ShopWords.Word brand = domain.brands().get(item % ITEMS % ShopWords.BRANDS);
        ShopWords.Word variant = words.variants().get(item % ITEMS);
        return String.join(
                ",",
                ShopWorld.key(item),
                category.en(),
                domain.name().en(),
                brand.en(),
                brand.en() + " " + category.en() + " " + variant.en(),
                brand.zh() + " " + category.zh() + " " + variant.zh());
    }

    private String pair(int item) {
        int high = 1;
        while (pair(high, 0) + high <= item) {
            high++;
        }
        ShopWords.Word one = categories.get(item - pair(high, 0));
        ShopWords.Word two = categories.get(high);
        return String.join(
                ",",
                ShopWorld.key(item),
                one.en() + "|" + two.en(),
                "",
                "",
                one.en() + " + " + two.en() + " set",
                one.zh() + " + " + two.zh() + " 套装");
    }
}
