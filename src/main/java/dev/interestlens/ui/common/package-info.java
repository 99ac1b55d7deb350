/**
 * What every screen needs and no screen owns: views from FXML, work in the background, words in two languages, errors, file dialogs, theme, and
 * the session that the screens share.
 *
 * <p>Only this package goes back to the FX thread from another one, and results of requests that are no longer the newest never arrive. Everything in
 * {@code ui} may use it; it knows no screen.
 */
package dev.interestlens.ui.common;
