/**
 * The list of labs; what labs share stands in rooms of its own below.
 *
 * <p>In comes a lab's name; out goes the lab. Start reading at {@link Labs}.
 */
package org.wiregrade.labs;
