/**
 * Runs and data sets in the forms that other programs read: lists and tables, TensorBoard's event files, MLflow's folders, Croissant and RecBole. It reads runs
 * and data sets as everybody does and changes none; the command line and the window use it.
 */
package dev.interestlens.workspace.exchange;
