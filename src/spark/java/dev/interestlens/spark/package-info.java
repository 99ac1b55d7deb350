/**
 * Preparing and scoring on Apache Spark, for logs that are too large for one machine: the same data sets and scores as on one machine, byte for byte.
 * Spark runs tasks and stores and sorts rows; the tasks use the program's own code. Built with the profile {@code spark} into a separate jar, on
 * which nothing else depends.
 */
package dev.interestlens.spark;
