package dev.interestlens.data.synth;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Chinese names of categories that the shop's files name only in English. */
public final class ShopNames {
    private final Map<String, String> categories = new HashMap<>();

    public ShopNames() {
        for (ShopWords.Domain domain : ShopWords.load().domains()) {
            domain.categories().forEach(word -> categories.put(word.en(), word.zh()));
        }
    }

    /** Of a category; empty where the shop has none of that name. */
    public Optional<String> chineseCategory(String english) {
        return Optional.ofNullable(categories.get(english));
    }
}
