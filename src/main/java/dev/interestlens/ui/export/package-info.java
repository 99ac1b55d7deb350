/**
 * The screen that takes a model out of the program, checked on real rows before it is called done.
 *
 * <p>Nothing is reported as exported that was not read back and compared. Used only by {@code ui.shell}.
 */
package dev.interestlens.ui.export;
