/**
 * How a file from elsewhere is fed from a data set: its inputs, and the numbers by which it knows items, users and categories. Written and read as
 * {@code mapping.json}; runs nothing. Used by whoever opens or shows such a model.
 */
package dev.interestlens.foreign.mapping;
