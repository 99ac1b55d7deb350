/** How negatives are drawn, as functions of a seed and of what they are for. */
package dev.interestlens.data.protocol.draw;
