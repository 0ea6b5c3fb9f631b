package org.wiregrade.sandbox.loopback;

class OwnLoopbackTest extends LoopbackContract {
    @Override
    Loopback loopback() {
        return new OwnLoopback();
    }
}
