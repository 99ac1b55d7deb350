package dev.interestlens.data.protocol;

/** A true item of a part, by the user and its position among the user's events. */
public record Target(int user, int position) {}
