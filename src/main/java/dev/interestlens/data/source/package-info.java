/**
 * Readers of sources: known layouts, recognised by their content, and any table with a column mapping. The same input and settings always give the
 * same bytes, nothing is dropped without being counted, and a failed or cancelled import leaves nothing behind. Used by the command that prepares
 * data and by the screen that previews it.
 */
package dev.interestlens.data.source;
