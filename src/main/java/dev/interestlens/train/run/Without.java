package dev.interestlens.train.run;

/**
 * What the training of a run was not to read.
 *
 * @param filter as it was typed
 * @param events how many of the log match it
 * @param impressions likewise, of what was shown and not chosen
 * @param users how many have a matching row
 * @param digest SHA-256 of the matching events, as {@code user TAB item TAB time LF} each in the order of the data set, then of the impressions
 */
public record Without(String filter, long events, long impressions, int users, String digest) {}
