/**
 * Models as TorchScript archives, written from Java: the graph that a model describes as the source of a module, its weights as pickled tensors below
 * modules of the same names, so that torch's {@code state_dict} holds the names of the reference code. Read back through DJL and compared before a
 * file counts as written.
 */
package dev.interestlens.export.torch;
