/**
 * The screen that configures a model: family, preset, settings, and the resulting arrays and sizes.
 *
 * <p>The form is built from the configuration record, so that a new family needs no screen of its own. Used only by {@code ui.shell}.
 */
package dev.interestlens.ui.model;
