package dev.interestlens.data.synth;

import dev.interestlens.store.Json;
import dev.interestlens.store.WholeFile;
import java.util.List;

/** The words of the shop, from {@code words.json}; each in English and Chinese. */
record ShopWords(List<Domain> domains, List<Word> variants) {

    static final int DOMAINS = 12;
    static final int CATEGORIES = 5;
    static final int BRANDS = 4;
    static final int VARIANTS = 10;
    static final int TITLES = DOMAINS * CATEGORIES * BRANDS * VARIANTS;

    record Word(String en, String zh) {}

    /**
     * A shelf of the shop.
     *
     * @param categories in a ring: the next category of a chain is the next in this list
     */
    record Domain(Word name, List<Word> categories, List<Word> brands) {
        Domain {
            require(categories.size() == CATEGORIES && brands.size() == BRANDS);
        }
    }

    ShopWords {
        require(domains.size() == DOMAINS && variants.size() == VARIANTS);
    }

    static ShopWords load() {
        return Json.read(WholeFile.resource(ShopWords.class, "words.json"), ShopWords.class);
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new IllegalArgumentException("words.json has another number of words");
        }
    }
}
