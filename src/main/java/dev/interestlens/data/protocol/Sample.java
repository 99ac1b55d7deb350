package dev.interestlens.data.protocol;

/**
 * One row of a part. Its history is what the user did before {@code position}; nothing is copied.
 *
 * @param user number of the user
 * @param position place of the target in the user's own sequence, from 0
 * @param candidate item id
 * @param label 1 for what the user chose, 0 for a negative
 * @param time of the target event in seconds since 1970
 */
public record Sample(int user, int position, int candidate, float label, long time) {}
