/**
 * The first screen: three ways in, and the newest runs.
 *
 * <p>It does nothing of its own; it asks for an import or a training and sends the person on. Only the shell builds it.
 */
package dev.interestlens.ui.home;
