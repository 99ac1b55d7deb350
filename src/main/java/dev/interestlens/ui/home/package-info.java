/**
 * The first screen: three entry points, and the newest runs.
 *
 * <p>It starts imports and trainings and goes to other screens. Used only by {@code ui.shell}.
 */
package dev.interestlens.ui.home;
