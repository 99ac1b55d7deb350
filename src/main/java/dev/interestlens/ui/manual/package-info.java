/**
 * The manual in the window: the pages that {@code mvn site} builds, too, drawn from the same Markdown files in the language of the window.
 *
 * <p>A page is read when it is first opened. Used by the shell, which shows it under F1.
 */
package dev.interestlens.ui.manual;
