/** How far the explanations of a model can be trusted, measured over many predictions and compared with controls. */
package dev.interestlens.explain.fidelity;
