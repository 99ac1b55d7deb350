/**
 * Untrusted ONNX files: their contents, read without running them, and the child process in which they run. No file is run before it was checked, and
 * none in the calling process. Used only by the package above.
 */
package dev.interestlens.foreign.onnx;
