/**
 * Presentation mode: a screen offers pictures with a title and a sentence, which are shown one at a time over the whole window.
 *
 * <p>A screen calls {@link dev.interestlens.ui.control.slides.SlideOffer#on} once; the window has the button, the keys and the full screen. Any
 * screen may use it.
 */
package dev.interestlens.ui.control.slides;
