/** HSTU (arXiv 2402.17152): pointwise attention without a softmax, biased by place and time, and gated; every form follows from one description. */
package dev.interestlens.model.hstu;
