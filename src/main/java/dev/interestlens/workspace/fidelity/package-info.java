/** How far a run can be trusted to explain itself, with the control runs that this needs. */
package dev.interestlens.workspace.fidelity;
