/** The pooling baseline: the whole history as one vector, whatever the candidate. What attention adds is measured against it. */
package dev.interestlens.model.pool;
