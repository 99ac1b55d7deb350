/** Where a model looked: the prediction that is asked about, what one forward pass shows of it, and the history as a person changed it. */
package dev.interestlens.explain.look;
