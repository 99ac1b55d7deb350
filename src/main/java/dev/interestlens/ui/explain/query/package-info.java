/** Which predictions are shown and in which order: filters, orders, columns, and what a person keeps. */
package dev.interestlens.ui.explain.query;
