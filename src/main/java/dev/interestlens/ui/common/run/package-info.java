/** Child processes and runs as the window follows them: training, imports, one command at a time, and what their journals say. */
package dev.interestlens.ui.common.run;
