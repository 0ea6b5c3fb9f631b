/**
 * Records what passes on a loopback interface of the harness's own, complete.
 *
 * <p>In comes the network of the calling thread; out goes a pcapng file. Start reading at {@link WireTap} and {@link
 * PacketRing}.
 */
package org.wiregrade.sandbox.recording;
