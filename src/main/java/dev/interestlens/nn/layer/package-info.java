/** The layers of models, each with its formula and its source. */
package dev.interestlens.nn.layer;
