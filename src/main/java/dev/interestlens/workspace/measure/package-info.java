/** How good a run is on a part of its data, and what is known to have caused each choice. */
package dev.interestlens.workspace.measure;
