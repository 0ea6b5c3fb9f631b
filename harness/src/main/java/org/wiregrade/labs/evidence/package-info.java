/** What the evidence checks of all labs share: the files, their text, and how they are quoted. */
package org.wiregrade.labs.evidence;
