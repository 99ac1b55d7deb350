/** Diagrams of boxes and lines: the structure of a model. */
package dev.interestlens.ui.control.diagram;
