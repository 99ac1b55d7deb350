/**
 * From the plan of an import to the columns of a data set: rows are read, judged, numbered, sorted and written. An engine does it with DuckDB on this
 * machine; another engine may hold the rows elsewhere, to the same bytes. What is left out is counted with its reason and its first lines.
 */
package dev.interestlens.data.source.load;
