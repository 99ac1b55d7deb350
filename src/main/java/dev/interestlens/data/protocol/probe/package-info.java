/** What needs no model: baselines, how much one field tells, and leaks. */
package dev.interestlens.data.protocol.probe;
