/** Commands that write for other programs. */
package dev.interestlens.cli.export;
