/** The quality of a run on a part of its data, and known causes of choices. */
package dev.interestlens.measurement.quality;
