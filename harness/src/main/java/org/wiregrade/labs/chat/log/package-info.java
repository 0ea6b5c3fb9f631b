/**
 * What a server logged, what a student wrote beside it, and whether the log agrees with the packets.
 *
 * <p>In comes the text of the file with the server's output; out go log entries, counts of sentences, contradictions. Begin
 * with {@link org.wiregrade.labs.chat.log.ServerLog}.
 */
package org.wiregrade.labs.chat.log;
