package org.wiregrade.policy;

import org.apache.commons.numbers.fraction.BigFraction;

/**
 * Points, or a share of something.
 *
 * @param number points; of a share the factor, 0.1 for 10 %
 */
public record Amount(BigFraction number, boolean isShare) {
    static final Amount NOTHING = new Amount(BigFraction.ZERO, false);

    /** What it is in points, where a share is one of {@code whole}. */
    BigFraction of(BigFraction whole) {
        return isShare ? number.multiply(whole) : number;
    }

    @Override
    public String toString() {
        return isShare ? Numbers.text(number.multiply(100)) + " %" : Numbers.text(number);
    }
}
