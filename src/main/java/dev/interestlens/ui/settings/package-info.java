/**
 * The screen for language, appearance, and where things lie.
 *
 * <p>Each choice takes effect at once and is remembered. Only the shell builds it.
 */
package dev.interestlens.ui.settings;
