/**
 * Commands of this program as child processes: starting one, sending it wishes, finding it again.
 *
 * <p>The folder is the interface: {@code job.json} says what to do, {@code control.json} what is wanted meanwhile, {@code output.log} what was
 * printed, {@code exit.json} how it ended, and the folder's lock shows that it is running. No pipe connects the two, so that either may end without
 * the other. The window uses the parent's side ({@link dev.interestlens.job.ChildProcess}), the command line the child's ({@link
 * dev.interestlens.job.JobRun}).
 */
package dev.interestlens.job;
