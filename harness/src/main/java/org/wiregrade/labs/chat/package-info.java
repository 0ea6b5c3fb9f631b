/**
 * The multi-client chat lab: what a right submission does, on the wire, in its log, in its source.
 *
 * <p>In comes a testbed; out goes a verdict for each check. Begin with {@link org.wiregrade.labs.chat.ChatLab}, the list of
 * checks; what is asked and what is judged is in {@code rule}, how it is seen in {@code live}, {@code wire} and {@code log}.
 */
package org.wiregrade.labs.chat;
