/**
 * Plants causes in a copy of a prepared data set, so that explanations of a real log can be compared with known causes. Users, times and the number of
 * events never change, only which items some events have; a copy carries a mark and the list of its causes. Used by experiments and commands.
 */
package dev.interestlens.data.plant;
