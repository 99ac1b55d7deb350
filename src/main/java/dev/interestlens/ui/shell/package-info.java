/**
 * The window around the screens: the rail, the top bar, the status bar, problems, keys, and what comes back after a restart.
 *
 * <p>It is the only place that knows all screens, and builds each when it is first shown. Nobody may use it but the application.
 */
package dev.interestlens.ui.shell;
