/** The window itself: its bounds, the desktop's theme, and the lock of the workspace. */
package dev.interestlens.ui.common.window;
