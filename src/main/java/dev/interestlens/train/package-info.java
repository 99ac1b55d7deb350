/**
 * The training loop, its configuration, optimisers, schedules, checkpoints and the reports that a run writes. It uses models only through {@link
 * dev.interestlens.model.CtrModel}; one thread owns the engine; everything random is a function of seed, epoch, step and row, so that a run can
 * resume bit for bit. The command line and the window's child processes use it.
 */
package dev.interestlens.train;
