/** Temporary folders, and the end of those whose process was killed. */
package org.wiregrade.temporary;
