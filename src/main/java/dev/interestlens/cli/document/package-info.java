/**
 * The documents that commands print with {@code --json}, and their schemas: {@code NAME.json} beside this package's texts describes what the command
 * {@code NAME} prints. Fields may be added; none is renamed or taken away without a new version. Used by the commands and by the server of tools.
 */
package dev.interestlens.cli.document;
