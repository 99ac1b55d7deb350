/** What removing behaviours, groups of them and fields really does to a score, always measured, and how far attention agrees with it. */
package dev.interestlens.explain.effect;
