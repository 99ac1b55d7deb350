/**
 * In which character set a text is written. Two judges that know nothing of each other are asked, the likelihood of the text in the languages of a character set
 * and the state machines of juniversalchardet; where neither is clearly right a person is asked, and nothing is ever guessed without a word. Used by
 * the readers of files and by what tells of them; it opens no file.
 */
package dev.interestlens.data.source.encoding;
