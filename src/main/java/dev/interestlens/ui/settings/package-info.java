/**
 * The screen for language, appearance, and folders.
 *
 * <p>Each choice takes effect at once and is saved. Used only by {@code ui.shell}.
 */
package dev.interestlens.ui.settings;
