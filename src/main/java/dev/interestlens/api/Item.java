package dev.interestlens.api;

import java.util.Locale;
import java.util.Objects;

/**
 * An item of the catalogue.
 *
 * @param key its id in the source of the data
 * @param title in English, or the key where it has no title
 * @param titleZh in Chinese; as the English one where the source has none
 * @param category in English, several with commas between them; empty where it has none
 */
public record Item(String key, String title, String titleZh, String category) {
    /** Refuses nulls. */
    public Item {
        Objects.requireNonNull(key);
        Objects.requireNonNull(title);
        Objects.requireNonNull(titleZh);
        Objects.requireNonNull(category);
    }

    /**
     * The title in a language.
     *
     * @param language Chinese gives the Chinese one, any other the English one
     * @return the title
     */
    public String title(Locale language) {
        return language.getLanguage().equals("zh") ? titleZh : title;
    }
}
