/** The data of painters: plain values with their texts. */
package dev.interestlens.figure.data;
