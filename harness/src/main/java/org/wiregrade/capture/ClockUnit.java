package org.wiregrade.capture;

/** How an interface's timestamps turn into nanoseconds since the epoch; pcapng draft, section 4.2, if_tsresol and if_tsoffset. */
record ClockUnit(boolean binary, int exponent, long offsetSeconds) {
    static final ClockUnit MICROSECONDS = new ClockUnit(false, 6, 0);
    static final ClockUnit NANOSECONDS = new ClockUnit(false, 9, 0);

    private static final long SECOND = 1_000_000_000L;

    /** Nanoseconds for an unsigned timestamp; times before 1970 or after 2262 become the nearest that fits. */
    long toNs(long timestamp) {
        if (offsetSeconds == 0 && exponent == 9 && !binary && timestamp >= 0) {
            return timestamp;
        }
        if (offsetSeconds == 0 && exponent == 6 && !binary && timestamp >= 0 && timestamp < Long.MAX_VALUE / 1000) {
            return timestamp * 1000;
        }
        return binary ? fromBinary(timestamp) : fromDecimal(timestamp);
    }

    private long fromBinary(long timestamp) {
        long seconds = exponent > 63 ? 0 : timestamp >>> exponent;
        long fraction = exponent > 63 ? timestamp : timestamp & ((1L << exponent) - 1);
        int digits = exponent;
        if (digits > 33) { // a fraction of 33 bits times a second of 30 still fits
            fraction >>>= Math.min(63, digits - 33);
            digits = 33;
        }
        return join(seconds, (fraction * SECOND) >>> digits);
    }

    private long fromDecimal(long timestamp) {
        if (exponent > 19) {
            return join(0, 0);
        }
        long unitsPerSecond = power(exponent);
        long seconds = Long.divideUnsigned(timestamp, unitsPerSecond);
        long rest = Long.remainderUnsigned(timestamp, unitsPerSecond);
        return join(
                seconds, exponent <= 9 ? rest * power(9 - exponent) : Long.divideUnsigned(rest, power(exponent - 9)));
    }

    private static long power(int exponent) {
        long value = 1;
        for (int i = 0; i < exponent; i++) {
            value *= 10;
        }
        return value;
    }

    private long join(long seconds, long nanoseconds) {
        long latest = Long.MAX_VALUE / SECOND - 1;
        long whole = seconds < 0 || seconds > latest ? latest : seconds;
        long shift = Math.max(-latest, Math.min(latest, offsetSeconds));
        return Math.max(0, Math.min(latest, whole + shift)) * SECOND + nanoseconds;
    }
}
