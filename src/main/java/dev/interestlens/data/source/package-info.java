/**
 * What an import is asked for and what it tells: options, rules, roles of columns, progress and findings. The packages below read by it, each knowing
 * only those named before it: {@code file}, {@code time}, {@code role}, {@code layout}, {@code load} and {@code prepare}, where to begin. The same
 * input and settings always give the same bytes, nothing is dropped without being counted, and a failed or cancelled import leaves nothing behind.
 */
package dev.interestlens.data.source;
