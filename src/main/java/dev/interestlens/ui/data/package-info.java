/**
 * The screen for data: a source is detected or its columns are mapped, and its content, the rejected rows and the split are shown.
 *
 * <p>The import runs in a child process; this shows the description of the prepared data set. Used only by {@code ui.shell}.
 */
package dev.interestlens.ui.data;
