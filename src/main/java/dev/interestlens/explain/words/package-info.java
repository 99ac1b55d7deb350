/** Texts of an explanation in both languages: texts with their values, names of categories, moments. */
package dev.interestlens.explain.words;
