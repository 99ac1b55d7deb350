package dev.interestlens.data.source;

/**
 * A row as a person would tell it.
 *
 * @param user the id
 * @param item the title, else the id
 * @param category empty where none is known
 * @param time in the form of ISO 8601, such as {@code 2022-01-06 14:09:00}; empty where it has none or it cannot be read yet
 * @param chosen false where a label says that the item was shown and not chosen
 */
public record ToldRow(String user, String item, String category, String time, boolean chosen) {}
