/** Drawing of negatives, as functions of a seed and of their purpose. */
package dev.interestlens.data.protocol.draw;
