/**
 * Slides: a screen offers pictures with a title and a sentence, and they are shown one at a time in large type over everything.
 *
 * <p>A screen calls {@link dev.interestlens.ui.control.slides.SlideOffer#on} once; the window has the button, the keys and the full screen. Any screen
 * may use it.
 */
package dev.interestlens.ui.control.slides;
