/** How long one request takes, stage by stage, when an exported model is served. */
package dev.interestlens.measurement.latency;
