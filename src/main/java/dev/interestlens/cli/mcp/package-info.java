/**
 * The Model Context Protocol over two streams: one JSON-RPC message a line in, one a line out, and nothing else on the way out. It implements the
 * protocol only; the tools are given to it. Every request is answered, whatever was on its line; at the end of input it stops once all answers are
 * written. Requests of clients that begin a session and of those that have none are served side by side, each in its lane.
 *
 * <p>Written here and not taken from the official SDK (io.modelcontextprotocol.sdk 2.2.0), whose client is one of its tests: on standard input and
 * output the SDK's server ends the session at the first line that is not JSON, drops answers that are under way when the input ends, and leaves
 * requests that come too soon without any answer; with its reactive library and schema validator it would add 4.2 MB for a few lines of JSON.
 */
package dev.interestlens.cli.mcp;
