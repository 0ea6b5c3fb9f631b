/**
 * Rules on compiled student code; the only package that knows ArchUnit.
 *
 * <p>In come the classes of a program; out come failures that name the student's own line, and which names the classes
 * mention. Start reading at {@link org.wiregrade.labs.source.SourceRules}.
 */
package org.wiregrade.labs.source;
