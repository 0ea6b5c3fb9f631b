package org.wiregrade.sandbox.loopback;

class OwnLoopbackTest extends AskedContract {
    @Override
    Loopback loopback() {
        return new OwnLoopback();
    }
}
