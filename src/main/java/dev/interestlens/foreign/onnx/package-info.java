/**
 * ONNX files of strangers: what is in them, read without running them, and the child process in which they run. No file is run before it was looked
 * through, and none in the process of whoever asks. Used by the package above alone.
 */
package dev.interestlens.foreign.onnx;
