/** Graphs from elsewhere, computed in processes of their own. */
package dev.interestlens.cli.graph;
