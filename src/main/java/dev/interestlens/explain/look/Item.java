package dev.interestlens.explain.look;

import dev.interestlens.explain.words.Text;
import java.util.List;
import java.util.Objects;

/**
 * An item with its names.
 *
 * @param number its id in the prepared data set
 * @param id its id in the source
 * @param title its title, or its id where it has none
 * @param category its category's name, or several with commas between them; empty where it has none
 * @param categories one by one
 */
public record Item(int number, String id, Text title, Text category, List<Text> categories) {
    /** With one category, or none. */
    public Item(int number, String id, Text title, Text category) {
        this(number, id, title, category, category.en().isEmpty() ? List.of() : List.of(category));
    }

    public Item {
        Objects.requireNonNull(id);
        Objects.requireNonNull(title);
        Objects.requireNonNull(category);
        categories = List.copyOf(categories);
    }
}
