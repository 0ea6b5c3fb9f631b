/**
 * The harness's clients in a running chat: rooms, the first talk, the load test, one line typed into the client.
 *
 * <p>In comes a testbed; out goes what was seen, the first talk as an {@link org.wiregrade.labs.chat.rule.Exchange}. Begin
 * with {@link org.wiregrade.labs.chat.live.ChatLive}.
 */
package org.wiregrade.labs.chat.live;
