/**
 * The screen of the five questions: each with its experiment, its answer as figures and text, its settings, and slides. The measurement is done by
 * the command {@code question}.
 */
package dev.interestlens.ui.question;
