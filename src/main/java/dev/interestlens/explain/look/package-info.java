/** Look: the prediction that is explained, what one forward pass gives, and histories edited by hand. */
package dev.interestlens.explain.look;
