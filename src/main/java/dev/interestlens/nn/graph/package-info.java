/**
 * A forward pass as a description instead of a computation: a model says once which operations it is made of, and a writer turns that into a file of
 * some format. What is described is the plain form in evaluation; weights are named, never copied here. Models use it beside their forward pass,
 * exporters implement {@link dev.interestlens.nn.graph.Graph}.
 */
package dev.interestlens.nn.graph;
