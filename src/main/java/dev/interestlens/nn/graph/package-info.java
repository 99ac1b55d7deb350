/**
 * Descriptions of forward passes: a model lists its operations once, and a writer turns them into a file of some format. They describe the plain form
 * in evaluation only: dropout, batch statistics, traces and changes by hand belong to the forward pass itself. Weights are referred to by name, never
 * copied. Models use it beside their forward pass; exporters implement {@link dev.interestlens.nn.graph.Graph}.
 */
package dev.interestlens.nn.graph;
