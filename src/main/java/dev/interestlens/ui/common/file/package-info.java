/** Files that a person opens, drops or saves. */
package dev.interestlens.ui.common.file;
