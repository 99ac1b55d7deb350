/** Filters, sorting and columns of the table of predictions, and bookmarks. */
package dev.interestlens.ui.explain.query;
