/**
 * The screen on which data comes in: a source is recognised or its columns are mapped, and what it holds, what was left out and how it is split is
 * shown.
 *
 * <p>Reading is done by a child process; this shows what the prepared data set says of itself. Used only by {@code ui.shell}.
 */
package dev.interestlens.ui.data;
