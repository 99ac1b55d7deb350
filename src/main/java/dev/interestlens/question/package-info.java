/**
 * What the five questions of the article share: an experiment with its controls, the laboratory that makes logs and trains for it, and its answer as
 * figures, sentences, pages and JSON. Sentences are chosen by measured numbers and their intervals alone. Windows and commands may use it; nothing
 * below may.
 */
package dev.interestlens.question;
