/**
 * Temporary folders, and the end of those whose process was killed.
 *
 * <p>Out come folders that are this process's own; whoever asks for one closes it, and the next process removes what a killed one
 * has left. It knows no other package.
 */
package org.wiregrade.temporary;
