/**
 * Which column of a table holds the user, the item, the time and the fields, found from names and values. Each answer has a confidence and the reason
 * for it, and a column that is left out has its reason, too. Used by the layout of any table, and shown before an import.
 */
package dev.interestlens.data.source.role;
