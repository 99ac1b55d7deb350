/** What keeps embedding rows small. */
package dev.interestlens.nn.penalty;
