/** How far the explanations of a model can be trusted, measured over many predictions beside controls. */
package dev.interestlens.explain.fidelity;
