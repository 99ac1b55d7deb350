/** What all commands share: output, progress, Ctrl-C, checks of option values. */
package dev.interestlens.cli.console;
