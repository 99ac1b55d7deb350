/** The pooling baseline: the whole history as one vector, independent of the candidate. The effect of attention is measured against it. */
package dev.interestlens.model.pool;
