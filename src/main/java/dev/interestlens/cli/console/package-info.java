/** How every command speaks and listens: lines, progress, Ctrl-C, the values of options. */
package dev.interestlens.cli.console;
