/** Switches that several families share, and what a model is built for. */
package dev.interestlens.model.config;
