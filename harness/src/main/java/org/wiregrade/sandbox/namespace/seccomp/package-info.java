/**
 * The filter of system calls that goes with every box, as the bytes that the kernel runs (seccomp(2)).
 *
 * <p>In comes the kind of processor; out go the instructions. Start reading at {@link SystemCallFilter}.
 */
package org.wiregrade.sandbox.namespace.seccomp;
