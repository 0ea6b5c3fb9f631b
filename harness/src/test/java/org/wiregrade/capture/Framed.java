package org.wiregrade.capture;

/** A captured frame, before a file format holds it. */
@SuppressWarnings("ArrayRecordComponent") // a test value, compared nowhere
record Framed(long timeNs, int linkType, byte[] bytes) {}
