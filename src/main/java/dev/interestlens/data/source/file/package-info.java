/**
 * Files as tables of texts, whatever their kind: compressed, of an unknown encoding or dialect, JSON, Parquet; and DuckDB, which reads them. A file
 * that cannot be read whole is refused with its place, and DuckDB sees no other files than those of the import. Used by the packages of an import, and
 * to write and read Parquet.
 */
package dev.interestlens.data.source.file;
