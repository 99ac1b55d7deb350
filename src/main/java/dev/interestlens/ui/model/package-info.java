/**
 * The screen that sets a model up: a family, a preset, every switch, and what that makes in arrays and bytes.
 *
 * <p>The form is built from the configuration record, so that a new family needs no screen of its own. Used only by {@code ui.shell}.
 */
package dev.interestlens.ui.model;
