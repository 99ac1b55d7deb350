/** A model as a graph, for ONNX and TorchScript: whole, or as two graphs of a user and of candidates. */
package dev.interestlens.model.graph;
