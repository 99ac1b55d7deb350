/** What is known of data sets beside their bytes: names, traits, advice, and the sample. */
package dev.interestlens.workspace.data;
