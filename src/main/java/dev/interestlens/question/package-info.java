/**
 * Common parts of the five questions of the article: an experiment with its controls, the laboratory that makes logs and trains for it, and its
 * answer as figures, sentences, pages and JSON. Sentences are chosen only by measured numbers and their intervals. Windows and commands may use it;
 * no lower layer may.
 */
package dev.interestlens.question;
