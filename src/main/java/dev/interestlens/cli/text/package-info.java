/** Results of commands as text and JSON. */
package dev.interestlens.cli.text;
