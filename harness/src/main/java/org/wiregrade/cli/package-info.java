/**
 * The command line: one command a file, without logic of its own.
 *
 * <p>In comes words of a command line; out goes output, messages and an exit code. Start reading at {@link Wiregrade}
 * and {@link GradeCommand}.
 */
package org.wiregrade.cli;
