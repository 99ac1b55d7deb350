/**
 * Controls that draw and edit plain values: heatmap, history strip, metric chart, bar chart, form over a record, card, pill.
 *
 * <p>They take their texts from {@link dev.interestlens.ui.control.ControlWords}; every chart shows its exact values on hover and on keyboard focus,
 * and colours come from the style sheet and from {@link dev.interestlens.ui.control.heatmap.ColorScale}. Any screen may use them.
 */
package dev.interestlens.ui.control;
