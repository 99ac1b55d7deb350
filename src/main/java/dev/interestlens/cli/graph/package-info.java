/** Graphs of strangers, computed in a process of their own. */
package dev.interestlens.cli.graph;
