package dev.interestlens.nn.graph;

/**
 * An array that a graph will compute.
 *
 * @param name unique within its graph
 * @param rank number of its axes
 */
public record Value(String name, int rank) {}
