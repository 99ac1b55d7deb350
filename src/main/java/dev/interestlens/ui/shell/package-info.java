/**
 * The window around the screens: navigation rail, top bar, status bar, problems, keys, and the state restored after a restart.
 *
 * <p>It is the only package that knows all screens, and builds each when it is first shown. Used only by the application.
 */
package dev.interestlens.ui.shell;
