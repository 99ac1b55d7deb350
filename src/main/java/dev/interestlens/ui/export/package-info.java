/**
 * The screen for exports, which are verified on real rows.
 *
 * <p>Nothing is reported as exported that was not read back and compared. Used only by {@code ui.shell}.
 */
package dev.interestlens.ui.export;
