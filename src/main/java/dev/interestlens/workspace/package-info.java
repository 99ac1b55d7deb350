/**
 * The folder of data sets, runs and settings on disk, and what is done with a run as a whole: opening it with its data and its model, evaluating it,
 * listing it. Windows and commands speak to the core through this package; it hands out arrays and records only, and several processes may use one
 * workspace at a time, since each run and data set is a folder of its own.
 */
package dev.interestlens.workspace;
