package dev.interestlens.explain;

import java.util.Objects;

/**
 * An item as a person reads it.
 *
 * @param number its id in the prepared data set
 * @param id its id in the source
 * @param title its title, or its id where it has none
 * @param category its category's name, empty where it has none
 */
public record Item(int number, String id, Text title, Text category) {
    public Item {
        Objects.requireNonNull(id);
        Objects.requireNonNull(title);
        Objects.requireNonNull(category);
    }
}
