/**
 * What can be measured of runs and data sets beside their figures. A {@link dev.interestlens.measurement.Measurement} computes one thing and tells
 * it in panels; {@link dev.interestlens.measurement.Measurements} is the list of all. Command, document, files, kept result, pane, section of
 * reports, tool of assistants and call of the library follow from the list, so that nobody writes them for one measurement.
 */
package dev.interestlens.measurement;
