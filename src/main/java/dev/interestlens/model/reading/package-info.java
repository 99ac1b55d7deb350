/** Which behaviours of a long history a search finds. */
package dev.interestlens.model.reading;
