/**
 * The documents that commands print with {@code --json}, and their schemas: {@code NAME.shape} beside this package's texts describes what the command
 * {@code NAME} prints. Fields may be added; none is renamed or removed without a new version. Used by the commands and by the MCP server.
 */
package dev.interestlens.cli.document;
