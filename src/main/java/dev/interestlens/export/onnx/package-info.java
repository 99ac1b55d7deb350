/**
 * Models as ONNX files: the graph that a model describes in the operators of opset 17, and ONNX Runtime to read it back. The format and the runtime
 * are used only here. A file counts as written only after its scores were compared with the model's own.
 */
package dev.interestlens.export.onnx;
