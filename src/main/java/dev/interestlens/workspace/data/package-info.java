/** Data sets: names, traits, advice, and the bundled sample. */
package dev.interestlens.workspace.data;
