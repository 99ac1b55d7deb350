/** Commands that run on Apache Spark. */
package dev.interestlens.cli.spark;
