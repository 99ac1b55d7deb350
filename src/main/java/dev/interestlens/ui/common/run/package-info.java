/** Child processes and runs: training, imports, single commands, and their journals. */
package dev.interestlens.ui.common.run;
