/**
 * What the chat lab asks and how fairly it is judged: the assignment, the tolerances, the words, an exchange and its rules.
 *
 * <p>In comes an {@link org.wiregrade.labs.chat.rule.Exchange}, made of a live talk or of a capture; out goes the first
 * mistake, if there is one. Begin with {@link org.wiregrade.labs.chat.rule.DeliveryRule}.
 */
package org.wiregrade.labs.chat.rule;
