/**
 * The sentences that students read, by their names, apart from the code that decides which one it is.
 *
 * <p>In comes a sentence's name with its values, out goes text, or a failure. Begin with {@link
 * org.wiregrade.labs.words.Words}; a translation is a file beside the English one.
 */
package org.wiregrade.labs.words;
