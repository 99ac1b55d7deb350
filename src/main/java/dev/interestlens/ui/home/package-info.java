/**
 * The first screen: three ways in, and the newest runs.
 *
 * <p>It does nothing of its own; it asks for an import or a training and sends the person on. Used only by {@code ui.shell}.
 */
package dev.interestlens.ui.home;
