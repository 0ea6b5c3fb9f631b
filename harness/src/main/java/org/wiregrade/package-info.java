/** Grades socket labs by what happened on the wire. */
package org.wiregrade;
