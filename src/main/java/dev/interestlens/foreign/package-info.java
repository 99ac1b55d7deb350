/**
 * Models from elsewhere: a file in, a model that scores and is explained as any other out. What cannot be known for certain is written into a mapping
 * that a person can read and change; what does not hold of the file is found by trying and said in words. Used by the workspace.
 */
package dev.interestlens.foreign;
