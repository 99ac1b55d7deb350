/**
 * Models from elsewhere: turns a file into a model that scores and is explained like any other. What cannot be known for certain is written into a
 * mapping that a person can read and change; assumptions that do not hold are found by checks and reported. Used by the workspace.
 */
package dev.interestlens.foreign;
