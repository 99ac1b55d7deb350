/**
 * The screen for language, appearance, and where things lie.
 *
 * <p>Each choice takes effect at once and is remembered. Used only by {@code ui.shell}.
 */
package dev.interestlens.ui.settings;
