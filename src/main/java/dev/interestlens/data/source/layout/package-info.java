/**
 * Known layouts of sources, recognised by their content, and any table with its columns named. A layout makes a plan: which files are read, and which
 * column has which role; it reads no rows. A new source is one class here and its place in {@link dev.interestlens.data.source.layout.Layouts}.
 */
package dev.interestlens.data.source.layout;
