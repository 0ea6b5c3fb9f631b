/** What was said on the wire, as values that answer questions. */
package org.wiregrade.wire;
