/** What painters draw: plain values with their words. */
package dev.interestlens.figure.data;
