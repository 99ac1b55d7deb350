/** Serving: requests under load, and quality against time of several ways to serve. */
package dev.interestlens.measurement.serving;
