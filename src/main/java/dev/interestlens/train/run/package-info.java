/** The folder of a run: its description, its journal and the sums of its files. */
package dev.interestlens.train.run;
