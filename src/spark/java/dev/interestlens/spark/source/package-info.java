/**
 * Preparing a log with a cluster: tasks read parts of it with the SQL of one machine, and the cluster holds and sorts the rows. The data set has the
 * same bytes as one that was prepared here. Spark is one such cluster; it is known to the package above.
 */
package dev.interestlens.spark.source;
