/** What a run is asked to do, as records and as JSON. */
package dev.interestlens.train.config;
