/**
 * What all screens share: FXML views, background work, texts in two languages, errors, file dialogs, the theme and the session.
 *
 * <p>Only this package switches from other threads to the FX thread; results of outdated requests are dropped. It depends on no screen.
 */
package dev.interestlens.ui.common;
