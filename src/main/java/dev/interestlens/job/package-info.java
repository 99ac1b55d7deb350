/**
 * Commands of this program as child processes: starts one, talks to it, finds it again.
 *
 * <p>The folder is the interface: {@code job.json} says what to do, {@code control.json} what is wished meanwhile, {@code output.log} what was
 * printed, {@code exit.json} how it ended, and the folder's lock that it lives; no pipe connects the two, so either may die. The window
 * uses the parent's side ({@link dev.interestlens.job.ChildProcess}), the command line the child's ({@link dev.interestlens.job.JobRun}).
 */
package dev.interestlens.job;
