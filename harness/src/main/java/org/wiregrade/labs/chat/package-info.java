/** The multi-client chat lab: what a right submission does, on the wire, in its log, in its source. */
package org.wiregrade.labs.chat;
