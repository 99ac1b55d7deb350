/**
 * The folder of data sets, runs and settings on disk, and operations on whole runs: opening one with its data and its model, evaluating it, listing
 * it. Windows and commands use the core through this package; it returns arrays and records only, and several processes may use one workspace at a
 * time, since each run and data set is a folder of its own.
 */
package dev.interestlens.workspace;
