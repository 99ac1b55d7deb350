/** The window itself: where it stands, how dark the desktop is, and that one at a time changes a workspace. */
package dev.interestlens.ui.common.window;
