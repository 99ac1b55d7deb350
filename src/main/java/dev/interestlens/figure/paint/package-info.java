/** One painter for each kind of picture: plain data in, operations on a {@link dev.interestlens.figure.Surface} out. */
package dev.interestlens.figure.paint;
