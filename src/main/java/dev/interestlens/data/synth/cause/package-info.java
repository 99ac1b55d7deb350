/** Why an event of a generated log happened. */
package dev.interestlens.data.synth.cause;
