/** The strong simple scorers as a family: what followed what, summed over the newest behaviours. What models learn is measured against it. */
package dev.interestlens.model.neighbours;
