/**
 * Where the harness meets the programs: connections that are told what came, here or through a gateway in another
 * network.
 *
 * <p>In comes ports and bytes; out goes connections, and what came over them with its time. Start reading at {@link
 * Loopback} and {@link Gateway}.
 */
package org.wiregrade.sandbox.loopback;
