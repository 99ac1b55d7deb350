/** Views of a prediction: pictures with a caption and a finding, the same in the window, in files and on the command line. */
package dev.interestlens.explain.view;
