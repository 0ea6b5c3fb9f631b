/**
 * The echo lab, a warm-up: a server that answers in capitals, and its interactive client.
 *
 * <p>In comes a testbed; out go failures in the student's words. Start reading at {@link EchoLab}.
 */
package org.wiregrade.labs.echo;
