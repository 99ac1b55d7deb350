/**
 * Which groups of users gain and which lose where one run replaces another. Everything is computed from the rankings that are kept of the runs; groups
 * are found by the program, and one is named only beyond what drawing users and seeds again explains. The compare command and the compare screen use it.
 */
package dev.interestlens.measurement.gate;
