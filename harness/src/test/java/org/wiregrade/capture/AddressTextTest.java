package org.wiregrade.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses are written as RFC 5952 and Wireshark write them. */
class AddressTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "::",
                "::1",
                "1::",
                "fe80::1",
                "2001:db8::1:0:0:1",
                "2001:db8:0:1:1:1:1:1",
                "1:2:3:4:5:6:7:8",
                "fd00::a:0:b"
            })
    void theShortestFormIsWritten(String text) throws UnknownHostException {
        ByteBuffer address = ByteBuffer.wrap(((Inet6Address) InetAddress.getByName(text)).getAddress());
        assertThat(AddressText.six(address.getLong(), address.getLong())).isEqualTo(text);
    }

    @Test
    void anIpv4AddressInsideIsWrittenAsSuch() {
        assertThat(AddressText.six(0, 0xffff_0a00_0001L)).isEqualTo("::ffff:10.0.0.1");
        assertThat(AddressText.four(0xc0a80001)).isEqualTo("192.168.0.1");
    }
}
