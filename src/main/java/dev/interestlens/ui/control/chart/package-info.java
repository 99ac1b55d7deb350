/** Charts on the screen: lines over steps, bars, intervals, curves and scatter plots, each with its read-out and its values as a table. */
package dev.interestlens.ui.control.chart;
