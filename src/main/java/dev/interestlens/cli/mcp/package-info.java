/**
 * The Model Context Protocol over two streams: one JSON-RPC message a line in, one a line out, and nothing else on the way out. Knows the protocol alone;
 * what the tools do is their maker's business. Every request is answered, whatever was on its line, and the end of input ends it once all answers are out.
 *
 * <p>Written here and not taken from the official SDK (io.modelcontextprotocol.sdk 2.1.0), whose client is one of its tests: of a server on standard input and
 * output the SDK ends the conversation at the first line that is no JSON, drops answers that are under way when the input ends, and leaves requests that
 * come too soon without any answer; with its reactive library and schema validator it would add 3.6 MB to a program that sends a few lines of JSON.
 */
package dev.interestlens.cli.mcp;
