/**
 * Descriptions of forward passes: a model lists its operations once, and a writer turns them into a file of some format, or {@link
 * dev.interestlens.nn.graph.EngineGraph} computes them at once with gradients. They describe the plain form in evaluation; dropout and batch statistics
 * belong to the forward pass itself. Weights are referred to by name, never copied. Models use it beside their forward pass, or in its place; exporters
 * implement {@link dev.interestlens.nn.graph.Graph}.
 */
package dev.interestlens.nn.graph;
