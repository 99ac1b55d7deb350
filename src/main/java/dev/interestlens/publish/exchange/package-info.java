/**
 * Runs and data sets in formats of other programs: lists and tables, TensorBoard's event files, MLflow's folders, Croissant and RecBole. It only
 * reads runs and data sets; the command line and the window use it.
 */
package dev.interestlens.publish.exchange;
