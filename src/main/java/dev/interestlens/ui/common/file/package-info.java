/** Opening, dropping and saving files. */
package dev.interestlens.ui.common.file;
