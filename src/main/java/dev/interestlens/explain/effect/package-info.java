/** Measured effects of removing behaviours, groups and fields on a score, and how far attention agrees with them. */
package dev.interestlens.explain.effect;
