/**
 * Controls that draw and edit plain values: heatmap, history strip, metric chart, bar chart, form over a record, card, pill.
 *
 * <p>They know no type of this program outside this package and take their words from {@link dev.interestlens.ui.control.ControlWords}; every
 * picture tells its exact values on hover and on keyboard focus, and colours come from the style sheet and from
 * {@link dev.interestlens.ui.control.heatmap.ColorScale}. Any screen may use them.
 */
package dev.interestlens.ui.control;
