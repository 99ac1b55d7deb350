/** Boxes and the lines between them: how a model hangs together. */
package dev.interestlens.ui.control.diagram;
