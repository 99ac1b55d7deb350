/** The loss by which each state of a sequence learns to predict the item that comes next. */
package dev.interestlens.model.nextitem;
