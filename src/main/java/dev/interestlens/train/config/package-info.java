/** The configuration of a run, as records and as JSON. */
package dev.interestlens.train.config;
