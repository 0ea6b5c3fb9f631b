/** Rules on compiled student code; the only package that knows ArchUnit. */
package org.wiregrade.labs.source;
