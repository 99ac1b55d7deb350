/**
 * Preparing and scoring on Apache Spark, for logs that one machine cannot take: the same data sets and scores as on one machine, byte for byte. Spark
 * runs tasks, holds rows and sorts them; what a task does is the program's own. Built with the profile {@code spark} into a jar of its own that
 * nothing else knows.
 */
package dev.interestlens.spark;
