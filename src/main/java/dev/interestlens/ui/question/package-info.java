/**
 * The screen of the five questions: each with its experiment, its answer as figures and sentences, what may be changed about it, and slides. It shows what
 * {@code question} measured; it measures nothing itself.
 */
package dev.interestlens.ui.question;
