/** OneTrans (arXiv 2510.26104): behaviours and the fields of user, context and candidate in one sequence, read by one transformer. */
package dev.interestlens.model.onetrans;
