/** Layers: what models are built of, each with its formula and its source. */
package dev.interestlens.nn.layer;
